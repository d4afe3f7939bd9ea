import { motiveIdOf, motiveKinds, type MotiveSide } from '#domain/absences/motiveId.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import type { Content } from '#domain/operation.ts'
import {
  actor,
  anAct,
  apprentice,
  aPatch,
  aReturn,
  aSignature,
  unwritten,
  type Book,
} from './builders.ts'

/** A contract as the coordinator writes it, brought to a state by real operations. */
export function writeContract(
  book: Book,
  state: 'draft' | 'published' | 'discarded' | 'amended',
  set: Content = {},
): LogbookDocument {
  const words = {
    ...{ birthDate: '2005-03-10', start: '2025-09-01', end: '2027-08-31', cycleMonths: 24 },
    ...{ 'couples/c1/company': 'Maison Perrier, Roanne', 'couples/c1/master': 'Paul Durand' },
    ...set,
  }
  const written = book.must(aPatch(unwritten('contract'), words), actor('coordinator'))
  if (state === 'draft') return written
  if (state === 'discarded') return book.must(anAct('discard', written), actor('coordinator'))
  const published = book.must(anAct('publish', written), actor('coordinator'))
  return state === 'amended'
    ? book.must(anAct('amend', published), actor('coordinator'))
    : published
}

/** An absence of one day that the apprentice declares, brought to a state by real operations. */
export function writeAbsence(
  book: Book,
  state: 'draft' | 'published' | 'discarded' | 'amended',
  set: Content = {},
): LogbookDocument {
  const halves = { 'halfDays/2025-11-03.am': true, 'halfDays/2025-11-03.pm': true, ...set }
  const written = book.must(aPatch(unwritten('absence'), halves), apprentice)
  if (state === 'draft') return written
  if (state === 'discarded') return book.must(anAct('discard', written), apprentice)
  const published = book.must(anAct('publish', written), apprentice)
  return state === 'amended' ? book.must(anAct('amend', published), apprentice) : published
}

/** Why the apprentice was absent, told to one side. `signed`: who may, saw the proof. */
export function writeMotive(
  book: Book,
  absence: LogbookDocument,
  side: MotiveSide,
  state: 'draft' | 'submitted' | 'signed' | 'withdrawn',
  motive = 'illness',
): LogbookDocument {
  const target = unwritten(motiveKinds[side], motiveIdOf(absence, side))
  const draft = book.must(aPatch(target, { absence: absence.id, motive }), apprentice)
  if (state === 'draft') return draft
  const sent = book.must(anAct('submit', draft), apprentice)
  if (state === 'withdrawn') return book.must(anAct('withdraw', sent), apprentice)
  const seer = actor(side === 'centre' ? 'coordinator' : 'master')
  return state === 'signed' ? book.must(aSignature(sent), seer) : sent
}

type PublishedState = 'draft' | 'published' | 'discarded' | 'amended'

function publishBy(
  book: Book,
  role: 'trainer' | 'coordinator',
  kind: 'individualPath' | 'payNote',
  [state, words]: readonly [PublishedState, Content],
): LogbookDocument {
  const written = book.must(aPatch(unwritten(kind), words), actor(role))
  if (state === 'draft') return written
  if (state === 'discarded') return book.must(anAct('discard', written), actor(role))
  const published = book.must(anAct('publish', written), actor(role))
  return state === 'amended' ? book.must(anAct('amend', published), actor(role)) : published
}

/** What the trainer changed in the calendar of one apprentice: late entry, where nothing else is said. */
export const writePath = (book: Book, state: PublishedState, set: Content = {}): LogbookDocument =>
  publishBy(book, 'trainer', 'individualPath', [
    state,
    { change: 'late-entry', from: '2026-01-05', ...set },
  ])

/** What the centre tells the company of one month. */
export const writePayNote = (book: Book, state: PublishedState, set: Content = {}) =>
  publishBy(book, 'coordinator', 'payNote', [
    state,
    { month: '2025-11-01', deductible: 210, ...set },
  ])

/** What the apprentice asks the centre for, brought to a state by real operations. */
export function writeAidClaim(
  book: Book,
  state: 'draft' | 'submitted' | 'returned' | 'signed' | 'discarded' | 'reopened',
  set: Content = {},
): LogbookDocument {
  const words = { aid: 'stay', on: '2025-11-01', 'nights/2025-11-03': true, ...set }
  const draft = book.must(aPatch(unwritten('aidClaim'), words), apprentice)
  if (state === 'draft') return draft
  if (state === 'discarded') return book.must(anAct('discard', draft), apprentice)
  const sent = book.must(anAct('submit', draft), apprentice)
  if (state === 'submitted') return sent
  if (state === 'returned') return book.must(aReturn(sent), actor('coordinator'))
  if (state === 'reopened') return book.must(anAct('withdraw', sent), apprentice)
  return book.must(aSignature(sent), actor('coordinator'))
}
