import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Scenario, Step } from './scenario.ts'
import { nothingYet, together, type Asked, type Summary } from './worlds.ts'

/** So many worlds are handed out at once: a worker is asked every few seconds. */
const AT_ONCE = 5

export interface RunOptions {
  readonly onProgress?: (summary: Summary) => void
  /** Not on once so many worlds failed. */
  readonly failuresMax?: number
  /** What goes wrong in these worlds beside what their seeds say, see `aScenario`. */
  readonly provoked?: readonly Step['do'][]
  /** So many processors, at most. */
  readonly workers?: number
}

/** Runs worlds that were written by hand, with the code of `path`. */
export async function runByHand(path: string, scenarios: readonly Scenario[]): Promise<Summary> {
  const worker = new Worker(path)
  try {
    return await ask(worker, { seeds: [], provoked: [], scenarios })
  } finally {
    await worker.terminate()
  }
}

/** How many worlds run at once: `LIVRET_WORKERS`, or as many as there are processors. */
const allWorkers = (): number => Number(process.env['LIVRET_WORKERS']) || availableParallelism()

/** Runs worlds on all processors, with the code of `path`; see `buildWorlds`. */
export async function runOnAll(
  path: string,
  seeds: readonly number[],
  {
    onProgress = () => undefined,
    failuresMax = Infinity,
    provoked = [],
    workers = allWorkers(),
  }: RunOptions = {},
): Promise<Summary> {
  const waiting = [...seeds]
  let summary = nothingYet
  const runOne = async () => {
    const worker = new Worker(path)
    try {
      while (waiting.length > 0 && summary.failures.length < failuresMax) {
        const found = await ask(worker, { seeds: waiting.splice(0, AT_ONCE), provoked })
        summary = together(summary, found)
        onProgress(summary)
      }
    } finally {
      await worker.terminate()
    }
  }
  await Promise.all(Array.from({ length: workers }, runOne))
  const failures = [...summary.failures].sort((one, other) => one.seed - other.seed)
  return { ...summary, failures }
}

const ask = (worker: Worker, asked: Asked): Promise<Summary> =>
  new Promise((resolve, reject) => {
    const fail = (error: unknown) => {
      reject(new Error(`a world of ${asked.seeds.join(' ')} broke its process`, { cause: error }))
    }
    worker.once('error', fail)
    worker.once('message', (summary: Summary) => {
      worker.off('error', fail)
      resolve(summary)
    })
    worker.postMessage(asked)
  })
