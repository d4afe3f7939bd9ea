import { draftContent, textOf } from '#domain/content.ts'
import { sectionIdOf } from '#domain/decide.ts'
import { kinds, type KindName } from '#domain/kinds.ts'
import { lastVersion, type LogbookDocument } from '#domain/logbookDocument.ts'
import type { Content, Freeze } from '#domain/operation.ts'
import { signersOf } from '#domain/signing.ts'
import type { Member } from '#protocol/logbookFacts.ts'

/** Who writes a part of an interview and signs it. */
export const parties = ['apprentice', 'master', 'trainer'] as const
export type Party = (typeof parties)[number]

/** Who has each part now; nobody, where the logbook names nobody. */
export type People = Readonly<Partial<Record<Party, Member>>>

export type Sections = Readonly<Partial<Record<Party, LogbookDocument>>>

/** The sections of one interview among all of a logbook. */
export const sectionsOf = (interview: LogbookDocument, all: readonly LogbookDocument[]): Sections =>
  Object.fromEntries(
    parties.flatMap((party) => {
      const id = sectionIdOf(interview, party)
      const section = all.find((each) => each.id === id)
      return section ? [[party, section]] : []
    }),
  )

/** What the frame says: its draft for who prepares it, else the last version. */
export const frameOf = (interview: LogbookDocument): Content =>
  interview.state === 'open'
    ? draftContent(kinds[interview.kind], interview)
    : (lastVersion(interview)?.content ?? {})

/** Whose parts this type of interview asks for, in the order in which they are shown. */
export const partiesOf = (kind: KindName, content: Content): readonly Party[] => {
  const wanted = signersOf(kinds[kind], content)
  return parties.filter((party) => wanted.includes(party))
}

/** The part as it was frozen with a version of the interview, or `null` if it is not here. */
export function frozenSection(
  content: Content,
  section: LogbookDocument | undefined,
  party: Party,
) {
  const hash = textOf(content, `sections/${party}`)
  return section?.versions.find((version) => version.hash === hash)?.content ?? null
}

/** The version of each part that was sent, or `null` while one is missing. */
export function sentHashes(
  wanted: readonly Party[],
  sections: Sections,
): Freeze['sections'] | null {
  const hashes: Partial<Record<Party, string>> = {}
  for (const party of wanted) {
    const section = sections[party]
    const hash = section?.state === 'submitted' ? lastVersion(section)?.hash : undefined
    if (hash === undefined) return null
    hashes[party] = hash
  }
  return hashes
}
