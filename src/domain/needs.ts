import { requestsFor } from './awaitingSignature.ts'
import { addDays } from './civilDate.ts'
import { draftContent } from './content.ts'
import { sectionIdOf } from './decide.ts'
import type { DocumentId } from './identifiers.ts'
import { follows, type Role } from './kind.ts'
import { isInterviewKind } from './interviewKinds.ts'
import { kinds } from './kinds.ts'
import { firstInterviewBy, nextVisitBy, type Followed, type FollowPolicy } from './meetingsDue.ts'
import { lastVersion, type LogbookDocument } from './logbookDocument.ts'
import type { Reader } from './rights.ts'
import { signedBy, signersOf } from './signing.ts'
import type { WeekStatus } from './weekStates.ts'

/** Days after which a week that the master has not signed is worth a call. */
const WAITING_DAYS = 21
/** Days before its date from which a missing visit or interview is announced: time to agree on a day. */
const NOTICE_DAYS = 28

/**
 * Something a logbook waits for. `yours`: the person asked for can do it; otherwise somebody else
 * has to, and the person looks after it.
 */
export type Need = { readonly yours: boolean } & (
  | { readonly type: 'late-weeks'; readonly weeks: readonly string[] }
  /** `by`: ISO date until which it has to be done. The interview is the first of a contract. */
  | {
      readonly type: 'visit-overdue' | 'visit-due' | 'interview-overdue' | 'interview-due'
      readonly by: string
    }
  | { readonly type: 'waiting-weeks'; readonly weeks: readonly string[] }
  | { readonly type: 'returned-weeks'; readonly weeks: readonly string[] }
  /** `roles`: who has not signed, not written, or not read. */
  | {
      readonly type: 'signature-missing' | 'section-missing' | 'visit-unread'
      readonly documentId: DocumentId
      readonly roles: readonly Role[]
    }
  /** All parts are there: the author freezes the interview. */
  | { readonly type: 'interview-ready'; readonly documentId: DocumentId }
  /** What the apprentice asks the centre for, see `requestsFor`. */
  | { readonly type: 'requests-waiting'; readonly documents: readonly DocumentId[] }
)

/** Most urgent first: what is overdue, what only waits for a signature, what waits for words. */
const order: readonly Need['type'][] = [
  'late-weeks',
  'visit-overdue',
  'interview-overdue',
  'requests-waiting',
  'waiting-weeks',
  'signature-missing',
  'interview-ready',
  'returned-weeks',
  'section-missing',
  'visit-due',
  'interview-due',
  'visit-unread',
]

/** `documents`: every one of one logbook that the person may read, of any kind. */
export interface LogbookView extends Followed {
  /** Of the same logbook, from `weekStates`. */
  readonly weeks: readonly WeekStatus[]
  /** Of its centre. */
  readonly policy: FollowPolicy
}

/**
 * What one logbook needs on `today`, as far as the person has to do with it; most urgent first,
 * of the same kind the oldest first. New array. Guardians and auditors read: they get none.
 */
export function needsOf(view: LogbookView, person: Reader, today: string): Need[] {
  const isFollower = follows(person.role)
  const concerned = isFollower || person.role === 'apprentice' || person.role === 'master'
  if (!concerned) return []
  const needs = [
    ...weekNeeds(view, person.role, isFollower, today),
    ...(isFollower ? meetingNeeds(view, person.role, today) : []),
    ...(isFollower ? requestNeeds(view, person) : []),
    ...view.documents.flatMap((document) => documentNeeds(document, view, person, isFollower)),
  ]
  return needs.sort(compareNeeds)
}

/** The logbook with the more urgent needs first; of the same kind, the one with more of it. */
export function compareLogbookNeeds(one: readonly Need[], other: readonly Need[]): number {
  for (let at = 0; at < Math.max(one.length, other.length); at += 1) {
    const [a, b] = [one[at], other[at]]
    if (!a || !b) return a ? -1 : 1
    const difference = rankOf(a) - rankOf(b) || sizeOf(b) - sizeOf(a)
    if (difference !== 0) return difference
  }
  return 0
}

/** Whether a need is a reason to open the logbook today; a report nobody has read yet is not. */
export const isPressing = ({ type }: Need): boolean => type !== 'visit-unread'

