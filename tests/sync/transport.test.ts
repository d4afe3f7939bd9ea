import { describe, expect, it } from 'vitest'
import { PROTOCOL, PROTOCOL_HEADER, PULL_TYPE } from '#protocol/conversation.ts'
import type { PullPart, PullStart } from '#protocol/sync.ts'
import { httpTransport } from '#sync/transport.ts'
import { aBookPart, aStart } from '#tests/store/aPull.ts'
import { logbookId, nextId, NOW } from '#tests/support/builders.ts'

const ours = { [PROTOCOL_HEADER]: '1', 'Content-Type': 'application/json' }

/** A network on which every request gets `response`, and what was asked. */
function aNetwork(response: () => Response | Promise<Response>) {
  const asked: { path: string; init: RequestInit | undefined }[] = []
  const transport = httpTransport((path, init) => {
    asked.push({ path: path as string, init })
    return Promise.resolve(response())
  })
  const taken: { start: PullStart; parts: readonly PullPart[] }[] = []
  const { signal } = new AbortController()
  const books = {}
  return {
    asked,
    push: () =>
      transport.push(
        {
          protocol: PROTOCOL,
          app: 'test',
          deviceId: nextId(),
          logbookId,
          pending: 1,
          operations: [{ n: 1, operation: {} }],
        },
        signal,
      ),
    pull: async () => {
      const request = { protocol: PROTOCOL, app: 'test', deviceId: nextId(), check: false, books }
      const answer = await transport.pull(request as never, signal, (start, parts) => {
        taken.push({ start, parts })
        return Promise.resolve()
      })
      return answer
    },
    taken,
    put: () =>
      transport.putFile(
        { logbookId, sha256: 'a'.repeat(64), mime: 'image/jpeg', bytes: new ArrayBuffer(3) },
        signal,
      ),
    get: () => transport.getFile({ logbookId, sha256: 'a'.repeat(64), form: 'screen' }, signal),
  }
}

interface Answered {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
}

const json =
  (body: unknown, { status = 200, headers = {} }: Answered = {}) =>
  () =>
    new Response(JSON.stringify(body), { status, headers: { ...ours, ...headers } })

const good = { results: [], serverTime: NOW }
const html = '<html><h1>Bienvenue sur le Wi-Fi de l’hôtel</h1></html>'

