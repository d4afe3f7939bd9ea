import type { PersonId } from '#domain/identifiers.ts'
import { newsEventSchema, type NewsEvent } from '#protocol/sync.ts'
import { applyNews } from '#store/applyPull.ts'
import type { Ready } from '#store/batch.ts'
import { within } from './deadline.ts'
import type { Listener, Listening } from './listen.ts'
import { createPace } from './pace.ts'
import { sendReady, syncRound, type RoundEnd, type RoundOptions } from './round.ts'
import type { SyncState, SyncStateStore } from './syncState.ts'

export interface EngineOptions extends Omit<RoundOptions, 'pace' | 'onSending'> {
  /** Whose words are on this page. */
  readonly personId: PersonId
  /** Where it says what it does; made before it, by whoever shows it. */
  readonly state: SyncStateStore
  /** Subscribes to what the server says; calls back. */
  readonly listen: (listener: Listener) => Listening
  /**
   * Runs one round at a time over all tabs; resolves to `busy` when another tab is at it. `take`:
   * takes the lock from a tab that no longer runs. Nothing is wrong if two rounds meet: it is only
   * twice the work.
   */
  readonly withLock: <Result>(
    take: boolean,
    work: () => Promise<Result>,
  ) => Promise<Result | 'busy'>
  readonly random: () => number
  /** Whether anything waits to be sent. */
  readonly hasWaiting: () => Promise<boolean>
}

export interface Engine {
  /** Something was typed: send it soon. */
  readonly soon: () => void
  /** Somebody decided something: send it at once. `ready`: as it was written, where nothing else waits. */
  readonly promptly: (ready?: Ready) => void
  /** Now: the person asks, or the network is back. Resolves when the round has ended. */
  readonly now: () => Promise<void>
  readonly stop: () => void
}

/** Waits after a letter, so that a sentence travels in one request, in ms; never longer than the second. */
const SOON = 1_500
const SOON_MAX = 6_000
/** Longest one round may take, in ms, with all its files; then it begins again. */
const ROUND_MAX = 900_000
/** So long after it was told to end, in ms, a round that has not is left to itself. */
const HANGING_MAX = 30_000
/** How often to look when nothing pokes us, in ms; and when the server can be heard. */
const POLL = 60_000
const POLL_OPEN = 300_000
const BACKOFF_FIRST = 1_000
const BACKOFF_MAX = 300_000
/** Longest wait that we let the server ask for, in ms. */
const RETRY_MAX = 3_600_000
/** How often all that is held is compared with the server, in ms; and at every start. */
const CHECK_EVERY = 6 * 3_600_000
/** Another tab has had the lock for so long, in ms, that it has probably been put to sleep. */
const LOCK_MAX = 120_000
/** So long without a verdict, in ms, with a network and something that waits: somebody should look. */
const STUCK_AFTER = 900_000

/**
 * Decides when to exchange with the server. All work is in `syncRound`. There is no last try; only
 * who is signed out is left alone until something happens: a write, a poke, the person.
 */
