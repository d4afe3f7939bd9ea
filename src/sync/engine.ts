import { createStore, type StoreApi } from 'zustand/vanilla'
import { syncRound, type RoundEnd, type RoundOptions } from './round.ts'

/** What the engine does now, for the screens. */
export interface SyncState {
  readonly phase: 'idle' | 'sending' | 'offline' | 'signed-out' | 'problem'
  /** Code of the last refusal, for `problem`. */
  readonly code: string | null
}

export interface EngineOptions extends RoundOptions {
  /** Subscribes to “something changed”; calls back, returns how to stop. */
  readonly listen: (onPoke: () => void) => () => void
  /** Runs one round at a time over all tabs; resolves to `null` when another tab is at it. */
  readonly withLock: <Result>(work: () => Promise<Result>) => Promise<Result | null>
  readonly random: () => number
  /** Whether anything waits to be sent. */
  readonly hasWaiting: () => Promise<boolean>
}

export interface Engine {
  readonly state: StoreApi<SyncState>
  /** Something was written: send it soon. */
  readonly soon: () => void
  /** Now: the person asks, or the network is back. Resolves when the round has ended. */
  readonly now: () => Promise<void>
  readonly stop: () => void
}

/** Waits after a write, so that a sentence travels in one request, in ms. */
const DEBOUNCE = 1_500
/** Longest one round may take, in ms; then it begins again. */
const ROUND_MAX = 30_000
/** How often to look when nothing pokes us, in ms. */
const POLL = 60_000
const BACKOFF_FIRST = 1_000
const BACKOFF_MAX = 300_000

/** Decides when to exchange with the server. All work is in `syncRound`. */
export function startEngine(options: EngineOptions): Engine {
  const state = createStore<SyncState>(() => ({ phase: 'idle', code: null }))
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | null = null
  let again = false
  let failures = 0
  let stopped = false

  const schedule = (delay: number) => {
    clearTimeout(timer)
    if (!stopped) timer = setTimeout(() => void now(), delay)
  }

  const run = async () => {
    if (await options.hasWaiting()) state.setState({ phase: 'sending', code: null })
    const end = await options.withLock(() => bounded(options)).catch((): RoundEnd => brokenRound)
    state.setState(stateAfter(end))
    failures = end === null || end.kind === 'signed-out' ? 0 : failures + 1
    if (end?.kind === 'busy') schedule(Math.max(end.retryAfterSeconds * 1_000, backoff()))
    else schedule(end === null || end.kind === 'signed-out' ? POLL : backoff())
  }

  // Full jitter: thirty phones that lost the same network do not all come back in one second.
  const backoff = () =>
    Math.max(500, options.random() * Math.min(BACKOFF_MAX, BACKOFF_FIRST * 2 ** failures))

  const now = async (): Promise<void> => {
    if (stopped) return
    if (running) {
      again = true
      return running
    }
    clearTimeout(timer)
    running = run().finally(() => {
      running = null
      if (again) {
        again = false
        schedule(0)
      }
    })
    return running
  }

  const unlisten = options.listen(() => void now())
  schedule(0)

  return {
    state,
    soon: () => {
      if (!running) schedule(DEBOUNCE)
      else again = true
    },
    now,
    stop: () => {
      stopped = true
      clearTimeout(timer)
      unlisten()
    },
  }
}

const brokenRound: RoundEnd = { kind: 'refused', status: 0, code: 'broken', expected: null }

const bounded = (options: EngineOptions) => syncRound(options, AbortSignal.timeout(ROUND_MAX))

function stateAfter(end: RoundEnd): SyncState {
  if (end === null) return { phase: 'idle', code: null }
  if (end.kind === 'signed-out') return { phase: 'signed-out', code: null }
  if (end.kind === 'refused') return { phase: 'problem', code: end.code }
  return { phase: 'offline', code: null }
}
