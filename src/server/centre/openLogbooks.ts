import {
  addressOf,
  enrolledParts,
  type Enrolment,
  type EnrolmentField,
  type EnrolmentProblem,
} from '#domain/enrolment/enrolment.ts'
import type { LogbookId, PersonId } from '#domain/identifiers.ts'
import type { Role } from '#domain/kind.ts'
import type { Enrolled } from '#protocol/centre.ts'
import type { Invited } from '#server/mail/sendInvitations.ts'
import { listCoordinators, lockCentre } from '#server/storage/centres.ts'
import type { Database } from '#server/storage/database.ts'
import { addMember, createLogbook, findLogbooksOf } from '#server/storage/logbooks.ts'
import { addPeople, findByAddress, type KnownPerson } from '#server/storage/people.ts'
import { announceMembers } from '#server/storage/pokeListener.ts'

export interface OpeningContext {
  readonly centreId: string
  readonly at: Date
  /** ISO date. */
  readonly day: string
  readonly newId: () => string
  /** Names this process, see `Deps`. */
  readonly origin: string
  /** Nothing is written, but it is told what would be. */
  readonly preview: boolean
}

export interface Opened {
  readonly logbooks: Enrolled['logbooks']
  /** Each once. */
  readonly newPeople: readonly Invited[]
  /** Who knew Livret before, and came into which logbook. */
  readonly newcomers: ReadonlyMap<LogbookId, readonly PersonId[]>
}

/** Why no logbook was opened; the transaction is to be undone. */
export class NotOpenable extends Error {
  readonly problems: readonly EnrolmentProblem[]
  constructor(problems: readonly EnrolmentProblem[]) {
    super('not openable')
    this.problems = problems
  }
}

/**
 * Opens the logbooks that an apprentice has not got yet, with all who belong to them. Whoever has an
 * address already is known by it and keeps their name. In a transaction, which has the centre for
 * itself from here on. Throws `NotOpenable` where the centre cannot have one of the addresses.
 */
export async function openLogbooks(
  tx: Database,
  enrolments: readonly Enrolment[],
  context: OpeningContext,
): Promise<Opened> {
  const { centreId, at, day, newId, preview } = context
  await lockCentre(tx, centreId)
  const coordinators = await listCoordinators(tx, centreId, day)
  const addresses = enrolments.flatMap((each) =>
    enrolledParts.flatMap((part) => each[part]?.email ?? []),
  )
  const people = await findByAddress(tx, addresses)
  const there = await findLogbooksOf(
    tx,
    centreId,
    [...people.values()].map(({ id }) => id),
  )
  const knownOf = ({ apprentice, programme, cohort }: Enrolment): LogbookId | null => {
    const personId = people.get(addressOf(apprentice.email))?.id
    const isIt = (each: (typeof there)[number]) =>
      each.personId === personId && each.programme === programme && each.cohort === cohort
    return there.find(isIt)?.id ?? null
  }

  const refuse = (known: typeof people): void => {
    const problems = enrolments.flatMap((each, index) =>
      knownOf(each) === null
        ? problemsOf(each, known, { centreId, coordinators }).map((found) => ({ index, ...found }))
        : [],
    )
    if (problems.length > 0) throw new NotOpenable(problems)
  }
  refuse(people)

  const added = new Map<string, KnownPerson & { readonly email: string; readonly at: Date }>()
  const invited: Invited[] = []
  const logbooks = enrolments.map((enrolment): Enrolled['logbooks'][number] => {
    const known = knownOf(enrolment)
    if (known !== null) return { state: 'known', logbookId: known, newPeople: [] }
    const newPeople = enrolledParts.flatMap((part) => {
      const somebody = enrolment[part]
      const address = addressOf(somebody?.email ?? '')
      if (!somebody || people.has(address) || added.has(address)) return []
      const name = somebody.name.trim()
      added.set(address, { id: newId() as PersonId, centreId, name, email: address, at })
      invited.push({ name, email: address, isApprentice: part === 'apprentice' })
      return [name]
    })
    return { state: 'new', logbookId: preview ? null : (newId() as LogbookId), newPeople }
  })
  if (preview) return { logbooks, newPeople: invited, newcomers: new Map() }

  // Two centres that take one address at once: the second hears it as if it had come later.
  if (!(await addPeople(tx, [...added.values()]))) refuse(await findByAddress(tx, addresses))
  const idOf = (email: string): PersonId => {
    const person = people.get(addressOf(email)) ?? added.get(addressOf(email))
    if (!person) throw new Error('somebody of the enrolment was not added')
    return person.id
  }
  const knownIds = new Set([...[...people.values()].map(({ id }) => id), ...coordinators])
  const newcomers = new Map<LogbookId, PersonId[]>()
  for (const [index, { logbookId, state }] of logbooks.entries()) {
    const enrolment = enrolments[index]
    if (!enrolment || logbookId === null || state === 'known') continue
    const members = membersOf(enrolment, coordinators, idOf)
    await writeLogbook(tx, { logbookId, enrolment, members }, context)
    const known = [...new Set(members.map(({ personId }) => personId))].filter((id) =>
      knownIds.has(id),
    )
    await announceMembers(tx, context.origin, logbookId, known)
    newcomers.set(logbookId, known)
  }
  return { logbooks, newPeople: invited, newcomers }
}

