import { describe, expect, test } from 'vitest'
import { isDate } from '#domain/week.ts'
import { findProgramme } from '#programmes/programmes.ts'
import { partsOf } from '#server/demo/cast.ts'
import { stories } from '#server/demo/stories.ts'
import { programmeOf } from '#server/demo/story.ts'
import { trainingOf } from '#server/demo/training/trainingOf.ts'

const learned = await Promise.all(
  stories.map(async (story) => {
    const programme = await findProgramme(programmeOf(story).id)
    if (!programme) throw new Error(`${story.apprentice.key} learns what there is not`)
    return [story.apprentice.name, story, programme] as const
  }),
)

/** The Monday on which the demo opens. */
const OPENS = '2026-11-23'

/** Codes under `skills/` in anything that somebody wrote. */
const skillsIn = (set: object) =>
  Object.keys(set)
    .filter((key) => key.startsWith('skills/'))
    .map((key) => key.split('/')[1] ?? '')

describe.each(learned)('the training of %s', (_, story, programme) => {
  const skills = programme.blocks.flatMap((block) => block.skills.map(({ code }) => code))
  const events = trainingOf(story)
  const sets = events.flatMap(({ acts }) =>
    acts.flatMap((act) => (act.type === 'patch' ? [act.set] : [])),
  )

  test('names skills of the programme, and real days before the demo opens', () => {
    expect(sets.flatMap(skillsIn).filter((code) => !skills.includes(code))).toEqual([])
    const dates = sets.flatMap(({ date }) => (typeof date === 'string' ? [date] : []))
    expect(dates.filter((date) => !isDate(date) || date > OPENS)).toEqual([])
  })

  test('names subjects, exams, pieces and kinds of assessment of the programme', () => {
    const { subjects, exams, sheet, pieces } = programme
    const named = (key: string) => sets.flatMap((set) => set[key] ?? [])
    const known = [
      ...subjects.map(({ code }) => code),
      ...exams.flatMap(({ code, parts }) => [code, ...parts.map((part) => part.code)]),
      ...sheet.assessments.map(({ code }) => code),
      ...pieces.flatMap(({ code, natures }) => [code, ...Object.keys(natures)]),
    ]
    const keys = ['subject', 'exam', 'form', 'rule', 'nature']
    const codes = keys.flatMap(named)
    expect(codes.filter((code) => !known.includes(code as string))).toEqual([])
  })

  test('is told by people who had a part in the logbook on that day', () => {
    const strangers = events.filter(({ who, at }) => {
      const day = at.slice(0, 10)
      return !partsOf(story).some(
        ({ key, from, until }) => key === who && from <= day && (until === null || day <= until),
      )
    })
    expect(strangers).toEqual([])
  })

  test('is written with French apostrophes', () => {
    expect(JSON.stringify(events)).not.toContain("'")
  })
})

test('no two things that happen in the training are one document', () => {
  const begun = stories.flatMap(trainingOf).filter(({ acts }) => acts[0]?.type === 'patch')
  const ids = begun.map(({ documentId }) => documentId)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.length).toBeGreaterThan(10)
})