describe('what is not our server’s answer is no network: nothing is believed of it', () => {
  it.each<[string, () => Response | Promise<Response>]>([
    ['no network', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['the page of a hotel', () => new Response(html, { status: 200 })],
    ['JSON of somebody else', () => Response.json(good)],
    ['a gateway in between', () => new Response(html, { status: 502 })],
    ['a sign-in wall', () => new Response(html, { status: 401 })],
    ['a proxy that forbids', () => new Response(html, { status: 403 })],
    ['an answer cut in two', () => new Response('{"results":[{"id"', { headers: ours })],
    ['an empty answer', () => new Response('', { headers: ours })],
    ['a success that says something else', json({ ok: true })],
    [
      'a connection that breaks while it speaks',
      () =>
        new Response(
          new ReadableStream({
            pull: (stream) => {
              stream.error(new Error('reset'))
            },
          }),
          {
            headers: ours,
          },
        ),
    ],
  ])('%s', async (_, response) => {
    const { push, pull } = aNetwork(response)
    expect([await push(), await pull()]).toEqual([{ kind: 'offline' }, { kind: 'offline' }])
  })

  it('a photo that another server “took” is not confirmed, and one cut in two is not kept', async () => {
    expect(await aNetwork(() => new Response(html)).put()).toEqual({ kind: 'offline' })
    const cut = () =>
      new Response(
        new ReadableStream({
          pull: (stream) => {
            stream.error(new Error('reset'))
          },
        }),
        {
          headers: ours,
        },
      )
    expect(await aNetwork(cut).get()).toEqual({ kind: 'offline' })
  })
})

describe('our server', () => {
  it('is believed', async () => {
    const network = aNetwork(json(good))
    expect(await network.push()).toEqual({ kind: 'ok', body: good })
    expect(network.asked).toMatchObject([
      {
        path: '/sync/v1/push',
        init: { method: 'POST', headers: { 'Content-Type': 'application/json' } },
      },
    ])
    expect(await aNetwork(json({}, { status: 201 })).put()).toEqual({ kind: 'ok', body: null })
  })

  it.each([
    ['signed out', 401, {}, { kind: 'signed-out' }],
    ['asks for patience', 429, { 'Retry-After': '40' }, { kind: 'busy', retryAfterSeconds: 40 }],
    ['restarts', 503, { 'Retry-After': '7' }, { kind: 'busy', retryAfterSeconds: 7 }],
    ['failed', 500, {}, { kind: 'busy', retryAfterSeconds: 5 }],
    [
      'names a day, not a number',
      503,
      { 'Retry-After': 'Fri, 07 Nov 2025 18:00:00 GMT' },
      { kind: 'busy', retryAfterSeconds: 5 },
    ],
    [
      'asks for a month',
      503,
      { 'Retry-After': '2592000' },
      { kind: 'busy', retryAfterSeconds: 3600 },
    ],
  ])('%s', async (_, status, headers, expected) => {
    const { push } = aNetwork(json({ code: 'x', message: 'y' }, { status, headers }))
    expect(await push()).toEqual(expected)
  })

  it.each(['gap', 'fork'])('says with which number it goes on: %s', async (code) => {
    const { push } = aNetwork(json({ code, message: '…', expected: 41 }, { status: 409 }))
    expect(await push()).toEqual({ kind: 'refused', status: 409, code, expected: 41 })
  })

  it.each([null, [], 'no', { code: 4 }, { expected: 'x' }])(
    'refuses without a word that can be read (%j), and nothing breaks here',
    async (body) => {
      const { push } = aNetwork(json(body, { status: 422 }))
      const refused = { kind: 'refused', status: 422, code: 'unknown', expected: null }
      expect(await push()).toEqual(refused)
    },
  )
})

describe('a pull', () => {
  const encoder = new TextEncoder()
  /** An answer in pieces, which breaks at its end or is closed. */
  const streamed = (pieces: readonly Uint8Array[], breaks = false) => {
    const headers = { [PROTOCOL_HEADER]: '1', 'Content-Type': PULL_TYPE }
    let next = 0
    const body = new ReadableStream<Uint8Array>({
      pull: (stream) => {
        const piece = pieces[next]
        next += 1
        if (piece) stream.enqueue(piece)
        else if (breaks) stream.error(new Error('reset'))
        else stream.close()
      },
    })
    return () => new Response(body, { headers })
  }
  const line = (value: unknown) => `${JSON.stringify(value)}\n`
  const book = aBookPart(1, [], { reset: 'new' })
  const end = { type: 'end', more: false } as const
  const partsOf = ({ taken }: ReturnType<typeof aNetwork>) => taken.flatMap(({ parts }) => parts)

  it('is read however the network cuts it, in the middle of a letter too', async () => {
    const facts = { ...book.facts, centre: 'Campus d’été' } as typeof book.facts
    const bytes = encoder.encode(line(aStart) + line({ ...book, facts }) + line(end))
    for (const size of [1, 7, 64, bytes.length]) {
      const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
        bytes.slice(index * size, (index + 1) * size),
      )
      const network = aNetwork(streamed(pieces))
      expect(await network.pull()).toEqual({ kind: 'ok', body: { more: false } })
      expect(partsOf(network)).toEqual([{ ...book, facts }])
      expect(network.taken[0]?.start).toEqual(aStart)
    }
  })

  it.each([
    ['a connection that breaks', line(aStart) + line(book), true],
    ['a line cut in two', line(aStart) + line(book) + line(book).slice(0, 40), false],
    ['an answer that just ends', line(aStart) + line(book), false],
    ['a line that is not ours', line(aStart) + line(book) + line({ type: 'ad' }), false],
  ])('keeps what had come before %s, and knows that it was not all', async (_, text, breaks) => {
    const network = aNetwork(streamed([encoder.encode(text)], breaks))
    expect(await network.pull()).toEqual({ kind: 'offline' })
    expect(partsOf(network)).toEqual([book])
  })

  it('without its first line is believed in nothing', async () => {
    const network = aNetwork(streamed([encoder.encode(line(book) + line(end))]))
    expect(await network.pull()).toEqual({ kind: 'offline' })
    expect(network.taken).toEqual([])
  })

  it('that is long is taken in pieces, so that a phone need not hold it all', async () => {
    const documents = Array.from({ length: 40 }, (_, index) => ({
      ...{ id: String(index), kind: 'entry', state: 'signed', revision: 1 },
      text: 'x'.repeat(5_000),
    }))
    const long = { ...book, documents }
    const text = line(aStart) + line(long).repeat(6) + line(end)
    const network = aNetwork(streamed([encoder.encode(text)]))

    expect(await network.pull()).toEqual({ kind: 'ok', body: { more: false } })
    expect(network.taken.map(({ parts }) => parts.length)).toEqual([3, 3])
  })

  describe('in two pieces', () => {
    const documents = [
      { id: '1', kind: 'entry', state: 'signed', revision: 1, text: 'x'.repeat(500_000) },
    ]
    const piece = encoder.encode(line({ ...book, documents }))
    const two = [encoder.encode(line(aStart)), piece, piece, encoder.encode(line(end))]

    it('is read on while the database writes, which gets one after the other', async () => {
      const events: string[] = []
      let written = (): void => undefined
      const pieces = [...two]
      const body = new ReadableStream<Uint8Array>(
        {
          pull: (stream) => {
            const next = pieces.shift()
            events.push('read')
            if (next) stream.enqueue(next)
            else stream.close()
          },
        },
        { highWaterMark: 0 },
      )
      const headers = { [PROTOCOL_HEADER]: '1', 'Content-Type': PULL_TYPE }
      const { pull } = httpTransport(() => Promise.resolve(new Response(body, { headers })))
      const pulling = pull({} as never, new AbortController().signal, () => {
        events.push('write')
        return new Promise<void>((resolve) => (written = resolve))
      })
      await new Promise((resolve) => setTimeout(resolve, 20))
      expect(events).toEqual(['read', 'read', 'write', 'read'])
      written()
      await new Promise((resolve) => setTimeout(resolve, 20))
      expect(events).toEqual(['read', 'read', 'write', 'read', 'write', 'read'])
      written()
      expect(await pulling).toEqual({ kind: 'ok', body: { more: false } })
    })

    it('of which the first cannot be written: the second is not', async () => {
      let takes = 0
      const { pull } = httpTransport(() => Promise.resolve(streamed(two)()))
      const failing = pull({} as never, new AbortController().signal, () => {
        takes += 1
        return Promise.reject(new Error('no room'))
      })
      await expect(failing).rejects.toThrow('no room')
      expect(takes).toBe(1)
    })
  })

  it('whose database fails is no matter of the network', async () => {
    const { pull } = httpTransport(() =>
      Promise.resolve(streamed([encoder.encode(line(aStart) + line(book) + line(end))])()),
    )
    const failing = pull({} as never, new AbortController().signal, () =>
      Promise.reject(new Error('no room')),
    )
    await expect(failing).rejects.toThrow('no room')
  })
})
