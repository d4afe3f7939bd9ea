import { describe, expect, test } from 'vitest'
import { alternationCalendar } from '#domain/calendar/alternation.ts'
import { trainingTime } from '#domain/calendar/counts.ts'
import { closedWeeksOf } from '#domain/calendar/entryWeeks.ts'
import { dispensesOf } from '#domain/exams/dispenses.ts'
import { formOf } from '#domain/exams/exam.ts'
import { resultOf } from '#domain/exams/result.ts'
import { isAskedIn } from '#domain/exams/selfCheck.ts'
import { findCohortPlan } from '#programmes/plans.ts'
import { findProgramme } from '#programmes/programmes.ts'
import { mistakesOf } from './typography.ts'

const btsNdrc = await findProgramme('bts-ndrc')
if (!btsNdrc) throw new Error('there is no programme')

const skills = btsNdrc.blocks.flatMap((block) => block.skills)
const tasks = btsNdrc.blocks.flatMap((block) => block.activities.flatMap((one) => one.tasks))
const [cohort] = btsNdrc.cohorts

describe('the BTS NDRC', () => {
  test('has the 26 professional skills of the official framework, with their 48 criteria, and 34 tasks', () => {
    const professional = btsNdrc.blocks.filter((block) => block.activities.length > 0)
    expect(professional.map((block) => block.code)).toEqual(['B1', 'B2', 'B3'])
    const theirs = professional.flatMap((block) => block.skills)
    expect(theirs).toHaveLength(26)
    expect(theirs.flatMap((skill) => skill.criteria)).toHaveLength(48)
    expect(tasks).toHaveLength(34)
  })

  test('names a skill in 40 characters and a task in 28, each name once', () => {
    expect(skills.filter((skill) => skill.shortLabel.length > 40)).toEqual([])
    expect(tasks.filter((task) => task.shortLabel.length > 28)).toEqual([])
    expect(new Set(skills.map((skill) => skill.shortLabel)).size).toBe(skills.length)
    expect(new Set(tasks.map((task) => task.shortLabel)).size).toBe(tasks.length)
  })

  test('has the level, codes and hours of the programme sheet', () => {
    const { hours, level, credits, diplomaCode, rncp } = btsNdrc
    expect({ hours, level, credits, diplomaCode, rncp }).toEqual({
      hours: 1350,
      level: 5,
      credits: 120,
      diplomaCode: '32031212',
      rncp: 'RNCP38368',
    })
  })

  test('is written with French typography', () => {
    expect(mistakesOf(btsNdrc)).toEqual([])
  })
})

describe('its exams', () => {
  test('are the six of the programme sheet and an optional one, 21 coefficients in all', () => {
    expect(btsNdrc.exams.map((exam) => [exam.code, exam.coefficient])).toEqual([
      ['E1', 3],
      ['E2', 3],
      ['E3', 3],
      ['E4', 5],
      ['E5', 4],
      ['E6', 3],
      ['EF1', null],
    ])
    expect(resultOf(btsNdrc.exams, {}).coefficientsInAll).toBe(21)
  })

  /** Reference of the trade, 1.2 and 1.5: assessment, then minutes of each situation. */
  test.each<[string, number, boolean, string]>([
    ['E1', 2025, true, 'final 240'],
    ['E1', 2027, true, 'final 180'],
    ['E2', 2027, true, 'final 30+30'],
    ['E3', 2027, false, 'final 240'],
    ['E4', 2024, true, 'ccf ? 20'],
    ['E4', 2027, true, 'ccf ? 15'],
    ['E4', 2027, false, 'final 60+40'],
    ['E5', 2027, true, 'final 180 40'],
    ['E5', 2027, false, 'final 180 40'],
    ['E6', 2024, true, 'ccf 15 25'],
    ['E6', 2027, true, 'ccf 15 15'],
    ['E6', 2027, false, 'final 40'],
    ['EF1', 2027, true, 'final 20+20'],
  ])('%s in %i, accredited %s: %s', (code, session, accredited, expected) => {
    const forms = btsNdrc.exams.find((exam) => exam.code === code)?.forms ?? []
    const form = formOf(forms, { session, accredited })
    const lengths = form?.situations.map(
      ({ minutes, preparationMinutes }) =>
        `${minutes ?? '?'}${preparationMinutes > 0 ? `+${preparationMinutes}` : ''}`,
    )
    expect([form?.assessment, ...(lengths ?? [])].join(' ')).toBe(expected)
  })

  test('E5 has two parts of two coefficients each, and no other exam has any', () => {
    expect(btsNdrc.exams.flatMap((exam) => exam.parts)).toEqual([
      { code: 'E5.1', coefficient: 2 },
      { code: 'E5.2', coefficient: 2 },
    ])
  })

  test('ask for a reflective study until session 2024, and no longer', () => {
    const askedIn = (session: number) =>
      btsNdrc.pieces.filter((piece) => isAskedIn(piece, session)).map(({ code }) => code)
    const others = ['e4-sheets', 'e4-certificate', 'e6-sheets', 'e6-certificate']
    expect(askedIn(2027)).toEqual(others)
    expect(askedIn(2024).toSorted()).toEqual([...others, 'e6-study'].toSorted())
  })

  test('those of the trade are dispensed for nobody; a DUT may ask for general ones', () => {
    const candidate = { holds: ['dut'], passed: ['economics-law-management'], requests: [] }
    const states = dispensesOf(btsNdrc.exams, btsNdrc.dispenses, candidate)
    expect(states.map(({ exam, state }) => `${exam} ${state}`)).toEqual([
      'E1 may-ask',
      'E2 may-ask',
      'E3 may-ask',
      'E4 professional',
      'E5 professional',
      'E6 professional',
      'EF1 not-covered',
    ])
    // The sheet of the centre does not quote that of E2: one has to ask.
    expect(states.filter(({ rule }) => rule?.toConfirm).map(({ exam }) => exam)).toEqual(['E2'])
  })

  test('of session 2027 have no dates yet, and say so', () => {
    expect(btsNdrc.sessions.map(({ year, writtenFrom }) => [year, writtenFrom])).toEqual([
      [2026, '2026-05-18'],
      [2027, null],
    ])
  })
})

