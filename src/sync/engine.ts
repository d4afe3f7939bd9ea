import { within } from './deadline.ts'
import { syncRound, type RoundEnd, type RoundOptions } from './round.ts'
import type { SyncState, SyncStateStore } from './syncState.ts'

export interface EngineOptions extends RoundOptions {
  /** Where it says what it does; made before it, by whoever shows it. */
  readonly state: SyncStateStore
  /** Subscribes to “something changed”; calls back, returns how to stop. */
  readonly listen: (onPoke: () => void) => () => void
  /** Runs one round at a time over all tabs; resolves to `null` when another tab is at it. */
  readonly withLock: <Result>(work: () => Promise<Result>) => Promise<Result | null>
  readonly random: () => number
  /** Whether anything waits to be sent. */
  readonly hasWaiting: () => Promise<boolean>
}

export interface Engine {
  /** Something was written: send it soon. */
  readonly soon: () => void
  /** Now: the person asks, or the network is back. Resolves when the round has ended. */
  readonly now: () => Promise<void>
  readonly stop: () => void
}

/** Waits after a write, so that a sentence travels in one request, in ms. */
const DEBOUNCE = 1_500
/** Longest one round may take, in ms, with all its photos; then it begins again. */
const ROUND_MAX = 900_000
/** How often to look when nothing pokes us, in ms. */
const POLL = 60_000
const BACKOFF_FIRST = 1_000
const BACKOFF_MAX = 300_000
/** Longest wait that we let the server ask for, in ms. */
const RETRY_MAX = 3_600_000

/**
 * Decides when to exchange with the server. All work is in `syncRound`. There is no last try; only
 * who is signed out is left alone until something happens: a write, a poke, the person.
 */
export function startEngine(options: EngineOptions): Engine {
  const { state } = options
  const stopping = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | null = null
  let again = false
  let failures = 0
  /** The server asked not to be bothered earlier; ms of this device’s clock. */
  let notBefore = 0

  const schedule = (delay: number) => {
    clearTimeout(timer)
    // A clock that was put back must not make an hour of a minute: the wait is never above ours.
    const asked = Math.min(Math.max(0, notBefore - Date.now()), RETRY_MAX)
    if (!stopping.signal.aborted) timer = setTimeout(() => void now(), Math.max(delay, asked))
  }

  const run = async () => {
    const { end, waits } = await attempt()
    state.setState(stateAfter(end))
    notBefore = end?.kind === 'busy' ? Date.now() + end.retryAfterSeconds * 1_000 : 0
    // Something left behind by a good round: a write of another tab, a photo that is refused.
    failures = end === null ? (waits ? failures + 1 : 0) : failures + 1
    if (end?.kind === 'signed-out') clearTimeout(timer)
    else if (end === null) schedule(waits ? Math.min(POLL, Math.max(DEBOUNCE, backoff())) : POLL)
    else schedule(backoff())
  }

  /** Never throws: a database that closed, or a lock that broke, is one more reason to try again. */
  const attempt = async (): Promise<{ end: RoundEnd; waits: boolean }> => {
    try {
      if (await options.hasWaiting()) state.setState({ phase: 'sending', code: null })
      const end = await options.withLock(() =>
        within(ROUND_MAX, stopping.signal, (signal) => syncRound(options, signal)),
      )
      return { end, waits: end === null && (await options.hasWaiting()) }
    } catch {
      return { end: brokenRound, waits: true }
    }
  }

  // Full jitter: thirty phones that lost the same network do not all come back in one second.
  const backoff = () =>
    Math.max(500, options.random() * Math.min(BACKOFF_MAX, BACKOFF_FIRST * 2 ** failures))

  const now = (): Promise<void> => {
    if (stopping.signal.aborted) return Promise.resolve()
    if (running) {
      again = true
      return running
    }
    clearTimeout(timer)
    running = run().finally(() => {
      running = null
      if (again) schedule(0)
      again = false
    })
    return running
  }

  const unlisten = options.listen(() => void now())
  schedule(0)

  return {
    soon: () => {
      if (!running) schedule(DEBOUNCE)
      else again = true
    },
    now,
    stop: () => {
      stopping.abort()
      clearTimeout(timer)
      unlisten()
    },
  }
}

const brokenRound: RoundEnd = { kind: 'refused', status: 0, code: 'broken', expected: null }

function stateAfter(end: RoundEnd): SyncState {
  if (end === null) return { phase: 'idle', code: null }
  if (end.kind === 'signed-out') return { phase: 'signed-out', code: null }
  if (end.kind === 'refused') return { phase: 'problem', code: end.code }
  return { phase: 'offline', code: null }
}
