import { decide, relatedIds, sectionIdOf, type Decision } from '#domain/decide.ts'
import { documentIdOf } from '#domain/documentId.ts'
import type { DocumentId, LogbookId, OperationId, PersonId } from '#domain/identifiers.ts'
import type { Role } from '#domain/kind.ts'
import { sectionKindOf, type InterviewKind } from '#domain/interviewKinds.ts'
import type { KindName } from '#domain/kinds.ts'
import { lastVersion, type LogbookDocument } from '#domain/logbookDocument.ts'
import type {
  Content,
  Freeze,
  Operation,
  Patch,
  PlainAct,
  Resolve,
  Return,
  Sign,
} from '#domain/operation.ts'
import type { Actor, FindDocument } from '#domain/rights.ts'

/** What everybody does in the tests happens at this moment, unless a test says otherwise. */
export const NOW = '2025-11-07T17:30:00.000Z'

let made = 0
/** A UUIDv7 that no other call gives; the same again in the next run. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller says which branded id it needs
export function nextId<Id extends string = string>(): Id {
  made += 1
  return `019a5b00-0000-7000-8000-${made.toString(16).padStart(12, '0')}` as Id
}

/** Two centres: the same roles, other people, another logbook. */
export type Centre = 'here' | 'elsewhere'

export const logbooks: Readonly<Record<Centre, LogbookId>> = {
  here: '019a0000-0000-7000-8000-000000000001' as LogbookId,
  elsewhere: '019a0000-0000-7000-8000-000000000002' as LogbookId,
}
export const logbookId = logbooks.here

/** Somebody of a role; `second…`: another person of the same role in the same logbook. */
export const personRoles = {
  apprentice: 'apprentice',
  master: 'master',
  trainer: 'trainer',
  coordinator: 'coordinator',
  guardian: 'guardian',
  auditor: 'auditor',
  secondApprentice: 'apprentice',
  secondMaster: 'master',
  secondTrainer: 'trainer',
  secondCoordinator: 'coordinator',
} as const satisfies Record<string, Role>
export type PersonName = keyof typeof personRoles
export const personNames = Object.keys(personRoles) as readonly PersonName[]

export const personId = (who: PersonName, centre: Centre = 'here'): PersonId =>
  `019a000${centre === 'here' ? 1 : 2}-0000-7000-8000-00000000000${personNames.indexOf(who).toString(16)}` as PersonId

/** `who` as the one who acts, on a device of their own. */
export const actor = (who: PersonName, centre: Centre = 'here'): Actor => ({
  logbookId: logbooks[centre],
  personId: personId(who, centre),
  role: personRoles[who],
  at: NOW,
})

/** `who` on the device of `owner`, who handed it over. */
export const present = (who: PersonName, owner: PersonName): Actor => ({
  ...actor(who),
  via: { personId: personId(owner), role: personRoles[owner] },
})

export const apprentice = actor('apprentice')
export const master = actor('master')
export const trainer = actor('trainer')

/** What an operation is about: a document, or the id and kind of one that does not exist yet. */
export type Target = Pick<LogbookDocument, 'id' | 'kind'> & Partial<LogbookDocument>

const intent = ({ id: documentId, kind }: Target) => ({
  id: nextId<OperationId>(),
  documentId,
  kind,
  v: 1 as const,
  at: NOW,
  present: null,
})

/** The operations of which the author sees the values: all that the document holds now. */
export const seenIn = ({ fields = {} }: Target): Patch['seen'] =>
  Object.fromEntries(Object.entries(fields).map(([key, { by }]) => [key, by]))

/** An edit by somebody who sees `target` as it is; `seen` says otherwise. */
export const aPatch = (target: Target, set: Content, seen = seenIn(target)): Patch => ({
  ...intent(target),
  type: 'patch',
  set,
  seen,
})

export const anAct = (type: PlainAct['type'], target: Target): PlainAct => ({
  ...intent(target),
  type,
})

const NO_HASH = '0'.repeat(64)
const hashOfLast = ({ versions = [] }: Target): string => versions.at(-1)?.hash ?? NO_HASH

export const aSignature = (target: Target, hash = hashOfLast(target)): Sign => ({
  ...intent(target),
  type: 'sign',
  hash,
  jws: null,
})

