import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { sumOf } from '#domain/chain.ts'
import type { LogbookDb } from '#store/database.ts'
import { act } from '#store/act.ts'
import { actor, aPatch, entryId, logbookId, logbooks, NOW, WEEK } from '#tests/support/builders.ts'
import { holdPhoto, rowsOf, sentRows } from '#tests/store/aDatabase.ts'
import { aBookPart, chainAt } from '#tests/store/aPull.ts'
import { aPhone, unsent, writeNotes } from './aPhone.ts'

const writeElsewhere = (db: LogbookDb) => {
  const target = { id: entryId(WEEK, logbooks.elsewhere), kind: 'entry' as const }
  const set = { week: WEEK, told: 'Là' }
  return act(db, aPatch(target, set), actor('apprentice', 'elsewhere'))
}

describe('a round', () => {
  it('sends what waits, in requests that the server takes, then asks what is new', async () => {
    const phone = aPhone()
    const ids = await writeNotes(phone.db, 80)

    expect(await phone.round()).toBeNull()
    expect(phone.events).toEqual(['push 64', 'push 16', 'pull'])
    expect([...phone.kept.keys()]).toEqual(ids)
    expect(await unsent(phone.db)).toEqual([])
  })

  it('whose request is lost leaves everything waiting', async () => {
    const phone = aPhone()
    const ids = await writeNotes(phone.db, 2)
    phone.server.before = () => ({ kind: 'offline' })

    expect(await phone.round()).toEqual({ kind: 'offline' })
    expect(phone.events).toEqual(['push 2'])
    expect((await unsent(phone.db)).sort()).toEqual(ids)
    phone.server.before = null
    expect(await phone.round()).toBeNull()
    expect(await unsent(phone.db)).toEqual([])
  })

  it('whose answer is lost sends the same again, and it happens once', async () => {
    const phone = aPhone()
    const ids = await writeNotes(phone.db, 2)
    phone.server.after = () => ({ kind: 'offline' })
    await phone.round()
    expect([...phone.kept.keys()]).toEqual(ids)
    expect(await unsent(phone.db)).toHaveLength(2)

    phone.server.after = null
    const [third] = await writeNotes(phone.db, 1)
    expect(await phone.round()).toBeNull()
    expect([...phone.kept.values()].map(({ result }) => result.n)).toEqual([1, 2, 3])
    expect([...phone.kept.keys()]).toEqual([...ids, third])
    expect(await unsent(phone.db)).toEqual([])
  })

  it.each([
    ['signed-out', { kind: 'signed-out' }],
    ['busy', { kind: 'busy', retryAfterSeconds: 30 }],
    ['refused', { kind: 'refused', status: 422, code: 'not-our-protocol', expected: null }],
    ['too heavy', { kind: 'refused', status: 413, code: 'too-large', expected: null }],
  ] as const)('that is turned down (%s) takes nothing off the waiting list', async (_, end) => {
    const phone = aPhone()
    const ids = await writeNotes(phone.db, 1)
    phone.server.before = () => end

    expect(await phone.round()).toEqual(end)
    expect(await unsent(phone.db)).toEqual(ids)
    expect(await sentRows(phone.db)).toEqual([])
  })

  it('with too heavy a request halves it until it passes', async () => {
    const phone = aPhone()
    await writeNotes(phone.db, 9)
    phone.server.before = ({ operations }) =>
      operations.length > 2
        ? { kind: 'refused', status: 413, code: 'too-large', expected: null }
        : null

    expect(await phone.round()).toBeNull()
    expect(phone.kept.size).toBe(9)
    expect(await unsent(phone.db)).toEqual([])
  })

  it('that the server answers without a verdict ends, and does not ask for ever', async () => {
    const phone = aPhone()
    await writeNotes(phone.db, 1)
    phone.server.before = () => ({ kind: 'ok', body: { results: [], serverTime: NOW } })

    expect(await phone.round()).toMatchObject({ kind: 'refused', code: 'no-verdict' })
    expect(phone.events).toEqual(['push 1', 'pull'])
    expect(await unsent(phone.db)).toHaveLength(1)
  })

  it('one logbook that is turned down holds up neither the others, nor the news, nor photos', async () => {
    const phone = aPhone()
    await writeNotes(phone.db, 1)
    await writeElsewhere(phone.db)
    await holdPhoto(phone.db)
    const refusal = {
      kind: 'refused',
      status: 422,
      code: 'not-our-protocol',
      expected: null,
    } as const
    phone.server.before = (request) => (request.logbookId === logbookId ? refusal : null)

    expect(await phone.round()).toEqual(refusal)
    expect(phone.kept.size).toBe(1)
    expect(phone.events.slice(-2)).toEqual(['pull', 'file'])
    expect((await rowsOf(phone.db, 'outbox')).map((row) => row.logbookId)).toEqual([logbookId])
  })

  it.each([true, false])(
    'to a logbook one no longer belongs to asks at once what was taken away, and is no problem (%s)',
    async (pull) => {
      const phone = aPhone()
      await writeNotes(phone.db, 1)
      await holdPhoto(phone.db)
      phone.server.before = () => ({
        kind: 'refused',
        status: 403,
        code: 'not-a-member',
        expected: null,
      })

      expect(await phone.round({}, undefined, pull)).toBeNull()
      expect(phone.events).toEqual(['push 1', 'pull', 'file'])
    },
  )

  it('stopped at any point can be begun again, and everything happens once', async () => {
    for (const after of [0, 1, 2, 3]) {
      const phone = aPhone()
      const ids = await writeNotes(phone.db, 3)
      await holdPhoto(phone.db)
      let calls = 0
      const cut = (answer: never) => {
        calls += 1
        if (calls > after) throw new DOMException('the tab is closed', 'AbortError')
        return answer
      }
      const { transport } = phone
      const broken = {
        ...transport,
        push: async (...args: Parameters<typeof transport.push>) =>
          cut((await transport.push(...args)) as never),
        pull: async (...args: Parameters<typeof transport.pull>) =>
          cut((await transport.pull(...args)) as never),
        putFile: async (...args: Parameters<typeof transport.putFile>) =>
          cut((await transport.putFile(...args)) as never),
      }
      await phone.round({ transport: broken }).catch(() => null)

      expect(await phone.round()).toBeNull()
      expect([...phone.kept.keys()]).toEqual(ids)
      expect(await unsent(phone.db)).toEqual([])
      expect(await rowsOf(phone.db, 'files')).toMatchObject([{ state: 'stored' }])
    }
  })
})

