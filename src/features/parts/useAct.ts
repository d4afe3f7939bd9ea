import { useState } from 'react'
import type { Problem } from './problem.ts'

export interface Acts {
  /** An act is on its way. */
  readonly busy: boolean
  /** Why the last one was refused. */
  readonly problem: Problem | null
  readonly run: (act: () => Promise<Problem | null>) => void
}

/** Runs what a person does on a screen, one act after the other, and keeps why one was refused. */
export function useAct(): Acts {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  return {
    busy,
    problem,
    run: (act) => {
      setBusy(true)
      void act().then((refusal) => {
        setProblem(refusal)
        setBusy(false)
      })
    },
  }
}
