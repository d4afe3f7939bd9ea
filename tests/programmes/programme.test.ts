import { describe, expect, test } from 'vitest'
import { programmes } from '#programmes/programmes.ts'
import { loadProgramme, type Block, type Programme } from '#programmes/programme.ts'

const [btsNdrc] = programmes
if (!btsNdrc) throw new Error('there is no programme')

/** The BTS NDRC with its first block changed. */
const withBlock = (change: (block: Block) => Partial<Block>): Programme => ({
  ...btsNdrc,
  blocks: btsNdrc.blocks.map((block, at) => (at === 0 ? { ...block, ...change(block) } : block)),
})
const withSkill = (change: object) =>
  withBlock(({ skills }) => ({
    skills: skills.map((skill, at) => (at === 0 ? { ...skill, ...change } : skill)),
  }))
const withTask = (change: object) =>
  withBlock(({ activities }) => ({
    activities: activities.map(({ title, tasks }, at) => ({
      title,
      tasks: at === 0 ? tasks.map((task, n) => (n === 0 ? { ...task, ...change } : task)) : tasks,
    })),
  }))
const withCohort = (change: object) => ({
  ...btsNdrc,
  cohorts: btsNdrc.cohorts.map((cohort) => ({ ...cohort, ...change })),
})

describe('a programme is loaded', () => {
  test('when it is whole, unchanged', () => {
    expect(loadProgramme(btsNdrc)).toEqual(btsNdrc)
    expect(loadProgramme(withTask({}))).toEqual(btsNdrc)
  })

  test.each<[string, unknown]>([
    ['nothing', null],
    ['an empty object', {}],
    ['a block without skills', withBlock(() => ({ skills: [] }))],
    ['a block of an unknown unit', withBlock(() => ({ unit: 'U9' }))],
    ['a skill name too long for a phone', withSkill({ shortLabel: 'x'.repeat(41) })],
    ['a skill without a label', withSkill({ label: ' ' })],
    ['a skill of another block', withSkill({ code: 'B7.C1.1' })],
    ['a skill of no group', withSkill({ code: 'B1.C9.1' })],
    ['the code of a skill twice', withSkill({ code: 'B1.C1.2' })],
    ['a task name too long for a chip', withTask({ shortLabel: 'x'.repeat(29) })],
    ['a task code that is not ASCII', withTask({ code: 'négociation' })],
    ['the code of a task twice', withTask({ code: 'trade-fair' })],
    [
      'a coefficient of zero',
      { ...btsNdrc, exams: btsNdrc.exams.map((e) => ({ ...e, coefficient: 0 })) },
    ],
    ['an exam twice', { ...btsNdrc, exams: [...btsNdrc.exams, ...btsNdrc.exams] }],
    ['a day that does not exist', withCohort({ start: '2025-02-30' })],
    ['a cohort that ends before its years', withCohort({ end: '2026-09-01' })],
    ['a closed week that no calendar has', withCohort({ closedWeeks: ['2027-W53'] })],
    [
      'a week without days in the company',
      { ...btsNdrc, rhythm: { centreDays: 5, companyDays: 0 } },
    ],
  ])('never with %s', (_, broken) => {
    expect(() => loadProgramme(broken)).toThrow()
  })
})