export const aReturn = (
  target: Target,
  reason = 'Précisez le prospect.',
  hash = hashOfLast(target),
): Return => ({ ...intent(target), type: 'return', hash, reason })

export const aResolve = (target: Target, key: string, drop: readonly OperationId[]): Resolve => ({
  ...intent(target),
  type: 'resolve',
  key,
  drop,
})

export const aFreeze = (target: Target, sections: Freeze['sections']): Freeze => ({
  ...intent(target),
  type: 'freeze',
  sections,
})

/** Freezes `value` and all that it holds, so that code which changes its input throws. */
export function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    Object.values(value).forEach(deepFreeze)
  }
  return value
}

/** One operation as it was done. */
interface Done {
  readonly operation: Operation
  readonly actor: Actor
}

/** A logbook in memory: operations go in, documents come out, frozen. */
export interface Book {
  /** What was done so far, in order; a server can be told the same. */
  readonly done: readonly Done[]
  readonly find: FindDocument
  /** Decides and keeps the result. */
  readonly act: (operation: Operation, actor: Actor) => Decision
  /** The same for an operation that a test takes for granted: throws when it is refused. */
  readonly must: (operation: Operation, actor: Actor) => LogbookDocument
}

export function aBook(): Book {
  const documents = new Map<string, LogbookDocument>()
  const done: Done[] = []
  const find = (id: DocumentId) => documents.get(id) ?? null
  const act = (operation: Operation, who: Actor) => {
    const before = find(operation.documentId)
    // Only what `relatedIds` names can be found, as on the server.
    const related = relatedIds(before, operation)
    const decision = decide(before, deepFreeze(operation), who, (id) =>
      related.includes(id) ? find(id) : null,
    )
    if (decision.document) documents.set(operation.documentId, deepFreeze(decision.document))
    done.push({ operation, actor: who })
    return decision
  }
  return {
    done,
    find,
    act,
    must: (operation, who) => {
      const decision = act(operation, who)
      if (decision.verdict === 'rejected') {
        throw new Error(
          `${operation.type} of ${operation.kind} by ${who.role}: ${decision.verdict}`,
        )
      }
      return decision.document
    },
  }
}

/** `operation` done on `document`, in a logbook with nothing else; throws when it is refused. */
export function after(
  document: LogbookDocument | null,
  operation: Operation,
  who: Actor,
  find?: FindDocument,
): LogbookDocument {
  const decision = decide(document, operation, who, find)
  if (decision.verdict === 'rejected') {
    throw new Error(`${operation.type} of ${operation.kind} by ${who.role} was refused`)
  }
  return deepFreeze(decision.document)
}

/** A version’s hash; throws where there is none, which is a mistake in the test. */
export function lastHash(document: LogbookDocument): string {
  const version = lastVersion(document)
  if (!version) throw new Error('the document has no version')
  return version.hash
}

export const entryId = (week: string, logbook = logbookId): DocumentId =>
  documentIdOf(logbook, 'entry', [week])

/** A document that nobody has written yet. */
export const unwritten = (kind: KindName, id: DocumentId = nextId()): Target => ({ id, kind })

export const WEEK = '2025-W45'
export const anUnwrittenWeek = (week = WEEK): Target => unwritten('entry', entryId(week))

/** The apprentice’s entry of a week, brought to a state by real operations. */
export function writeWeek(
  book: Book,
  state: 'draft' | 'submitted' | 'signed' | 'returned' | 'withdrawn',
  {
    week = WEEK,
    told = 'Prospection téléphonique\u00a0: 40 appels.',
    more = {},
  }: { readonly week?: string; readonly told?: string; readonly more?: Content } = {},
): LogbookDocument {
  const set = { week, told, 'tasks/prospection': true, ...more }
  let entry = book.must(aPatch(anUnwrittenWeek(week), set), apprentice)
  if (state === 'draft') return entry
  entry = book.must(anAct('submit', entry), apprentice)
  if (state === 'signed') return book.must(aSignature(entry), master)
  if (state === 'returned') return book.must(aReturn(entry), master)
  return state === 'withdrawn' ? book.must(anAct('withdraw', entry), apprentice) : entry
}

