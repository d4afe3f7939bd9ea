import { mkdir, writeFile } from 'node:fs/promises'

/** One thing that was measured, for one contender. */
export interface Measure {
  readonly what: string
  readonly who: string
  readonly unit: 'ms' | 'bytes' | '/s' | 'tasks' | 'frames' | 'operations' | 'requests' | 's' | 'MB'
  readonly values: readonly number[]
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)

export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN
}

/** Prints what was measured beside its floor, and keeps it as `test-results/<name>.json`. */
export async function report(name: string, measures: readonly Measure[]): Promise<void> {
  const rows = measures.map(({ what, who, unit, values }) => {
    const floor = measures.find((each) => each.what === what && each.who === 'floor')
    const middle = median(values)
    const least = floor ? median(floor.values) : 0
    return {
      what,
      who,
      median: round(middle),
      p95: round(quantile(values, 0.95)),
      p99: round(quantile(values, 0.99)),
      unit,
      'of floor': least > 0 ? round(middle / least) : null,
      n: values.length,
    }
  })
  await mkdir('test-results', { recursive: true })
  await writeFile(`test-results/${name}.json`, `${JSON.stringify({ measures, rows }, null, 2)}\n`)
  // eslint-disable-next-line no-console -- the table is what the bench is run for
  console.table(rows)
}

const round = (value: number) => (value >= 100 ? Math.round(value) : Math.round(value * 100) / 100)
