import type { PersonId } from '#domain/identifiers.ts'
import type { Role } from '#domain/kind.ts'
import type { LogbookFacts, Member } from '#protocol/logbookFacts.ts'

/** The name of somebody of a logbook, also of one who left it; a dash for a stranger. */
export const personName = (facts: LogbookFacts, id: PersonId): string =>
  facts.members.find(({ personId }) => personId === id)?.name ?? '—'

/** Who plays a role on a day: the last one who came. `today`: civil date. */
export const findMember = (facts: LogbookFacts, role: Role, today: string): Member | null =>
  facts.members
    .filter((member) => member.role === role && member.from <= today)
    .filter(({ until }) => until === null || until >= today)
    .sort((a, b) => a.from.localeCompare(b.from))
    .at(-1) ?? null

/** Name of whose logbook it is. */
export const apprenticeName = (facts: LogbookFacts): string =>
  facts.members.find(({ role }) => role === 'apprentice')?.name ?? '—'

/** « Léa » for « Léa Moreau ». */
export const givenName = (name: string): string => name.split(' ')[0] ?? name

/** « de Léa », « d’Inès », « de Yanis ». */
export const ofPerson = (name: string): string =>
  /^[aeiouâàéèêëîïôöûü]/iu.test(name) ? `d’${name}` : `de\u00a0${name}`
