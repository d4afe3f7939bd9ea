import { motiveIdOf, motiveKinds, type MotiveSide } from '#domain/absences/motiveId.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import type { Content } from '#domain/operation.ts'
import { actor, anAct, apprentice, aPatch, aSignature, unwritten, type Book } from './builders.ts'

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
