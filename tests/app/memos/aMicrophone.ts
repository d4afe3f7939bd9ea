import { vi } from 'vitest'
import { aWebm } from '#tests/support/sounds.ts'

/** What a browser records with, which jsdom has not: it gives a piece whenever the test says so. */
export class TestRecorder extends EventTarget {
  static readonly made: TestRecorder[] = []
  static supported: readonly string[] = ['audio/webm;codecs=opus']
  static isTypeSupported = (type: string) => TestRecorder.supported.includes(type)

  state: 'inactive' | 'recording' = 'inactive'
  readonly mimeType: string
  ondataavailable: ((event: { data: Blob }) => void) | null = null
  onstart: (() => void) | null = null
  onstop: (() => void) | null = null
  readonly options: MediaRecorderOptions

  constructor(_: unknown, options: MediaRecorderOptions) {
    super()
    this.options = options
    this.mimeType = options.mimeType ?? ''
    TestRecorder.made.push(this)
  }

  start() {
    this.state = 'recording'
    this.onstart?.()
  }

  /** A second has been said: these bytes of the whole. */
  say(bytes: Uint8Array<ArrayBuffer>) {
    this.ondataavailable?.({ data: new Blob([bytes]) })
  }

  /** As browsers end: what is left, then the word that it is over. */
  stop() {
    this.state = 'inactive'
    this.say(new Uint8Array(0))
    this.onstop?.()
  }
}

/** A whole recording in two pieces. */
export function twoPieces(): [Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>] {
  const whole = new Uint8Array(aWebm())
  return [whole.slice(0, 120), whole.slice(120)]
}

/** A browser with a microphone; `refuse`: the name of why it is not given. */
export function stubMicrophone(refuse?: string) {
  TestRecorder.made.length = 0
  TestRecorder.supported = ['audio/webm;codecs=opus']
  const track = { stop: vi.fn() }
  const getUserMedia = vi.fn(() =>
    refuse === undefined
      ? Promise.resolve({ getTracks: () => [track] })
      : Promise.reject(new DOMException('no', refuse)),
  )
  vi.stubGlobal('MediaRecorder', TestRecorder)
  Object.defineProperty(navigator, 'mediaDevices', { value: { getUserMedia }, configurable: true })
  return { track, getUserMedia }
}

/** Locks of one browser: a page holds one for as long as its work takes. */
export function createLocks() {
  const held = new Set<string>()
  const request = async (...args: readonly unknown[]) => {
    const name = args[0] as string
    const work = args.at(-1) as (lock: object | null) => unknown
    const { ifAvailable = false } = args.length > 2 ? (args[1] as LockOptions) : {}
    if (held.has(name)) {
      if (ifAvailable) return work(null)
      throw new Error('nobody waits for a lock here')
    }
    held.add(name)
    try {
      return await work({})
    } finally {
      held.delete(name)
    }
  }
  return { held, locks: { request: request as LockManager['request'] } }
}