describe('what is pulled', () => {
  it('comes in as many answers as there are', async () => {
    const phone = aPhone()
    const from = (seq: number) => ({ from: { seq, chain: chainAt(seq) } })
    phone.server.news = [
      [aBookPart(1, [], { reset: 'new', sum: null }), { type: 'end', more: true }],
      [aBookPart(2, [], { ...from(1), sum: null }), { type: 'end', more: true }],
      [aBookPart(3, [], from(2)), { type: 'end', more: false }],
    ]
    expect(await phone.round()).toBeNull()
    expect(phone.events).toEqual(['pull', 'pull', 'pull'])
    expect(await rowsOf(phone.db, 'progress')).toMatchObject([{ seq: 3 }])
  })

  it('and does not add up is asked for again later, not at once and for ever', async () => {
    const phone = aPhone()
    const wrong = aBookPart(1, [], { reset: 'new', sum: sumOf([{ id: 'x', revision: 1 }]) })
    phone.server.news = [[wrong], [wrong], [aBookPart(1, [], { reset: 'new' })]]

    expect(await phone.round()).toMatchObject({ kind: 'busy' })
    expect(phone.events).toEqual(['pull'])
    expect(await phone.round()).toMatchObject({ kind: 'busy' })
    expect(await phone.round()).toBeNull()
  })
})

describe('on a network that carries little', () => {
  it('what did not pass whole is sent in smaller pieces, and in larger ones when it is quick again', async () => {
    const phone = aPhone()
    const ids = await writeNotes(phone.db, 130)
    const sizes: number[] = []
    phone.server.before = ({ operations }) => {
      sizes.push(operations.length)
      return operations.length > 10 && sizes.length < 4 ? { kind: 'offline' } : null
    }
    for (let rounds = 0; rounds < 4; rounds += 1) await phone.round()

    expect(sizes).toEqual([64, 16, 4, 32, 94])
    expect([...phone.kept.keys()]).toEqual(ids)
  })
})

describe('a network that stalls', () => {
  it('does not hold the round for ever: the request is given up when the person leaves', async () => {
    const phone = aPhone()
    await writeNotes(phone.db, 1)
    const leave = new AbortController()
    const transport = {
      ...phone.transport,
      push: (_: unknown, limit: AbortSignal) =>
        new Promise<{ kind: 'offline' }>((resolve) => {
          limit.addEventListener('abort', () => {
            resolve({ kind: 'offline' })
          })
          leave.abort()
        }),
    }

    expect(await phone.round({ transport }, leave.signal)).toEqual({ kind: 'offline' })
    expect(await unsent(phone.db)).toHaveLength(1)
  })
})
