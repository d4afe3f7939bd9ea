import { beforeAll, describe, expect, it } from 'vitest'
import { alternationCalendar } from '#domain/calendar/alternation.ts'
import { individualPath } from '#domain/calendar/individualPath.ts'
import type { CohortPlan } from '#domain/calendar/plan.ts'
import { findCohortPlan } from '#programmes/plans.ts'
import { calendarChanges } from '#server/demo/calendarChanges.ts'
import { stories } from '#server/demo/stories.ts'

let plan: CohortPlan
beforeAll(async () => {
  const known = await findCohortPlan('bts-ndrc', '2025-2027')
  if (!known) throw new Error('there is no plan')
  plan = known
})

describe('the changes of calendar of the demo', () => {
  it.each(Object.entries(calendarChanges))('can all be made: %s', (key, changes) => {
    const story = stories.find(({ apprentice }) => apprentice.key === key)
    if (!story) throw new Error(`there is no story of ${key}`)
    const { start, end } = story.contract
    const path = individualPath(changes.map(({ content }) => content))
    const calendar = alternationCalendar({ contract: { start, end }, plan, path })
    expect(calendar.refused).toEqual([])
    expect(calendar).not.toEqual(alternationCalendar({ contract: { start, end }, plan }))
  })
})
