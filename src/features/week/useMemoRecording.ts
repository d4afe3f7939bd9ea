import { useEffect, useRef, useState } from 'react'
import { MEMO_MAX, type MemoProblem, type RecordMemo } from './memo.ts'

export interface MemoRecording {
  /** `asking`: for the microphone. `over`: there is no memo, and `problem` says why. */
  readonly phase: 'asking' | 'recording' | 'keeping' | 'over'
  /** How long it is so far. */
  readonly seconds: number
  readonly problem: MemoProblem | null
  /** Ends the recording, or puts away the problem. */
  readonly stop: () => void
}

/** How often the time is looked at, in ms. */
const LOOK = 250

/** Records from the first moment on, once. `onEnd`: it is over; `null`: without a memo. */
export function useMemoRecording(
  onRecord: RecordMemo,
  onEnd: (end: 'kept' | 'full' | null) => void,
): MemoRecording {
  const [phase, setPhase] = useState<MemoRecording['phase']>('asking')
  const [seconds, setSeconds] = useState(0)
  const [problem, setProblem] = useState<MemoProblem | null>(null)
  const ending = useRef<AbortController | null>(null)
  const props = useRef({ onRecord, onEnd })
  useEffect(() => {
    props.current = { onRecord, onEnd }
  })

  useEffect(() => {
    let isShown = true
    let timer: ReturnType<typeof setInterval> | undefined
    const controller = new AbortController()
    ending.current = controller
    const onStart = () => {
      const start = performance.now()
      setPhase('recording')
      timer = setInterval(() => {
        setSeconds(Math.min(MEMO_MAX, Math.floor((performance.now() - start) / 1_000)))
      }, LOOK)
    }
    const { signal } = controller
    void props.current
      .onRecord({ signal, onStart })
      .catch((): MemoProblem => 'not-kept')
      .then((end) => {
        clearInterval(timer)
        if (!isShown) return
        // Whoever closed it before anything was said has no problem.
        const isNone = end === 'nothing-recorded' && signal.aborted
        if (end === 'kept' || end === 'full') props.current.onEnd(end)
        else if (isNone) props.current.onEnd(null)
        else {
          setProblem(end)
          setPhase('over')
        }
      })
    return () => {
      isShown = false
      clearInterval(timer)
      // Another screen: what was said until now is kept.
      controller.abort()
    }
  }, [])

  return {
    phase,
    seconds,
    problem,
    stop: () => {
      if (phase === 'over') {
        onEnd(null)
        return
      }
      // Before there is any sound, there is nothing to keep, and nobody waits for it.
      if (phase === 'asking') onEnd(null)
      else setPhase('keeping')
      ending.current?.abort()
    },
  }
}