describe('its sheet', () => {
  const { sheet, centre } = btsNdrc

  test('has the four objectives, which between them stand for every group of the trade', () => {
    expect(sheet.objectives).toHaveLength(4)
    const groups = btsNdrc.blocks
      .filter((block) => block.activities.length > 0)
      .flatMap((block) => block.skillGroups.map(({ code }) => code))
    const named = new Set(sheet.objectives.flatMap((each) => each.skillGroups))
    expect([...named].toSorted()).toEqual(groups.toSorted())
  })

  test('has the figures that were printed', () => {
    expect(sheet.results.map(({ session, percent }) => [session, percent])).toEqual([
      [2024, 86.96],
      [2023, 92.31],
      [2022, 75],
      [2021, 80],
    ])
    expect(centre.results[0]).toEqual({ session: 2024, percent: 84.32 })
    expect([sheet.visitsAYear, sheet.funding?.averageCost, sheet.prerequisites.maxAge]).toEqual([
      2, 8000, 29,
    ])
    expect(sheet.contract).toEqual({
      months: 24,
      extraForDisability: 12,
      startMonths: { before: 3, after: 3 },
    })
  })

  test('has everything else it lists', () => {
    expect(sheet.admission.map(({ code }) => code)).toEqual([
      'parcoursup',
      'file',
      'meeting',
      'workshops',
      'contract',
      'opco',
    ])
    expect(sheet.placementThemes.length).toBeGreaterThan(4)
    expect(sheet.surveys.map(({ opens }) => opens.from)).toEqual(['start', 'end'])
    expect(sheet.assessments).toHaveLength(6)
    expect(sheet.interviews.map(({ code }) => code)).toEqual(['formative', 'regulation', 'review'])
    expect([sheet.nextStudies.length, sheet.jobs.length, btsNdrc.subjects.length]).toEqual([
      5, 5, 7,
    ])
    expect(sheet.certifiesBlocks).toBe(false)
    expect(centre).toMatchObject({ phone: '04 77 79 14 08', email: 'alternance@tezenas.org' })
  })
})

describe('its calendar', async () => {
  const plan = await findCohortPlan('bts-ndrc', '2025-2027')
  if (!plan || !cohort) throw new Error('the cohort has no plan')
  const contract = { start: '2025-09-01', end: '2027-08-31' }
  const calendar = alternationCalendar({ contract, plan })

  test('has the years of the programme sheet', () => {
    expect(plan.years).toEqual([
      { start: '2025-09-22', end: '2026-07-10' },
      { start: '2026-08-31', end: '2027-06-30' },
    ])
    expect(plan.years).toEqual(cohort.years)
  })

  test('has two and a half days a week in the centre, of seven hours', () => {
    expect(btsNdrc.rhythm).toEqual(plan.rhythm)
    expect(plan.rhythm.weeks.map((week) => week.length / 2)).toEqual([2.5])
    expect(plan.rhythm.minutesPerHalfDay * 2).toBe(7 * 60)
  })

  test('holds the 1,350 hours, and no week more: exam days will take some', () => {
    const { planned, required } = trainingTime(
      calendar,
      { requiredHours: btsNdrc.hours },
      '2025-09-22',
    )
    expect(required).toBe(81_000)
    expect(planned).toBeGreaterThanOrEqual(required)
    expect(planned - required).toBeLessThanOrEqual(17.5 * 60)
  })

  test('says of the same weeks as the outline that no entry is expected', () => {
    expect(closedWeeksOf(calendar)).toEqual(cohort.closedWeeks)
  })

  test('a cohort or programme that nobody has dates of has no plan', async () => {
    expect(await findCohortPlan('bts-ndrc', '2030-2032')).toBeNull()
    expect(await findCohortPlan('bts-mco', '2025-2027')).toBeNull()
    expect(await findCohortPlan('unknown', '2025-2027')).toBeNull()
  })
})
