// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { recoverRecordings } from '#app/memos/keepRecording.ts'
import { recordMemo } from '#app/memos/recordMemo.ts'
import type { FileReference } from '#domain/operation.ts'
import { MEMO_MAX } from '#features/week/memo.ts'
import { contentHash } from '#store/contentHash.ts'
import type { LogbookDb } from '#store/database.ts'
import { readOriginal } from '#store/pictures.ts'
import { readSound } from '#server/documents/sound.ts'
import { anUnwrittenWeek, apprentice, WEEK } from '#tests/support/builders.ts'
import { aDatabase, breakTable, findHere, newIntent, rowsOf } from '#tests/store/aDatabase.ts'
import { createLocks, stubMicrophone, TestRecorder, twoPieces } from './aMicrophone.ts'

const { id: documentId } = anUnwrittenWeek()
const place = { kind: 'entry', documentId, identity: { week: WEEK }, actor: apprentice } as const

let db: LogbookDb
let promptly: ReturnType<typeof vi.fn<() => void>>
beforeEach(() => {
  db = aDatabase()
  promptly = vi.fn<() => void>()
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
  Reflect.deleteProperty(navigator, 'mediaDevices')
})

/** A recording that has begun, and what one may do with it. */
async function begin() {
  const { locks, held } = createLocks()
  const ending = new AbortController()
  const onStart = vi.fn<() => void>()
  const run = { signal: ending.signal, onStart }
  const ended = recordMemo({ db, newIntent, promptly, locks }, place, run)
  await vi.waitFor(() => {
    expect(TestRecorder.made).toHaveLength(1)
  })
  const [recorder] = TestRecorder.made as [TestRecorder]
  const stop = () => {
    ending.abort()
  }
  await vi.waitFor(() => {
    expect(onStart).toHaveBeenCalledOnce()
  })
  return { locks, held, ending, ended, recorder, stop }
}

const kept = async () => {
  const week = await findHere(db, { kind: 'entry', id: documentId })
  return Object.entries(week?.fields ?? {}).flatMap(([key, { value }]) =>
    key.endsWith('/sound') ? [value as FileReference] : [],
  )
}
const piecesKept = async () => (await rowsOf(db, 'recordings')).length

describe('what was said', () => {
  it('is a memo of the week, whole, under its hash, and waits to be sent', async () => {
    const { track } = stubMicrophone()
    const { ended, recorder, stop, held } = await begin()
    for (const piece of twoPieces()) recorder.say(piece)
    expect(held.size).toBe(1)
    stop()

    expect(await ended).toBe('kept')
    const [memo] = await kept()
    expect(memo).toMatchObject({ mime: 'audio/webm' })
    const bytes = (await readOriginal(db, memo?.sha256 ?? '')) ?? new ArrayBuffer(0)
    expect(await contentHash(bytes)).toBe(memo?.sha256)
    expect(bytes.byteLength).toBe(memo?.size)
    expect(readSound(Buffer.from(bytes))).toBe('audio/webm')
    expect(await rowsOf(db, 'files')).toMatchObject([{ sha256: memo?.sha256, state: 'waiting' }])
    expect(await piecesKept()).toBe(0)
    expect(promptly).toHaveBeenCalledOnce()
    // Nobody listens any more, and nobody else is kept from recording.
    expect(track.stop).toHaveBeenCalledOnce()
    expect(held.size).toBe(0)
  })

  it('is asked for as one voice, and small', async () => {
    const { getUserMedia } = stubMicrophone()
    const { recorder, stop, ended } = await begin()
    expect(getUserMedia).toHaveBeenCalledWith({
      audio: expect.objectContaining({ channelCount: 1 }) as object,
    })
    expect(recorder.options).toEqual({
      mimeType: 'audio/webm;codecs=opus',
      audioBitsPerSecond: 24_000,
    })
    stop()
    await ended
  })

  it('is on the device while it is said: a page that dies then loses no second before', async () => {
    stubMicrophone()
    const { recorder, held, locks } = await begin()
    const [first, second] = twoPieces()
    recorder.say(first)
    recorder.say(second)
    await vi.waitFor(async () => {
      expect(await piecesKept()).toBe(2)
    })
    // Another page looks while this one still records, and leaves it alone.
    expect(await recoverRecordings(db, newIntent, locks)).toBe(0)
    expect(await kept()).toEqual([])

    // The page is gone, and its lock with it; at the next start the memo is there, once.
    held.clear()
    expect(await recoverRecordings(db, newIntent, locks)).toBe(1)
    expect(await kept()).toHaveLength(1)
    expect(await piecesKept()).toBe(0)
    expect(await recoverRecordings(db, newIntent, locks)).toBe(0)
    expect(await kept()).toHaveLength(1)
  })

  it('ends when the page goes out of sight, and is kept', async () => {
    stubMicrophone()
    const { ended, recorder } = await begin()
    for (const piece of twoPieces()) recorder.say(piece)
    const state = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
    document.dispatchEvent(new Event('visibilitychange'))
    expect(await ended).toBe('kept')
    expect(await kept()).toHaveLength(1)
    state.mockRestore()
  })

  it.each<[string, (recorder: TestRecorder) => void]>([
    ['when the page is closed', () => window.dispatchEvent(new Event('pagehide'))],
    [
      'when the microphone is unplugged',
      (recorder) => {
        recorder.stop()
      },
    ],
  ])('is kept %s', async (_, happen) => {
    stubMicrophone()
    const { ended, recorder } = await begin()
    for (const piece of twoPieces()) recorder.say(piece)
    happen(recorder)
    expect(await ended).toBe('kept')
  })

  it('of three minutes ends by itself, and says so', async () => {
    stubMicrophone()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { ended, recorder } = await begin()
    for (const piece of twoPieces()) recorder.say(piece)
    // It began a moment ago.
    vi.advanceTimersByTime((MEMO_MAX - 2) * 1_000)
    expect(recorder.state).toBe('recording')
    vi.advanceTimersByTime(2_000)
    vi.useRealTimers()
    expect(await ended).toBe('full')
  })

  it('that cannot be put into the week now is there at the next start', async () => {
    stubMicrophone()
    const { ended, recorder, stop, locks } = await begin()
    for (const piece of twoPieces()) recorder.say(piece)
    await vi.waitFor(async () => {
      expect(await piecesKept()).toBe(2)
    })
    const repair = breakTable(db, 'files')
    stop()
    expect(await ended).toBe('kept-aside')
    expect(await kept()).toEqual([])
    expect(await recoverRecordings(db, newIntent, locks)).toBe(0)
    expect(await piecesKept()).toBe(2)

    repair()
    expect(await recoverRecordings(db, newIntent, locks)).toBe(1)
    expect(await kept()).toHaveLength(1)
  })

  it('where no second could be put aside is in the week all the same', async () => {
    stubMicrophone()
    breakTable(db, 'recordings')
    const { ended, recorder, stop } = await begin()
    for (const piece of twoPieces()) recorder.say(piece)
    stop()
    expect(await ended).toBe('kept')
    expect(await kept()).toHaveLength(1)
  })

  it('where there is no room at all: it is said, and not that it is kept', async () => {
    stubMicrophone()
    const write = vi.spyOn(db, 'write')
    breakTable(db, 'recordings')
    const { ended, recorder, stop } = await begin()
    for (const piece of twoPieces()) recorder.say(piece)
    await vi.waitFor(() => {
      const failed = write.mock.settledResults.filter(({ type }) => type === 'rejected')
      expect(failed).toHaveLength(2)
    })
    breakTable(db, 'files')
    stop()
    expect(await ended).toBe('no-room')
    expect(promptly).not.toHaveBeenCalled()
  })
})

