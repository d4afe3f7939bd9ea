import { describe, expect, test } from 'vitest'
import { alternationCalendar } from '#domain/calendar/alternation.ts'
import { countsOf } from '#domain/calendar/counts.ts'
import { formOf } from '#domain/exams/exam.ts'
import { resultOf } from '#domain/exams/result.ts'
import { findProgramme } from '#programmes/programmes.ts'
import { mistakesOf } from './typography.ts'

const btsMco = await findProgramme('bts-mco')
if (!btsMco) throw new Error('there is no programme')

describe('a second programme', () => {
  test('has the four blocks and 16 skills of its framework', () => {
    const professional = btsMco.blocks.filter((block) => block.activities.length > 0)
    expect(professional.map((block) => block.skills.length)).toEqual([4, 5, 3, 4])
    expect([btsMco.rncp, btsMco.diplomaCode]).toEqual(['RNCP38362', '32031213'])
  })

  test('has eight exams of 21 coefficients, two of them of one and a half', () => {
    expect(btsMco.exams.map(({ coefficient }) => coefficient)).toEqual([3, 1.5, 1.5, 3, 3, 3, 3, 3])
    expect(resultOf(btsMco.exams, {}).coefficientsInAll).toBe(21)
  })

  test('says what could not be established, and invents no dates', () => {
    expect(btsMco.toConfirm.length).toBeGreaterThan(3)
    expect([btsMco.cohorts, btsMco.rhythm, btsMco.sessions]).toEqual([[], null, []])
    const oral = btsMco.exams.find(({ code }) => code === 'E3')
    // How it goes in a centre without CCF was not read anywhere.
    expect(formOf(oral?.forms ?? [], { session: 2027, accredited: false })).toBeNull()
  })

  test('names its skills and tasks once each, with French typography', () => {
    const skills = btsMco.blocks.flatMap((block) => block.skills.map((each) => each.shortLabel))
    const tasks = btsMco.blocks.flatMap((block) =>
      block.activities.flatMap((each) => each.tasks.map((task) => task.shortLabel)),
    )
    expect(new Set(skills).size).toBe(skills.length)
    expect(new Set(tasks).size).toBe(tasks.length)
    expect(mistakesOf(btsMco)).toEqual([])
  })

  test('is run by the same rules: a calendar and a result need no code of its own', () => {
    const year = { start: '2026-09-07', end: '2027-06-25' }
    const week = ['mon', 'tue', 'wed', 'thu', 'fri'] as const
    const whole = week.flatMap((day) => [`${day}-am`, `${day}-pm`] as const)
    const plan = {
      years: [year],
      rhythm: { weeks: [whole, []], minutesPerHalfDay: 210 },
      periods: [],
    }
    const calendar = alternationCalendar({ contract: year, plan })
    const twoWeeks = countsOf(calendar, { start: '2026-09-07', end: '2026-09-20' })
    expect(twoWeeks).toMatchObject({ centre: 10, company: 10, rest: 8 })

    const marks = Object.fromEntries(
      btsMco.exams.map(({ code }) => [code, { type: 'mark', value: 11 } as const]),
    )
    expect(resultOf(btsMco.exams, marks)).toMatchObject({ average: 11, verdict: 'passed' })
  })
})