export function startEngine(options: EngineOptions): Engine {
  const { state, clock } = options
  const onSending = () => {
    state.setState({ phase: 'sending', code: null })
  }
  const round = { ...options, pace: createPace(), onSending }
  const stopping = new AbortController()
  let callOff: (() => void) | null = null
  let running: Promise<void> | null = null
  let again: 'now' | 'soon' | null = null
  /** Whether the next round asks what is new: it need not where the server tells by itself. */
  let asks = true
  /** Whether news came since the last round: a photo may be named in them. */
  let told = false
  /** What is sent before the next round. */
  let ready: Ready | undefined
  let failures = 0
  /** The server asked not to be bothered earlier. */
  let notBefore = 0
  /** When the first letter was typed that no round has carried. */
  let typedAt: number | null = null
  let checkedAt = -Infinity
  let lockedSince: number | null = null
  /** The server speaks a newer language: what it tells is not for this version. */
  let isOutdated = false
  /** When all was well for the last time: nothing waited, or something got its verdict. */
  let wellAt = clock.now()

  const schedule = (delay: number) => {
    callOff?.()
    callOff = null
    if (stopping.signal.aborted) return
    const asked = Math.min(Math.max(0, notBefore - clock.now()), RETRY_MAX)
    const wait = Math.max(delay, asked)
    callOff = clock.after(wait, () => {
      // A wait that long was for looking.
      asks ||= wait >= POLL
      void begin()
    })
  }

  const run = async () => {
    typedAt = null
    const { end, waits } = await attempt()
    notBefore = end?.kind === 'busy' ? clock.now() + end.retryAfterSeconds * 1_000 : 0
    // Something left behind by a good round: a write of another tab, a file that is refused.
    failures = end === null ? (waits ? failures + 1 : 0) : failures + 1
    isOutdated = end?.kind === 'refused' && end.code === 'app-too-old'
    const hasNetwork = end === null || end.kind === 'refused'
    if (!waits || !hasNetwork) wellAt = clock.now()
    state.setState({ ...stateAfter(end), stuck: clock.now() - wellAt > STUCK_AFTER })
    if (end !== null) asks = true
    const poll = listening.isOpen() ? POLL_OPEN : POLL
    if (end?.kind === 'signed-out') callOff?.()
    else if (end === null) schedule(waits ? Math.min(POLL, Math.max(SOON, backoff())) : poll)
    else schedule(backoff())
  }

  /** Never throws: a database that closed, or a lock that broke, is one more reason to try again. */
  const attempt = async (): Promise<{ end: RoundEnd; waits: boolean }> => {
    try {
      const first = ready
      ready = undefined
      // Not under the lock: a tab that sends photos may have it for long.
      const sent = first ? await notHanging(sendReady(round, first, stopping.signal)) : null
      if (sent) return { end: sent, waits: true }
      const check = clock.now() - checkedAt > CHECK_EVERY
      const pull = asks || check || !listening.isOpen()
      asks = false
      const news = told
      told = false
      const take = lockedSince !== null && clock.now() - lockedSince > LOCK_MAX
      const end = await notHanging(
        options.withLock(take, () =>
          within(clock, ROUND_MAX, stopping.signal, (signal) =>
            syncRound(round, { check, pull, told: news }, signal),
          ),
        ),
      )
      const waits = await options.hasWaiting()
      if (end === 'busy') {
        asks ||= pull
        told ||= news
        lockedSince ??= clock.now()
        return { end: null, waits }
      }
      lockedSince = null
      if (end === null && check) checkedAt = clock.now()
      if (end === null && pull) state.setState({ answered: true })
      return { end, waits }
    } catch {
      asks = true
      return { end: brokenRound, waits: true }
    }
  }

  /**
   * Whatever waits for something that never answers (a database does, in a browser that was put to
   * sleep) must not keep us from trying again. The lock it holds is taken from it.
   */
  const notHanging = <Result>(work: Promise<Result>): Promise<Result> =>
    new Promise((resolve, reject) => {
      const callOff = clock.after(ROUND_MAX + HANGING_MAX, () => {
        reject(new Error('the round hangs'))
      })
      void work.then(resolve, reject).finally(callOff)
    })

  // Full jitter: thirty phones that lost the same network do not all come back in one second.
  const backoff = () =>
    Math.max(500, options.random() * Math.min(BACKOFF_MAX, BACKOFF_FIRST * 2 ** failures))

  const now = (): Promise<void> => {
    asks = true
    return begin()
  }

  const begin = (): Promise<void> => {
    if (stopping.signal.aborted) return Promise.resolve()
    if (running) {
      again = 'now'
      return running
    }
    callOff?.()
    running = run().finally(() => {
      running = null
      if (again === 'now') schedule(0)
      else if (again === 'soon') schedule(SOON)
      again = null
    })
    return running
  }

  /** What others did says nothing of any device. */
  const ownIn = async ({ deviceId }: NewsEvent) =>
    deviceId === null ? null : options.deviceId(stopping.signal)

  const take = async (json: unknown) => {
    const read = newsEventSchema.safeParse(json)
    // Somebody else may have signed in in this browser: what is theirs to see is not put in here.
    const isOurs = !isOutdated && read.success && read.data.personId === options.personId
    const isTaken = isOurs && (await applyNews(options.db, read.data, await ownIn(read.data)))
    if (isTaken) told = true
    else await now()
  }

  const listening = options.listen({
    onPoke: () => void now(),
    onNews: (json) => {
      take(json).catch(() => now())
    },
  })
  schedule(0)

  return {
    soon: () => {
      if (running) {
        again ??= 'soon'
        return
      }
      typedAt ??= clock.now()
      schedule(Math.min(SOON, Math.max(0, typedAt + SOON_MAX - clock.now())))
    },
    promptly: (decided) => {
      if (running) {
        again = 'now'
        return
      }
      // What has to wait until the server is less busy may be sent by another page before.
      if (!decided || clock.now() < notBefore) {
        schedule(0)
        return
      }
      ready = decided
      void begin()
    },
    now,
    stop: () => {
      stopping.abort()
      callOff?.()
      listening.stop()
    },
  }
}

const brokenRound: RoundEnd = { kind: 'refused', status: 0, code: 'broken', expected: null }

function stateAfter(end: RoundEnd): Pick<SyncState, 'phase' | 'code'> {
  if (end === null) return { phase: 'idle', code: null }
  if (end.kind === 'signed-out') return { phase: 'signed-out', code: null }
  if (end.kind === 'refused' && end.code === 'app-too-old') return { phase: 'outdated', code: null }
  if (end.kind === 'refused') return { phase: 'problem', code: end.code }
  return { phase: 'offline', code: null }
}