type Found = Pick<EnrolmentProblem, 'field' | 'problem'>

function problemsOf(
  enrolment: Enrolment,
  people: ReadonlyMap<string, KnownPerson>,
  { centreId, coordinators }: { centreId: string; coordinators: readonly PersonId[] },
): Found[] {
  const taken = enrolledParts.flatMap((part): Found[] => {
    const known = people.get(addressOf(enrolment[part]?.email ?? ''))
    const field: EnrolmentField = `${part}.email`
    return known && known.centreId !== centreId ? [{ field, problem: 'taken-address' }] : []
  })
  const apprentice = people.get(addressOf(enrolment.apprentice.email))
  // Whoever coordinates the centre comes into each logbook, and cannot be its apprentice as well.
  return apprentice && coordinators.includes(apprentice.id)
    ? [...taken, { field: 'apprentice.email', problem: 'same-person' }]
    : taken
}

interface Part {
  readonly personId: PersonId
  readonly role: Role
}

const membersOf = (
  { apprentice, guardian, master, trainer }: Enrolment,
  coordinators: readonly PersonId[],
  idOf: (email: string) => PersonId,
): Part[] => [
  { personId: idOf(apprentice.email), role: 'apprentice' },
  { personId: idOf(master.email), role: 'master' },
  { personId: idOf(trainer.email), role: 'trainer' },
  ...coordinators.map((personId): Part => ({ personId, role: 'coordinator' })),
  ...(guardian ? [{ personId: idOf(guardian.email), role: 'guardian' } as const] : []),
]

interface NewBook {
  readonly logbookId: LogbookId
  readonly enrolment: Enrolment
  readonly members: readonly Part[]
}

/** Nobody has an end: the day on which a guardian or a master leaves is not known yet. */
async function writeLogbook(
  tx: Database,
  { logbookId, enrolment, members }: NewBook,
  { centreId, at, day }: OpeningContext,
): Promise<void> {
  const { programme, cohort, company, contract } = enrolment
  const { name, city, activity } = company
  await createLogbook(tx, {
    ...{ id: logbookId, centreId, programme, cohort, contract, at },
    company: { name: name.trim(), city: city.trim(), activity: activity.trim() },
  })
  // Before the contract begins, everybody can look; after, the days since then are theirs too.
  const from = day < contract.start ? day : contract.start
  for (const { personId, role } of members) {
    await addMember(tx, { logbookId, personId, role, from, until: null })
  }
}
