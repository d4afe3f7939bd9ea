import { expect, it } from 'vitest'
import { awaitsSignature, requestsFor } from '#domain/awaitingSignature.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import {
  aBook,
  actor,
  anAct,
  aPatch,
  aSignature,
  writeInterview,
  writeVisit,
  writeWeek,
  type Book,
  type PersonName,
} from '#tests/support/builders.ts'
import { writeAbsence, writeAidClaim, writeMotive } from '#tests/support/apprenticeshipBuilders.ts'
import { writeEnrolment } from '#tests/support/enrolmentDocuments.ts'
import { writePiece, writePublished } from '#tests/support/trainingDocuments.ts'

const people = ['apprentice', 'master', 'secondMaster', 'trainer', 'coordinator'] as const

const askedOf = (book: Book, document: LogbookDocument): readonly PersonName[] =>
  people.filter((who) => awaitsSignature(document, actor(who), book.find))

const signedBy = (book: Book, document: LogbookDocument, who: PersonName) =>
  book.must(aSignature(document), actor(who))

it('what was sent asks those whom its kind names, and nobody else', () => {
  const book = aBook()
  const masters = ['master', 'secondMaster']
  expect(askedOf(book, writeWeek(book, 'submitted'))).toEqual(masters)
  expect(askedOf(book, writePiece(book, 'submitted'))).toEqual(masters)
  expect(askedOf(book, writeVisit(book, 'published'))).toEqual(['apprentice', ...masters])
  expect(askedOf(book, writeInterview(book, 'frozen'))).toEqual([
    'apprentice',
    ...masters,
    'trainer',
  ])
  expect(askedOf(book, writePublished(book, 'objective', 'published'))).toEqual(['apprentice'])
  expect(askedOf(book, writePublished(book, 'mark', 'published'))).toEqual([])
})

it('what is written, taken back or returned asks for nothing yet', () => {
  const book = aBook()
  for (const state of ['draft', 'reopened', 'returned', 'signed', 'discarded'] as const) {
    expect(askedOf(book, writePiece(book, state)), state).toEqual([])
  }
})

it('one of two masters is enough; the others whom it names are still asked', () => {
  const book = aBook()
  expect(askedOf(book, signedBy(book, writePiece(book, 'submitted'), 'secondMaster'))).toEqual([])
  expect(askedOf(book, signedBy(book, writeVisit(book, 'published'), 'secondMaster'))).toEqual([
    'apprentice',
  ])
})

it('an objective that its author ended waits for nobody', () => {
  const book = aBook()
  const set = { owner: 'master', outcome: 'dropped' }
  expect(askedOf(book, writePublished(book, 'objective', 'published', { set }))).toEqual([])
})

it('a proof waits for the side that reads the motive', () => {
  const book = aBook()
  const absence = writeAbsence(book, 'published')
  const company = writeMotive(book, absence, 'company', 'submitted')
  expect(askedOf(book, company)).toEqual(['master', 'secondMaster'])
  const centre = writeMotive(book, absence, 'centre', 'submitted')
  expect(askedOf(book, centre)).toEqual(['coordinator'])
})

it('no proof waits where the law asks for none, nor of an absence that was cancelled', () => {
  const book = aBook()
  const leave = writeAbsence(book, 'published')
  expect(askedOf(book, writeMotive(book, leave, 'company', 'submitted', 'paid-leave'))).toEqual([])

  const mistaken = writeAbsence(book, 'published')
  const motive = writeMotive(book, mistaken, 'company', 'submitted')
  const apprentice = actor('apprentice')
  const amended = book.must(anAct('amend', mistaken), apprentice)
  book.must(
    anAct('publish', book.must(aPatch(amended, { cancelled: 'yes' }), apprentice)),
    apprentice,
  )
  expect(askedOf(book, motive)).toEqual([])
})

it('a claim that was taken back asks the centre for nothing', () => {
  const book = aBook()
  expect(askedOf(book, writeAidClaim(book, 'submitted'))).toEqual(['coordinator'])
  expect(askedOf(book, writeAidClaim(book, 'submitted', { cancelled: 'yes' }))).toEqual([])
})

it('what an apprentice asks the centre for waits for who decides it, once, and for nobody else', () => {
  const book = aBook()
  const absence = writeAbsence(book, 'published')
  const asked = [
    writeMotive(book, absence, 'centre', 'submitted'),
    writeAidClaim(book, 'submitted'),
    writeEnrolment(book, 'dispense', 'sent'),
  ]
  const others = [
    absence,
    writeMotive(book, absence, 'company', 'submitted'),
    writeAidClaim(book, 'signed'),
    writeAidClaim(book, 'returned'),
    writeEnrolment(book, 'dispense', 'signed'),
    writeWeek(book, 'submitted'),
    writePublished(book, 'objective', 'published', { set: { owner: 'trainer' } }),
  ]
  const of = (who: PersonName) => requestsFor([...others, ...asked], actor(who))
  expect(of('coordinator')).toEqual(asked)
  for (const who of ['master', 'trainer', 'guardian', 'auditor'] as const) {
    expect(of(who)).toEqual([])
  }
})

it('nothing of another centre asks anybody here', () => {
  const book = aBook()
  const piece = writePiece(book, 'submitted')
  expect(awaitsSignature(piece, actor('master', 'elsewhere'), book.find)).toBe(false)
})
