import { describe, expect, test } from 'vitest'
import { alternationCalendar } from '#domain/calendar/alternation.ts'
import { countsOf, halfDaysOf } from '#domain/calendar/counts.ts'
import { closedWeeksOf } from '#domain/calendar/entryWeeks.ts'
import { formOf } from '#domain/exams/exam.ts'
import { resultOf } from '#domain/exams/result.ts'
import { weeksBetween } from '#domain/week.ts'
import { calendarOf } from '#features/parts/calendarOf.ts'
import { findCohortPlan } from '#programmes/plans.ts'
import { findProgramme } from '#programmes/programmes.ts'
import { mistakesOf } from './typography.ts'

const btsMco = await findProgramme('bts-mco')
if (!btsMco) throw new Error('there is no programme')

describe('its calendar', async () => {
  const plan = await findCohortPlan('bts-mco', '2026-2028')
  const contract = { start: '2026-09-01', end: '2028-08-31' }
  if (!plan) throw new Error('there is no plan')
  const calendar = alternationCalendar({ contract, plan })

  test('has the hours that the programme asks for, to a week', () => {
    const hours = (halfDaysOf(calendar, 'centre').length * plan.rhythm.minutesPerHalfDay) / 60
    expect(hours).toBeGreaterThan(btsMco.hours - 18)
    expect(hours).toBeLessThan(btsMco.hours + 18)
  })

  test('says the same weeks to a phone at once as day by day', () => {
    const facts = { programme: 'bts-mco', cohort: '2026-2028', contract }
    const quick = calendarOf(facts as Parameters<typeof calendarOf>[0], [])
    const weeks = weeksBetween(contract.start, contract.end)
    expect(weeks.filter((week) => quick.closedWeeks.includes(week))).toEqual(
      closedWeeksOf(calendar),
    )
  })
})

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

  test('says what could not be established, and that its dates are a proposal', () => {
    expect(btsMco.toConfirm.length).toBeGreaterThan(3)
    expect(btsMco.toConfirm[0]).toContain('proposition')
    expect(btsMco.sessions).toEqual([])
    const team = btsMco.exams.find(({ code }) => code === 'E8')
    // How it goes in a centre without CCF was not read anywhere.
    expect(formOf(team?.forms ?? [], { session: 2027, accredited: false })).toBeNull()
  })

  test('tells a centre without CCF how its other exams go, and what was read in an older text', () => {
    const inOther = btsMco.exams.map(({ forms }) =>
      formOf(forms, { session: 2028, accredited: false }),
    )
    expect(inOther.map((form) => form?.assessment ?? null)).toEqual([
      ...['final', 'final', 'final', 'final', 'final', 'final', 'final'],
      null,
    ])
    expect(inOther[2]?.situations).toMatchObject([
      { mode: 'oral', minutes: 20, preparationMinutes: 20 },
    ])
    expect(inOther[2]?.toConfirm).toContain('2018')
  })

  test('takes people in, follows and assesses them as its centre does, so that no screen is without choices', () => {
    const { sheet, dispenses } = btsMco
    expect(sheet.admission.map(({ code }) => code)).toContain('parcoursup')
    expect([sheet.assessments.length, sheet.interviews.length, sheet.visitsAYear]).toEqual([
      6, 3, 2,
    ])
    expect(sheet.placementThemes.length).toBeGreaterThan(4)
    expect(dispenses.map(({ unit }) => unit)).toEqual(['U1', 'U4'])
    expect(btsMco.toConfirm.join(' ')).toContain('autre formation du centre')
    expect(JSON.stringify(btsMco)).not.toMatch(/NDRC/u)
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
