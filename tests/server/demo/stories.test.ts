import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { addDays } from '#domain/civilDate.ts'
import { isDate, isWeek, mondayOf } from '#domain/week.ts'
import { findProgramme } from '#programmes/programmes.ts'
import { programmeOf, type Story } from '#server/demo/story.ts'

const folder = new URL('../../../src/server/demo/stories/', import.meta.url)

/** Every story there is: a new one is checked without a line here. */
const stories = await Promise.all(
  readdirSync(folder).map(async (file): Promise<[string, Story]> => {
    const module = (await import(new URL(file, folder).href)) as Readonly<Record<string, Story>>
    const story = Object.values(module)[0]
    if (!story) throw new Error(`${file} exports no story`)
    return [file, story]
  }),
)

/** Tasks and skills of the programme of a story. */
async function codesOf(story: Story) {
  const programme = await findProgramme(programmeOf(story).id)
  if (!programme) throw new Error(`${story.apprentice.key} learns what there is not`)
  const { blocks } = programme
  return {
    tasks: blocks.flatMap((block) =>
      block.activities.flatMap((activity) => activity.tasks.map((task) => task.code)),
    ),
    skills: blocks.flatMap((block) => block.skills.map((skill) => skill.code)),
  }
}

/** The Monday on which the demo opens: nobody has written or signed anything later. */
const OPENS = '2026-11-23'
const DRAFT_WEEK = '2026-W48'

const fridayOf = (week: string) => addDays(mondayOf(week), 4)

/** All that people wrote, sentence by sentence. */
function sentencesOf(story: Story): string[] {
  const texts = [
    ...story.weeks.flatMap((week) => [
      week.told,
      ...(week.returned ? [week.returned.firstTold, week.returned.reason] : []),
    ]),
    ...story.visits.flatMap((visit) => [visit.observations, ...visit.actions.map((a) => a.label)]),
    ...story.interviews.flatMap(({ sections, conclusion }) => [
      conclusion,
      ...Object.values(sections).flatMap((section) => Object.values(section)),
    ]),
    ...story.notes.map((note) => note.text),
  ]
  return (
    texts
      .flatMap((text) => text.split(/(?<=(?<!\bM)[.!?])\s+/))
      .map((one) => one.toLowerCase())
      // Empty: a section that its author has not written yet.
      .filter(Boolean)
  )
}

describe.each(stories)('the story of %s', (_, story) => {
  test('names tasks and skills of its programme', async () => {
    const { weeks } = story
    const { tasks: taskCodes, skills: skillCodes } = await codesOf(story)
    expect(weeks.filter(({ tasks, skills }) => !tasks.length || !skills.length)).toEqual([])
    expect(weeks.flatMap(({ tasks }) => tasks).filter((code) => !taskCodes.includes(code))).toEqual(
      [],
    )
    expect(
      weeks.flatMap(({ skills }) => skills).filter((code) => !skillCodes.includes(code)),
    ).toEqual([])
    for (const { tasks, skills } of weeks) {
      expect(new Set([...tasks, ...skills]).size).toBe(tasks.length + skills.length)
    }
  })

  test('tells real weeks in their order, each once, inside the contract', () => {
    const weeks = story.weeks.map(({ week }) => week)
    expect(weeks.filter((week) => !isWeek(week))).toEqual([])
    expect(weeks).toEqual([...new Set(weeks)].sort())
    expect(weeks.map(fridayOf).filter((day) => day < story.contract.start)).toEqual([])
    expect(weeks.filter((week) => week > DRAFT_WEEK)).toEqual([])
  })

  test('holds no act after the day the demo opens, and signs nothing that was not sent', () => {
    for (const { week, sentAfter, signedAfter } of story.weeks) {
      if (sentAfter === null) {
        expect([week, signedAfter]).toEqual([week, null])
      } else {
        expect(addDays(fridayOf(week), sentAfter + (signedAfter ?? 0)) <= OPENS, week).toBe(true)
      }
    }
    const written = [
      ...story.visits.map(({ date }) => date),
      ...story.interviews.map(({ date }) => date),
      ...story.notes.map(({ on }) => on),
    ]
    expect(written.filter((day) => day > OPENS || day < story.contract.start)).toEqual([])
  })

  test('has real dates', () => {
    const dates = [
      ...Object.values(story.contract),
      ...story.masters.flatMap(({ from, until }) => [from, ...(until ? [until] : [])]),
      ...(story.guardian ? [story.guardian.until] : []),
      ...story.visits.flatMap(({ date, actions }) => [date, ...actions.map(({ due }) => due)]),
      ...story.interviews.map(({ date }) => date),
      ...story.notes.map(({ on }) => on),
    ]
    expect(dates.filter((date) => !isDate(date))).toEqual([])
  })

  test('is written with French apostrophes, in texts that fit their field', () => {
    const all = JSON.stringify(story)
    expect(all).not.toContain("'")
    expect(story.weeks.filter(({ told }) => told.length < 20 || told.length > 600)).toEqual([])
  })
})

describe('the stories together', () => {
  test('say no sentence twice', () => {
    const seen = new Set<string>()
    const twice = stories
      .flatMap(([, story]) => sentencesOf(story))
      .filter((sentence) => seen.size === seen.add(sentence).size)
    expect(twice).toEqual([])
  })

  test('give each key and address to one person', () => {
    const people = stories.flatMap(([, story]) => [
      story.apprentice,
      ...story.masters.map(({ person }) => person),
      ...(story.guardian ? [story.guardian.person] : []),
    ])
    const distinct = new Set(people.map(({ key, name, email }) => `${key} ${name} ${email}`))
    expect(new Set(people.map(({ key }) => key)).size).toBe(distinct.size)
    expect(new Set(people.map(({ email }) => email)).size).toBe(distinct.size)
  })
})
