import { describe, expect, it } from 'vitest'
import { dispensedExams, dispenseRequestsOf, groundFits } from '#domain/exams/dispenseRequests.ts'
import { aBook, actor, aReturn } from '#tests/support/builders.ts'
import { writeEnrolment } from '#tests/support/enrolmentDocuments.ts'
import { exams } from './diploma.ts'

const aRequest = (unit: string, state: 'draft' | 'sent' | 'signed' | 'reopened', book = aBook()) =>
  writeEnrolment(book, 'dispense', state, { identity: { unit } })

describe('a request for a dispense', () => {
  it.each([
    ['draft', 'draft'],
    ['sent', 'asked'],
    ['reopened', 'draft'],
    ['signed', 'given'],
  ] as const)('%s: %s', (written, state) => {
    expect(dispenseRequestsOf([aRequest('U1', written)])).toMatchObject([{ unit: 'U1', state }])
  })

  it('that came back waits for the apprentice, and frees from nothing any more', () => {
    const book = aBook()
    const given = aRequest('U1', 'signed', book)
    expect(dispensedExams(exams, [given])).toEqual(['E1'])
    const returned = book.must(aReturn(given, 'Le rectorat a refusé.'), actor('coordinator'))
    expect(dispenseRequestsOf([returned])).toMatchObject([{ unit: 'U1', state: 'returned' }])
    expect(dispensedExams(exams, [returned])).toEqual([])
  })

  it('frees from the exam of its unit alone, once it is given', () => {
    expect(dispensedExams(exams, [aRequest('U1', 'sent')])).toEqual([])
    expect(dispensedExams(exams, [aRequest('U1', 'signed'), aRequest('U3', 'sent')])).toEqual([
      'E1',
    ])
  })

  it('never frees from an exam of the trade, even one that somebody signed', () => {
    expect(dispensedExams(exams, [aRequest('U4', 'signed')])).toEqual([])
  })
})

describe('a ground', () => {
  const rules = [
    { unit: 'U1', holders: ['other-bts', 'dut'], passed: null, source: 'JO 144' },
    { unit: 'U3', holders: ['dut'], passed: 'economics', source: 'JO 144' },
    { unit: 'U4', holders: ['dut'], passed: null, source: 'a mistake' },
  ]
  it.each([
    ['U1', 'dut', '', true],
    ['U1', 'licence', '', false],
    ['U3', 'dut', '', false],
    ['U3', 'dut', 'economics', true],
    ['U4', 'dut', '', false],
  ])('%s with %s %s: %s', (unit, diploma, passed, fits) => {
    expect(groundFits(exams, rules, { unit, diploma, passed })).toBe(fits)
  })
})
