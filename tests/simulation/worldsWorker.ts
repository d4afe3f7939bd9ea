import { parentPort } from 'node:worker_threads'
import { runWorlds } from './worlds.ts'

/** Runs the worlds whose seeds it is sent, and answers with what they came to. */
parentPort?.on('message', (seeds: readonly number[]) => {
  void runWorlds(seeds).then((summary) => {
    parentPort?.postMessage(summary)
  })
})