const rankOf = ({ type }: Need) => order.indexOf(type)
/** How many things a need is about. */
export const sizeOf = (need: Need): number =>
  'weeks' in need ? need.weeks.length : 'documents' in need ? need.documents.length : 1
const startOf = (need: Need) => ('weeks' in need ? (need.weeks[0] ?? '') : '')

const compareNeeds = (one: Need, other: Need) =>
  rankOf(one) - rankOf(other) || startOf(one).localeCompare(startOf(other))

function weekNeeds(
  { documents, weeks }: LogbookView,
  role: Role,
  isFollower: boolean,
  today: string,
): Need[] {
  const weeksIn = (state: WeekStatus['state']) =>
    weeks.filter((each) => each.state === state).map(({ week }) => week)
  const limit = addDays(today, -WAITING_DAYS)
  const sentAt = new Map(documents.map((each) => [each.id, lastVersion(each)?.at.slice(0, 10)]))
  // A master signs whenever there is something; the others look after what has waited too long.
  const waiting = weeks
    .filter(({ state }) => state === 'sent')
    .filter(({ documentId }) => {
      const sent = documentId === null ? undefined : sentAt.get(documentId)
      return role === 'master' || (isFollower && sent !== undefined && sent <= limit)
    })
    .map(({ week }) => week)
  const own = role === 'apprentice'
  const asked = own || isFollower
  const found: Need[] = [
    { type: 'late-weeks', yours: own, weeks: asked ? weeksIn('late') : [] },
    { type: 'returned-weeks', yours: own, weeks: asked ? weeksIn('returned') : [] },
    { type: 'waiting-weeks', yours: role === 'master', weeks: waiting },
  ]
  return found.filter((need) => sizeOf(need) > 0)
}

function requestNeeds({ documents }: LogbookView, person: Reader): Need[] {
  const requests = requestsFor(documents, person).map(({ id }) => id)
  return requests.length > 0 ? [{ type: 'requests-waiting', yours: true, documents: requests }] : []
}

/** What has to be held by a day, and is not yet; announced some weeks before it. */
function meetingNeeds(view: LogbookView, role: Role, today: string): Need[] {
  const yours = role === 'trainer'
  const need = (meeting: 'visit' | 'interview', by: string | null): Need[] => {
    if (by === null || addDays(by, -NOTICE_DAYS) > today) return []
    return [{ type: by < today ? `${meeting}-overdue` : `${meeting}-due`, yours, by }]
  }
  return [
    ...need('visit', nextVisitBy(view, view.policy, today)),
    ...need('interview', firstInterviewBy(view, view.policy, today)),
  ]
}

function documentNeeds(
  document: LogbookDocument,
  { documents }: LogbookView,
  { personId, role }: Reader,
  isFollower: boolean,
): Need[] {
  const kind = kinds[document.kind]
  const documentId = document.id
  if (document.kind === 'visit' && document.state === 'published') {
    return [{ type: 'visit-unread', yours: !isFollower, documentId, roles: unsigned(document) }]
  }
  if (!isInterviewKind(document.kind)) return []
  if (document.state === 'frozen') {
    const roles = unsigned(document)
    const yours = roles.includes(role)
    return yours || isFollower ? [{ type: 'signature-missing', yours, documentId, roles }] : []
  }
  if (document.state !== 'open') return []
  const roles = signersOf(kind, draftContent(kind, document)).filter((party) => {
    const id = sectionIdOf(document, party)
    return documents.find((each) => each.id === id)?.state !== 'submitted'
  })
  if (roles.length === 0) {
    const yours = document.author === personId
    return yours || isFollower ? [{ type: 'interview-ready', yours, documentId }] : []
  }
  const yours = roles.includes(role)
  return yours || isFollower ? [{ type: 'section-missing', yours, documentId, roles }] : []
}

/** Whose signature the current version asks for and has not. */
function unsigned(document: LogbookDocument): Role[] {
  const signed = signedBy(document)
  const wanted = signersOf(kinds[document.kind], lastVersion(document)?.content ?? {})
  return wanted.filter((role) => !signed.includes(role))
}
