import { beforeAll, describe, expect, it } from 'vitest'
import { alternationCalendar } from '#domain/calendar/alternation.ts'
import { individualPath } from '#domain/calendar/individualPath.ts'
import type { CohortPlan } from '#domain/calendar/plan.ts'
import { closedWeeksOf } from '#domain/calendar/entryWeeks.ts'
import { addDays } from '#domain/civilDate.ts'
import { contractPath } from '#domain/contract/contractPath.ts'
import type { Content } from '#domain/operation.ts'
import { weeksBetween } from '#domain/week.ts'
import { calendarOf } from '#features/parts/calendarOf.ts'
import { loadOutline } from '#programmes/outlines.ts'
import { findCohortPlan } from '#programmes/plans.ts'
import { contracts } from '#server/demo/contracts.ts'
import { stories } from '#server/demo/stories.ts'
import { aBook } from '#tests/support/builders.ts'
import { writeContract, writePath } from '#tests/support/apprenticeshipBuilders.ts'

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

  /** Changes that one centre or another would write; each leaves its mark on another week. */
  const changes: readonly (readonly [string, Content[]])[] = [
    ['late entry', [{ change: 'late-entry', from: '2026-01-05' }]],
    ['shortened', [{ change: 'shortened', from: '2027-03-28' }]],
    [
      'a week of revision',
      [{ change: 'period', from: '2027-05-10', until: '2027-05-14', place: 'revision' }],
    ],
    [
      'a week without company',
      [{ change: 'period', from: '2026-02-02', until: '2026-02-06', place: 'centre' }],
    ],
    [
      'a closed week that the company opens',
      [{ change: 'period', from: '2025-12-22', until: '2025-12-24', place: 'company' }],
    ],
    [
      'all the company half-days of a week moved away',
      (['wed-pm', 'thu-am', 'thu-pm', 'fri-am', 'fri-pm'] as const).map((each, index): Content => {
        const at = (monday: string) =>
          addDays(monday, ['mon', 'tue', 'wed', 'thu', 'fri'].indexOf(each.slice(0, 3)))
        const other = ['mon-am', 'mon-pm', 'tue-am', 'tue-pm', 'wed-am'][index] ?? ''
        const otherAt = addDays('2026-02-09', ['mon', 'tue', 'wed'].indexOf(other.slice(0, 3)))
        return {
          ...{ change: 'moved', from: at('2026-02-02'), half: each.slice(4) },
          ...{ otherOn: otherAt, otherHalf: other.slice(4) },
        }
      }),
    ],
  ]

  it.each(changes)('follow what one apprentice has otherwise: %s', (_, own) => {
    const contract = { start: '2025-09-01', end: '2027-08-31' }
    const facts = { contract, ...cohort } as Parameters<typeof calendarOf>[0]
    const documents = own.map((content, index) => {
      const document = writePath(aBook(), 'published')
      const at = `2025-11-07T17:30:00.00${index}Z`
      return { ...document, versions: document.versions.map((each) => ({ ...each, at, content })) }
    })
    const quick = calendarOf(facts, documents)
    const path = individualPath(own)
    const calendar = alternationCalendar({ contract, plan, path })

    // Before the first day of training no week is expected, whatever it holds.
    const weeks = weeksBetween(quick.years[0]?.start ?? '', contract.end)
    const within = (closed: readonly string[]) => weeks.filter((week) => closed.includes(week))
    expect(within(quick.closedWeeks)).toEqual(within(closedWeeksOf(calendar)))
    expect(quick.years.map(({ start, end }) => ({ start, end }))).toEqual(calendar.years)
    // Without the change, something else would have been said.
    expect(calendarOf(facts, [])).not.toEqual(quick)
  })

  it('let nobody be late for the weeks between two companies', () => {
    const yanis = written.find(({ name }) => name.startsWith('Yanis'))
    expect(contractPath(yanis?.contents ?? [], yanis?.contract ?? { start: '', end: '' })).toEqual({
      entersOn: '2025-09-01',
      withoutCompany: [{ start: '2026-04-01', end: '2026-04-19' }],
    })
  })
})
