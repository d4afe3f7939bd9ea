import type { CohortPlan, PlannedPeriod, Rhythm } from '#domain/calendar/plan.ts'
import type { HolidayOptions } from '#domain/calendar/publicHolidays.ts'
import type { Zone } from '#domain/calendar/zoneHolidays.ts'
import { findOutline, loadOutline } from './outlines.ts'

/** When the cohorts of a programme are where, beside the years that its outline has. */
export interface ProgrammePlan {
  readonly rhythm: Rhythm
  /** By id of the cohort. */
  readonly periods: Readonly<Record<string, readonly PlannedPeriod[]>>
  /** Zone of the school holidays where the centre is. */
  readonly zone?: Zone | undefined
  /** Where the centre is in Alsace or Moselle. */
  readonly holidays?: HolidayOptions | undefined
}

/** One line for each programme whose centre has said when it is held. */
const sources = new Map<string, () => Promise<{ readonly plan: ProgrammePlan }>>([
  ['bts-ndrc', () => import('./btsNdrc/plan.ts')],
  ['bts-mco', () => import('./btsMco/plan.ts')],
])

/** The plan of a programme, or `null`: there is none. */
export const findPlan = async (programme: string): Promise<ProgrammePlan | null> =>
  (await sources.get(programme)?.())?.plan ?? null

/** What `alternationCalendar` needs of a cohort, or `null`: nobody has said when it is where. */
export async function findCohortPlan(
  programme: string,
  cohort: string,
): Promise<CohortPlan | null> {
  const [plan] = await Promise.all([findPlan(programme), loadOutline(programme)])
  const known = findOutline(programme)?.cohorts.find(({ id }) => id === cohort)
  if (!plan || !known) return null
  const { rhythm, periods, zone, holidays } = plan
  return { years: known.years, rhythm, periods: periods[cohort] ?? [], zone, holidays }
}
