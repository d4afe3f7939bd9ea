import { beforeAll, describe, expect, it } from 'vitest'
import { alternationCalendar } from '#domain/calendar/alternation.ts'
import { individualPath } from '#domain/calendar/individualPath.ts'
import type { CohortPlan } from '#domain/calendar/plan.ts'
import { halfDaysOf } from '#domain/calendar/counts.ts'
import { closedWeeksOf } from '#domain/calendar/entryWeeks.ts'
import { addDays } from '#domain/civilDate.ts'
import { contractPath } from '#domain/contract/contractPath.ts'
import type { Content } from '#domain/operation.ts'
import { weeksBetween } from '#domain/week.ts'
import { weekStates } from '#domain/weekStates.ts'
import { alternationOf } from '#features/parts/alternationOf.ts'
import { calendarOf, trainingEnd } from '#features/parts/calendarOf.ts'
import { findOutline, loadOutline } from '#programmes/outlines.ts'
import { findCohortPlan } from '#programmes/plans.ts'
import { contracts } from '#server/demo/contracts.ts'
import { stories } from '#server/demo/stories.ts'
import { programmeOf } from '#server/demo/story.ts'
import { aBook } from '#tests/support/builders.ts'
import { writeContract, writePath } from '#tests/support/apprenticeshipBuilders.ts'

const cohort = { programme: 'bts-ndrc', cohort: '2025-2027' }
let plan: CohortPlan

async function planOf({ programme, cohort: id }: typeof cohort): Promise<CohortPlan> {
  await loadOutline(programme)
  const known = await findCohortPlan(programme, id)
  if (!known) throw new Error('there is no plan')
  return known
}

beforeAll(async () => {
  plan = await planOf(cohort)
})

const written = stories.map((story) => ({
  name: story.apprentice.name,
  learned: programmeOf(story),
  contract: story.contract,
  contents: (contracts[story.apprentice.key] ?? []).map(({ content, later }) => ({
    ...content,
    ...later?.content,
  })),
}))

describe('the weeks that a phone shows at once', () => {
  it.each(written)('are those of the calendar day by day: $name', async (story) => {
    const { contract, contents, learned } = story
    const own = { programme: learned.id, cohort: learned.cohort }
    const input = { contract, plan: await planOf(own) }
    const facts = { contract, ...own } as Parameters<typeof calendarOf>[0]
    const documents = contents.map((content) => {
      const document = writeContract(aBook(), 'published')
      const versions = document.versions.map((version) => ({ ...version, content }))
      return { ...document, versions }
    })
    const quick = calendarOf(facts, documents).closedWeeks
    const path = contractPath(contents, contract)
    const whole = closedWeeksOf(alternationCalendar({ ...input, path }))

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

  it('go on as long as the path does, and the exam is that of its last year', () => {
    const contract = { start: '2025-09-01', end: '2027-08-31' }
    const facts = { contract, ...cohort } as Parameters<typeof calendarOf>[0]
    const year = { change: 'extended', from: '2027-09-13', until: '2028-06-30' }
    const document = writePath(aBook(), 'published')
    const versions = document.versions.map((version) => ({ ...version, content: year }))
    const longer = calendarOf(facts, [{ ...document, versions }])

    expect(longer.contract).toEqual({ start: '2025-09-01', end: '2028-06-30' })
    const weeks = weekStates(longer, [], '2028-06-30')
    expect(weeks.at(-1)?.week).toBe('2028-W26')
    expect(weeks.find(({ week }) => week === '2028-W10')).toMatchObject({ state: 'late' })
    expect(trainingEnd(facts, [{ ...document, versions }])).toBe('2028-06-30')
    expect(trainingEnd(facts, [])).toBe(findOutline('bts-ndrc')?.cohorts[0]?.years.at(-1)?.end)
  })

  it('and the calendar day by day, of the ribbon’s length, has the hours of that year', () => {
    const own = { start: '2025-09-01', end: '2027-08-31' }
    const extended = [{ change: 'extended', from: '2027-09-13', until: '2028-06-30' }]
    const [usual, longer] = [[], extended].map((changes) =>
      alternationOf({ plan, own, contracts: [], changes }),
    )
    expect(longer?.days.at(-1)?.date).toBe('2028-06-30')
    const contract = { ...own, extendedEnd: '2028-08-31' }
    const paid = alternationOf({ plan, own, contracts: [contract], changes: extended })
    expect(paid.days.at(-1)?.date).toBe('2028-08-31')
    expect(halfDaysOf(paid, 'company').at(-1)?.date.slice(0, 7)).toBe('2028-08')
    const inCentre = (calendar = usual) => (calendar ? halfDaysOf(calendar, 'centre').length : 0)
    expect(inCentre(longer)).toBeGreaterThan(inCentre() + 100)
  })

  it('let nobody be late for the weeks between two companies', () => {
    const yanis = written.find(({ name }) => name.startsWith('Yanis'))
    expect(contractPath(yanis?.contents ?? [], yanis?.contract ?? { start: '', end: '' })).toEqual({
      entersOn: '2025-09-01',
      withoutCompany: [{ start: '2026-04-01', end: '2026-04-19' }],
    })
  })
})
