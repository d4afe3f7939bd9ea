import { describe, expect, it } from 'vitest'
import { formOf, type ExamForm } from '#domain/exams/exam.ts'

const form = (
  from: number,
  centre: ExamForm['centre'],
  assessment: ExamForm['assessment'],
): ExamForm => ({ from, centre, assessment, situations: [], source: `${from} ${centre}` })

/** As E4: by CCF where the centre is accredited, and the text of 2018 changed with session 2025. */
const forms = [
  form(2020, 'accredited', 'ccf'),
  form(2025, 'accredited', 'ccf'),
  form(2020, 'other', 'final'),
]

describe('the form of an exam', () => {
  it.each<[number, boolean, string | null, string]>([
    [2027, true, '2025 accredited', 'circulaire of session 2025, still in force'],
    [2025, true, '2025 accredited', 'its first session'],
    [2024, true, '2020 accredited', 'arrêté of 2018'],
    [2027, false, '2020 other', 'D643-19: not accredited, so final'],
    [2019, true, null, 'the diploma had no session yet'],
  ])('session %i, accredited %s: %s (%s)', (session, accredited, expected) => {
    expect(formOf(forms, { session, accredited })?.source ?? null).toBe(expected)
  })

  it('may be the same for both kinds of centre, and does not depend on the order of the data', () => {
    const any = [form(2026, 'any', 'final'), form(2020, 'any', 'final')]
    expect(formOf(any, { session: 2027, accredited: false })?.from).toBe(2026)
    expect(formOf(any.toReversed(), { session: 2027, accredited: true })?.from).toBe(2026)
  })
})
