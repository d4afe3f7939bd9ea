import { describe, expect, test } from 'vitest'
import { findOutline } from '#programmes/outlines.ts'
import { programmes } from '#programmes/programmes.ts'

const [btsNdrc] = programmes
if (!btsNdrc) throw new Error('there is no programme')

const skills = btsNdrc.blocks.flatMap((block) => block.skills)
const tasks = btsNdrc.blocks.flatMap((block) => block.activities.flatMap((one) => one.tasks))

describe('the BTS NDRC', () => {
  test('is found by its id, and nothing else is', () => {
    expect(btsNdrc).toMatchObject({ ...findOutline('bts-ndrc') })
    expect(findOutline('bts-mco')).toBeNull()
  })

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

  test('has the six exams of the programme sheet, 21 coefficients in all', () => {
    expect(btsNdrc.exams.map((exam) => [exam.code, exam.coefficient, exam.assessment])).toEqual([
      ['E1', 3, 'final'],
      ['E2', 3, 'final'],
      ['E3', 3, 'final'],
      ['E4', 5, 'ccf'],
      ['E5', 4, 'final'],
      ['E6', 3, 'ccf'],
    ])
    expect(btsNdrc.exams.reduce((sum, exam) => sum + exam.coefficient, 0)).toBe(21)
  })

  test('has the cohort, hours and rhythm of the programme sheet', () => {
    expect(btsNdrc.cohorts).toEqual([
      {
        id: '2025-2027',
        title: 'Promotion 2025-2027',
        start: '2025-09-22',
        end: '2027-06-30',
        years: [
          { start: '2025-09-22', end: '2026-07-10' },
          { start: '2026-08-31', end: '2027-06-30' },
        ],
        closedWeeks: [
          '2025-W39',
          '2025-W52',
          '2026-W01',
          '2026-W09',
          '2026-W29',
          '2026-W30',
          '2026-W31',
          '2026-W32',
          '2026-W33',
          '2026-W52',
          '2026-W53',
        ],
      },
    ])
    expect([btsNdrc.hours, btsNdrc.level, btsNdrc.diplomaCode]).toEqual([1350, 5, '32031212'])
    expect(btsNdrc.rhythm).toEqual({ centreDays: 2.5, companyDays: 2.5 })
  })

  test('is written with French typography', () => {
    const wrong: string[] = []
    JSON.stringify(btsNdrc, (_, value: unknown) => {
      if (typeof value === 'string' && /'|[^\u00a0\u202f][:;!?»]|« |\d (h|min)\b/.test(value)) {
        wrong.push(value)
      }
      return value
    })
    expect(wrong).toEqual([])
  })
})
