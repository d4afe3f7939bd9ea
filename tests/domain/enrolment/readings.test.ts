import { describe, expect, it } from 'vitest'
import { editionIn, readingsOf, wordingOf, type Reading } from '#domain/enrolment/readings.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import { aBook, actor, aSignature } from '#tests/support/builders.ts'
import { writeEnrolment } from '#tests/support/enrolmentDocuments.ts'

const text: Reading = {
  code: 'rights-and-duties',
  edition: '2026-09-01',
  of: 'centre',
  title: 'Droits et devoirs',
  lead: 'À lire.',
  statements: [{ code: 'pay', text: 'Vous êtes payé.', source: 'art. L6222-27' }],
  withGuardian: true,
}
const ofCompany: Reading = { ...text, code: 'company-rules', of: 'company' }
const here = { company: 'Boissons du Forez', guardian: false }

const stateOf = (documents: readonly LogbookDocument[], guardian = false, reading = text) =>
  readingsOf([reading], documents, { ...here, guardian })[0]

const acknowledged = (
  state: 'draft' | 'sent' | 'signed',
  edition = text.edition,
  by: 'alone' | 'with-guardian' = 'alone',
  book = aBook(),
) =>
  writeEnrolment(book, 'acknowledgement', state, {
    identity: { reading: text.code, edition },
    set: { by },
  })

describe('a text to acknowledge', () => {
  it('is open until the apprentice has signed it, not only sent it', () => {
    expect(stateOf([])).toMatchObject({ state: 'open', document: null, changed: false })
    expect(stateOf([acknowledged('draft')])?.state).toBe('open')
    expect(stateOf([acknowledged('sent')])?.state).toBe('open')
    expect(stateOf([acknowledged('signed')])).toMatchObject({ state: 'read', changed: false })
  })

  it('is asked for again when its wording has a new edition', () => {
    const before = acknowledged('signed', '2025-09-01')
    expect(stateOf([before])).toMatchObject({ state: 'open', document: null, changed: true })
    expect(stateOf([before, acknowledged('signed')])).toMatchObject({ state: 'read' })
  })

  it('of a company is another one for each company', () => {
    const edition = editionIn(ofCompany, here.company)
    expect(editionIn(text, here.company)).toBe(text.edition)
    const own = writeEnrolment(aBook(), 'acknowledgement', 'signed', {
      identity: { reading: ofCompany.code, edition },
    })
    expect(stateOf([own], false, ofCompany)?.state).toBe('read')
    const elsewhere = { company: 'Optique Jaurès', guardian: false }
    expect(readingsOf([ofCompany], [own], elsewhere)[0]).toMatchObject({
      state: 'open',
      changed: true,
    })
  })

  it('of a minor waits for the guardian, who waits for nobody once there is none', () => {
    const book = aBook()
    const both = writeEnrolment(book, 'acknowledgement', 'sent', {
      identity: { reading: text.code, edition: text.edition },
      set: { by: 'with-guardian' },
    })
    const signed = book.must(aSignature(both), actor('apprentice'))
    expect(signed.state).toBe('submitted')
    expect(stateOf([signed], true)?.state).toBe('guardian')
    // The eighteenth birthday has passed: nobody is left who could.
    expect(stateOf([signed], false)?.state).toBe('read')
    const bySomebodyElse = book.must(aSignature(signed), actor('guardian'))
    expect(bySomebodyElse.state).toBe('signed')
    expect(stateOf([bySomebodyElse], true)?.state).toBe('read')
  })

  it('cannot be signed by a guardian alone', () => {
    const book = aBook()
    const sent = acknowledged('sent', text.edition, 'with-guardian', book)
    const signed = book.must(aSignature(sent), actor('guardian'))
    expect(signed.state).toBe('submitted')
    expect(stateOf([signed], true)?.state).toBe('open')
  })
})

it('one other letter is another wording', () => {
  const other = { ...text, statements: [{ ...text.statements[0], text: 'Vous êtes payée.' }] }
  const wordings = [text, other, { ...text, edition: '2026-09-02' }, { ...text, lead: 'Lire.' }]
  expect(new Set(wordings.map((each) => wordingOf(each as Reading))).size).toBe(wordings.length)
  expect(wordingOf({ ...text })).toBe(wordingOf(text))
})
