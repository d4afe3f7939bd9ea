export type Territory = 'metropole' | 'mayotte'

/** SMIC, the statutory minimum wage, for 35 hours a week. */
export interface Smic {
  /** First day of force. */
  readonly from: string
  readonly hourlyCents: number
  /** Hourly × 35 × 52 / 12, to the nearest cent; not × 151.67, which makes 12.02 € four cents more. */
  readonly monthlyCents: number
}

/**
 * The hourly SMIC in cents from a day on. `metropole` stands for all of France but Mayotte.
 *
 * Source: décret 2024-951 of 23 October 2024, décret 2025-1228 of 17 December 2025, arrêté of
 * 22 May 2026 (JO of 24 May 2026); the rows before from openfisca-france (23 July 2026). Mayotte is
 * known from 1 November 2024 on. A new SMIC is one more row.
 */
const hourly: Readonly<Record<Territory, readonly (readonly [from: string, cents: number])[]>> = {
  metropole: [
    ['2023-01-01', 11_27],
    ['2023-05-01', 11_52],
    ['2024-01-01', 11_65],
    ['2024-11-01', 11_88],
    ['2026-01-01', 12_02],
    ['2026-06-01', 12_31],
  ],
  mayotte: [
    ['2024-11-01', 8_98],
    ['2026-01-01', 9_33],
    ['2026-06-01', 9_56],
  ],
}

/** Every SMIC that is known, oldest first. */
export const smicsOf = (territory: Territory): Smic[] =>
  hourly[territory].map(([from, hourlyCents]) => ({
    from,
    hourlyCents,
    // 35 × 52 / 12 is 455 / 3.
    monthlyCents: Math.round((hourlyCents * 455) / 3),
  }))

/** The SMIC in force on a day, the last known one for days to come; `null` before the first. */
export const smicOn = (date: string, territory: Territory): Smic | null =>
  smicsOf(territory).findLast(({ from }) => from <= date) ?? null