describe('there is no memo', () => {
  it.each<[string, string, string]>([
    ['where the microphone is refused', 'NotAllowedError', 'microphone-refused'],
    ['where the page may not ask', 'SecurityError', 'microphone-refused'],
    ['where there is no microphone', 'NotFoundError', 'no-microphone'],
    ['where something else uses it', 'NotReadableError', 'microphone-busy'],
    ['where the browser gave up', 'AbortError', 'microphone-busy'],
  ])('%s: it says why', async (_, name, problem) => {
    stubMicrophone(name)
    const run = { signal: new AbortController().signal, onStart: vi.fn<() => void>() }
    const { locks } = createLocks()
    expect(await recordMemo({ db, newIntent, promptly, locks }, place, run)).toBe(problem)
    expect(run.onStart).not.toHaveBeenCalled()
  })

  it.each<[string, () => void]>([
    ['cannot record', () => vi.stubGlobal('MediaRecorder', undefined)],
    ['has no microphone to ask for', () => Reflect.deleteProperty(navigator, 'mediaDevices')],
    ['records in no way we know', () => (TestRecorder.supported = ['video/x-other'])],
  ])('in a browser that %s', async (_, lack) => {
    stubMicrophone()
    lack()
    const run = { signal: new AbortController().signal, onStart: vi.fn<() => void>() }
    const { locks } = createLocks()
    expect(await recordMemo({ db, newIntent, promptly, locks }, place, run)).toBe('no-recorder')
  })

  it('where nothing was said: nothing is left, and the light goes out', async () => {
    const { track } = stubMicrophone()
    const { ended, stop } = await begin()
    stop()
    expect(await ended).toBe('nothing-recorded')
    expect(await kept()).toEqual([])
    expect(await piecesKept()).toBe(0)
    expect(track.stop).toHaveBeenCalledOnce()
  })

  it('where somebody thought better of it while the browser asked', async () => {
    const { track } = stubMicrophone()
    const { locks } = createLocks()
    const run = { signal: AbortSignal.abort(), onStart: vi.fn<() => void>() }
    expect(await recordMemo({ db, newIntent, promptly, locks }, place, run)).toBe(
      'nothing-recorded',
    )
    expect(run.onStart).not.toHaveBeenCalled()
    expect(track.stop).toHaveBeenCalledOnce()
  })
})
