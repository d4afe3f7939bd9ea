import { describe, expect, it } from 'vitest'
import {
  admissionOf,
  isSettled,
  statesOf,
  type AdmissionRule,
} from '#domain/enrolment/admission.ts'
import { aBook, actor, personId, type PersonName } from '#tests/support/builders.ts'
import { unwrittenOf, writeEnrolment } from '#tests/support/enrolmentDocuments.ts'
import { anAct, aPatch } from '#tests/support/builders.ts'

const rules: readonly AdmissionRule[] = [
  { code: 'file', title: 'Le dossier', type: 'step' },
  { code: 'workshops', title: 'Les ateliers', type: 'option' },
  { code: 'opco', title: 'L’OPCO', type: 'decision' },
]

/** A note of one step, written at an instant. */
function note(by: PersonName, step: string, state: string, at: string) {
  const book = aBook()
  const who = { ...actor(by), at }
  const set = { step, state, on: '2025-06-16' }
  const draft = book.must(aPatch(unwrittenOf('admissionStep', {}), set), who)
  return book.must(anAct('publish', draft), who)
}

describe('the admission', () => {
  it('has every step of the programme, open until somebody notes it', () => {
    expect(admissionOf(rules, [])).toEqual(
      rules.map((rule) => ({ rule, state: 'open', on: null, by: null })),
    )
    const draft = writeEnrolment(aBook(), 'admissionStep', 'draft')
    expect(admissionOf(rules, [draft])[0]?.state).toBe('open')
  })

  it('says of each step what was noted last, on which day and by whom, in whatever order it came', () => {
    const refused = note('coordinator', 'opco', 'refused', '2025-09-20T08:00:00.000Z')
    const accepted = note('trainer', 'opco', 'accepted', '2025-10-02T08:00:00.000Z')
    for (const documents of [
      [refused, accepted],
      [accepted, refused],
    ]) {
      expect(admissionOf(rules, documents)[2]).toEqual({
        rule: rules[2],
        state: 'accepted',
        on: '2025-06-16',
        by: personId('trainer'),
      })
    }
  })

  it('a step that another diploma names changes nothing', () => {
    const other = note('trainer', 'swimming', 'done', '2025-09-20T08:00:00.000Z')
    expect(admissionOf(rules, [other]).every(({ state }) => state === 'open')).toBe(true)
  })

  it('a refusal is not the end of it, and only what nobody needs can be left out', () => {
    expect(
      ['done', 'not-needed', 'accepted', 'open', 'refused'].map((each) =>
        isSettled(each as 'open'),
      ),
    ).toEqual([true, true, true, false, false])
    expect(rules.filter((rule) => statesOf(rule).includes('not-needed'))).toEqual([rules[1]])
    expect(rules.filter((rule) => statesOf(rule).includes('refused'))).toEqual([rules[2]])
  })
})
