import { beforeAll, describe, expect, it } from 'vitest'
import { alternationCalendar } from '#domain/calendar/alternation.ts'
import type { CohortPlan } from '#domain/calendar/plan.ts'
import { closedWeeksOf } from '#domain/calendar/entryWeeks.ts'
import { contractPath } from '#domain/contract/contractPath.ts'
import { weeksBetween } from '#domain/week.ts'
import { calendarOf } from '#features/parts/calendarOf.ts'
import { loadOutline } from '#programmes/outlines.ts'
import { findCohortPlan } from '#programmes/plans.ts'
import { contracts } from '#server/demo/contracts.ts'
import { stories } from '#server/demo/stories.ts'
import { aBook } from '#tests/support/builders.ts'
import { writeContract } from '#tests/support/apprenticeshipBuilders.ts'

const cohort = { programme: 'bts-ndrc', cohort: '2025-2027' }
let plan: CohortPlan

beforeAll(async () => {
  await loadOutline(cohort.programme)
  const known = await findCohortPlan(cohort.programme, cohort.cohort)
  if (!known) throw new Error('there is no plan')
  plan = known
})

const written = stories.map(({ apprentice, contract }) => ({
  name: apprentice.name,
  contract,
  contents: (contracts[apprentice.key] ?? []).map(({ content, later }) => ({
    ...content,
    ...later?.content,
  })),
}))

describe('the weeks that a phone shows at once', () => {
  it.each(written)('are those of the calendar day by day: $name', ({ contract, contents }) => {
    const facts = { contract, ...cohort } as Parameters<typeof calendarOf>[0]
    const documents = contents.map((content) => {
      const document = writeContract(aBook(), 'published')
      const versions = document.versions.map((version) => ({ ...version, content }))
      return { ...document, versions }
    })
    const quick = calendarOf(facts, documents).closedWeeks
    const path = contractPath(contents, contract)
    const whole = closedWeeksOf(alternationCalendar({ contract, plan, path }))

    const weeks = weeksBetween(contract.start, contract.end)
    expect(weeks.filter((week) => quick.includes(week))).toEqual(whole)
  })

  it('let nobody be late for the weeks between two companies', () => {
    const yanis = written.find(({ name }) => name.startsWith('Yanis'))
    expect(contractPath(yanis?.contents ?? [], yanis?.contract ?? { start: '', end: '' })).toEqual({
      entersOn: '2025-09-01',
      withoutCompany: [{ start: '2026-04-01', end: '2026-04-19' }],
    })
  })
})
