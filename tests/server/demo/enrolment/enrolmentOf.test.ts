import { describe, expect, test } from 'vitest'
import { isDate } from '#domain/week.ts'
import { findProgramme } from '#programmes/programmes.ts'
import { partsOf } from '#server/demo/cast.ts'
import { enrolmentOf } from '#server/demo/enrolment/enrolmentOf.ts'
import { enrolments } from '#server/demo/enrolment/enrolments.ts'
import { stories } from '#server/demo/stories.ts'
import { questionsFor } from '#domain/enrolment/surveys.ts'

const programme = await findProgramme('bts-ndrc')
if (!programme) throw new Error('there is no programme')
const { sheet, centre, exams, dispenseNames } = programme

/** The Monday on which the demo opens. */
const OPENS = '2026-11-23'

const codesOf = (choices: readonly { readonly code: string }[]) => choices.map(({ code }) => code)

describe.each(stories.map((story) => [story.apprentice.name, story] as const))(
  'the way in of %s',
  (_, story) => {
    const own = enrolments[story.apprentice.key]
    if (!own) throw new Error(`${story.apprentice.key} never came in`)

    test('names steps, themes, texts, questions and diplomas of the programme', () => {
      expect(codesOf(sheet.admission)).toEqual(expect.arrayContaining(Object.keys(own.admission)))
      expect(Object.keys(own.placement.diagnostic)).toEqual(codesOf(sheet.placementThemes))
      expect(codesOf(centre.readings)).toEqual(expect.arrayContaining([...own.readings]))
      for (const { survey, by, answers } of own.surveys ?? []) {
        const asked = sheet.surveys.find(({ code }) => code === survey)
        expect(Object.keys(answers)).toEqual(asked ? codesOf(questionsFor(asked, by)) : [])
      }
      for (const { unit, diploma } of own.dispenses ?? []) {
        expect(exams.map((exam) => exam.unit)).toContain(unit)
        expect(Object.keys(dispenseNames)).toContain(diploma)
      }
    })

    test('has real days before the demo opens, and people who were there', () => {
      const events = enrolmentOf(story)
      const days = events.map(({ at }) => at.slice(0, 10))
      expect(days.filter((day) => !isDate(day) || day > OPENS)).toEqual([])
      const strangers = events.filter(({ who, at }) => {
        const day = at.slice(0, 10)
        return !partsOf(story).some(
          ({ key, from, until }) => key === who && from <= day && (until === null || day <= until),
        )
      })
      expect(strangers).toEqual([])
    })

    test('is written with French apostrophes', () => {
      expect(JSON.stringify(own)).not.toContain("'")
    })
  },
)

test('shows every state that somebody has to see: to read, to sign, to decide, to answer', () => {
  const all = Object.values(enrolments)
  expect(all.some(({ again }) => again === undefined)).toBe(true)
  expect(all.some(({ placement }) => placement.signedOn === undefined)).toBe(true)
  expect(all.some(({ arrangement }) => arrangement?.needed === 'yes')).toBe(true)
  const requests = all.flatMap(({ dispenses = [] }) => dispenses)
  expect(requests.some(({ givenOn }) => givenOn !== undefined)).toBe(true)
  expect(requests.some(({ returned }) => returned !== undefined)).toBe(true)
})
