import { parentPort } from 'node:worker_threads'
import { runWorlds, type Asked } from './worlds.ts'

/** Runs the worlds it is asked for, and answers with what they came to. */
parentPort?.on('message', (asked: Asked) => {
  void runWorlds(asked).then((summary) => {
    parentPort?.postMessage(summary)
  })
})
