import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { nothingYet, together, type Summary } from './worlds.ts'

/** So many worlds are handed out at once: a worker is asked every few seconds. */
const AT_ONCE = 10

export interface RunOptions {
  readonly onProgress?: (summary: Summary) => void
  /** Not on once so many worlds failed. */
  readonly failuresMax?: number
}

/** Runs worlds on all processors, with the code of `path`; see `buildWorlds`. */
export async function runOnAll(
  path: string,
  seeds: readonly number[],
  { onProgress = () => undefined, failuresMax = Infinity }: RunOptions = {},
): Promise<Summary> {
  const waiting = [...seeds]
  let summary = nothingYet
  const runOne = async () => {
    const worker = new Worker(path)
    try {
      while (waiting.length > 0 && summary.failures.length < failuresMax) {
        const found = await ask(worker, waiting.splice(0, AT_ONCE))
        summary = together(summary, found)
        onProgress(summary)
      }
    } finally {
      await worker.terminate()
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, runOne))
  const failures = [...summary.failures].sort((one, other) => one.seed - other.seed)
  return { ...summary, failures }
}

const ask = (worker: Worker, seeds: readonly number[]): Promise<Summary> =>
  new Promise((resolve, reject) => {
    const fail = (error: unknown) => {
      reject(new Error(`a world of ${seeds.join(' ')} broke its process`, { cause: error }))
    }
    worker.once('error', fail)
    worker.once('message', (summary: Summary) => {
      worker.off('error', fail)
      resolve(summary)
    })
    worker.postMessage(seeds)
  })