/** A visit of the trainer, brought to a state by real operations. `amended`: a draft again. */
export function writeVisit(
  book: Book,
  state: 'draft' | 'published' | 'acknowledged' | 'discarded' | 'amended',
  set: Content = {},
): LogbookDocument {
  const words = { date: '2025-11-04', mode: 'on-site', observations: 'Bonne intégration.', ...set }
  let visit = book.must(aPatch(unwritten('visit'), words), trainer)
  if (state === 'draft') return visit
  if (state === 'discarded') return book.must(anAct('discard', visit), trainer)
  visit = book.must(anAct('publish', visit), trainer)
  if (state === 'acknowledged') return book.must(aSignature(visit), master)
  return state === 'amended' ? book.must(anAct('amend', visit), trainer) : visit
}

/** The frame of an interview, without a section yet: the invitation. */
export function writeFrame(
  book: Book,
  type: 'tripartite' | 'formative' = 'tripartite',
  more: Content = {},
  kind: InterviewKind = 'interview',
) {
  const set = { type, date: '2025-12-02', mode: 'on-site', place: 'Salle 12', ...more }
  return book.must(aPatch(unwritten(kind), set), trainer)
}

/** One party’s section of an interview. `party`: who writes it. */
export function writeSection(
  book: Book,
  interview: LogbookDocument,
  party: 'apprentice' | 'master' | 'trainer',
  state: 'draft' | 'submitted' | 'withdrawn' = 'submitted',
): LogbookDocument {
  const target = unwritten(sectionKindOf(interview.kind), sectionIdOf(interview, party))
  const set = { interview: interview.id, party, progress: `Les progrès vus par ${party}.` }
  let section = book.must(aPatch(target, set), actor(party))
  if (state === 'draft') return section
  section = book.must(anAct('submit', section), actor(party))
  return state === 'withdrawn' ? book.must(anAct('withdraw', section), actor(party)) : section
}

export type InterviewState = 'open' | 'frozen' | 'signed' | 'discarded' | 'amended'

/**
 * An interview with the sections its type asks for, all sent, brought to a state by real
 * operations. The sections are in `book`, at `sectionIdOf`. `amended`: open again.
 */
export function writeInterview(
  book: Book,
  state: InterviewState,
  type: 'tripartite' | 'formative' = 'tripartite',
  more: Content = {},
  kind: InterviewKind = 'interview',
): LogbookDocument {
  let interview = writeFrame(book, type, more, kind)
  if (state === 'discarded') return book.must(anAct('discard', interview), trainer)
  const parties =
    type === 'formative'
      ? (['apprentice', 'trainer'] as const)
      : (['apprentice', 'master', 'trainer'] as const)
  const hashes = parties.map((party) => [party, lastHash(writeSection(book, interview, party))])
  if (state === 'open') return interview
  interview = book.must(
    aFreeze(interview, Object.fromEntries(hashes) as Freeze['sections']),
    trainer,
  )
  if (state === 'amended') return book.must(anAct('amend', interview), trainer)
  if (state === 'frozen') return interview
  for (const party of parties) interview = book.must(aSignature(interview), actor(party))
  return interview
}

/** A note of the master. */
export function writeNote(book: Book, state: 'draft' | 'published' | 'discarded'): LogbookDocument {
  const note = book.must(aPatch(unwritten('note'), { text: 'Absent lundi, bon retour.' }), master)
  if (state === 'draft') return note
  return book.must(anAct(state === 'published' ? 'publish' : 'discard', note), master)
}

/** The entry of a week, alone in the world. */
export const aWeek = (
  state: Parameters<typeof writeWeek>[1],
  options: Parameters<typeof writeWeek>[2] = {},
): LogbookDocument => writeWeek(aBook(), state, options)

/** A visit, alone in the world. */
export const aVisit = (
  state: Parameters<typeof writeVisit>[1],
  set: Content = {},
): LogbookDocument => writeVisit(aBook(), state, set)

/** An interview with its sections. */
export function anInterview(
  state: InterviewState,
  type: 'tripartite' | 'formative' = 'tripartite',
): { readonly book: Book; readonly interview: LogbookDocument } {
  const book = aBook()
  return { book, interview: writeInterview(book, state, type) }
}
