import { describe, expect, test } from 'vitest'
import { loadProgramme } from '#programmes/loadProgramme.ts'
import type { Block, ExamPiece, Programme, ProgrammeExam } from '#programmes/programme.ts'
import { findProgramme } from '#programmes/programmes.ts'

const btsNdrc = await findProgramme('bts-ndrc')
if (!btsNdrc) throw new Error('there is no programme')

/** The programme with one item of a list changed. */
const withFirst = <Item>(items: readonly Item[], change: (item: Item) => object) =>
  items.map((item, at) => (at === 0 ? { ...item, ...change(item) } : item))
const withBlock = (change: (block: Block) => object) => ({
  ...btsNdrc,
  blocks: withFirst(btsNdrc.blocks, change),
})
const withSkill = (change: object) =>
  withBlock(({ skills }) => ({ skills: withFirst(skills, () => change) }))
const withTask = (change: object) =>
  withBlock(({ activities }) => ({
    activities: withFirst(activities, ({ tasks }) => ({ tasks: withFirst(tasks, () => change) })),
  }))
const withCohort = (change: object) => ({
  ...btsNdrc,
  cohorts: btsNdrc.cohorts.map((cohort) => ({ ...cohort, ...change })),
})
const withExam = (code: string, change: (exam: ProgrammeExam) => object) => ({
  ...btsNdrc,
  exams: btsNdrc.exams.map((exam) => (exam.code === code ? { ...exam, ...change(exam) } : exam)),
})
const withPiece = (change: (piece: ExamPiece) => object) => ({
  ...btsNdrc,
  pieces: withFirst(btsNdrc.pieces, change),
})
const withSheet = (change: Partial<Record<keyof Programme['sheet'], unknown>>) => ({
  ...btsNdrc,
  sheet: { ...btsNdrc.sheet, ...change },
})

describe('a programme is loaded', () => {
  test('when it is whole, unchanged', () => {
    expect(loadProgramme(btsNdrc)).toEqual(btsNdrc)
    expect(loadProgramme(withTask({}))).toEqual(btsNdrc)
  })

  test('also while the centre has not said when it is held', () => {
    const unheld = { ...btsNdrc, cohorts: [], rhythm: null }
    expect(loadProgramme(unheld)).toEqual(unheld)
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
    ['a skill of a group that only begins alike', withSkill({ code: 'B1.C10.1' })],
    ['the code of a skill twice', withSkill({ code: 'B1.C1.2' })],
    ['a task name too long for a chip', withTask({ shortLabel: 'x'.repeat(29) })],
    ['a task code that is not ASCII', withTask({ code: 'négociation' })],
    ['the code of a task twice', withTask({ code: 'trade-fair' })],
    ['a coefficient of zero', withExam('E1', () => ({ coefficient: 0 }))],
    ['an exam twice', { ...btsNdrc, exams: [...btsNdrc.exams, ...btsNdrc.exams] }],
    ['an exam of no known form', withExam('E1', () => ({ forms: [] }))],
    ['parts that weigh more than their exam', withExam('E5', () => ({ coefficient: 5 }))],
    ['a part without a title', withExam('E5', () => ({ partTitles: {} }))],
    [
      'a part of another exam',
      withExam('E5', ({ parts }) => ({ parts: withFirst(parts, () => ({ code: 'E4.1' })) })),
    ],
    ['a piece of an exam that is not there', withPiece(() => ({ exam: 'E9' }))],
    [
      'more different pieces than there are natures',
      withPiece(() => ({ natures: { one: 'Une' } })),
    ],
    [
      'a session that writes an exam that is not there',
      {
        ...btsNdrc,
        sessions: withFirst(btsNdrc.sessions, () => ({ written: { E9: '2026-05-18' } })),
      },
    ],
    [
      'a session on a day that does not exist',
      { ...btsNdrc, sessions: withFirst(btsNdrc.sessions, () => ({ writtenFrom: '2026-02-30' })) },
    ],
    [
      'a subject for an exam that is not there',
      { ...btsNdrc, subjects: withFirst(btsNdrc.subjects, () => ({ exam: 'E9' })) },
    ],
    [
      'a dispense from a unit that is not there',
      { ...btsNdrc, dispenses: withFirst(btsNdrc.dispenses, () => ({ unit: 'U9' })) },
    ],
    ['a dispense for a diploma without a name', { ...btsNdrc, dispenseNames: {} }],
    [
      'an objective that stands for skills that are not there',
      withSheet({
        objectives: withFirst(btsNdrc.sheet.objectives, () => ({ skillGroups: ['B9.C1'] })),
      }),
    ],
    ['a result above 100 %', withSheet({ results: [{ session: 2024, percent: 101 }] })],
    [
      'a kind of assessment twice',
      withSheet({ assessments: [...btsNdrc.sheet.assessments, ...btsNdrc.sheet.assessments] }),
    ],
    ['a month of enrolment that does not exist', withSheet({ enrolmentFrom: '2025-13' })],
    [
      'a centre that nobody can write to',
      { ...btsNdrc, centre: { ...btsNdrc.centre, email: 'x' } },
    ],
    ['a day that does not exist', withCohort({ start: '2025-02-30' })],
    ['a cohort that ends before its years', withCohort({ end: '2026-09-01' })],
    ['a closed week that no calendar has', withCohort({ closedWeeks: ['2027-W53'] })],
    [
      'half a day that no week has',
      { ...btsNdrc, rhythm: { ...btsNdrc.rhythm, weeks: [['lun-am']] } },
    ],
    [
      'the same half-day twice a week',
      { ...btsNdrc, rhythm: { ...btsNdrc.rhythm, weeks: [['mon-am', 'mon-am']] } },
    ],
    ['a rhythm of no week', { ...btsNdrc, rhythm: { ...btsNdrc.rhythm, weeks: [] } }],
  ])('never with %s', (_, broken) => {
    expect(() => loadProgramme(broken)).toThrow()
  })
})
