import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { CHAIN_START, nextHead, sumOf, type Link } from '#domain/chain.ts'
import { hashOfText } from '#domain/hash.ts'
import type { LogbookId } from '#domain/identifiers.ts'
import type { Cursor } from '#protocol/sync.ts'
import {
  anAct,
  aPatch,
  logbookId,
  nextId,
  unwritten,
  type PersonName,
} from '#tests/support/builders.ts'
import { createWorld, openLogbook, type TestDevice, type World } from './world.ts'

let world: World
let meanwhile: { readonly at: RegExp; readonly work: () => Promise<unknown> } | null = null
const books = [logbookId, nextId<LogbookId>(), nextId<LogbookId>()]
beforeAll(async () => {
  world = await createWorld((text) => {
    const { at, work } = meanwhile ?? {}
    if (!work || !at?.test(text)) return undefined
    meanwhile = null
    return work()
  })
  for (const id of books.slice(1)) await openLogbook(world.deps, id)
})

const writers: readonly PersonName[] = [
  'apprentice',
  'master',
  'trainer',
  'coordinator',
  'secondMaster',
  'secondTrainer',
]

/** Writes notes in all logbooks in the given order; published ones are for everybody. */
async function write(device: TestDevice, order: readonly { book: number; publish: boolean }[]) {
  for (const { book, publish } of order) {
    const note = unwritten('note')
    const operations = [
      aPatch(note, { text: 'Un mot' }),
      ...(publish ? [anAct('publish', note)] : []),
    ]
    const answer = await device.push(operations, { logbookId: books[book] ?? logbookId })
    expect(answer.status).toBe(200)
  }
}

/** Reads what is new again and again, as a device does, until told to stop; then once more. */
async function follow(device: TestDevice, isOver: () => boolean) {
  const cursors: Record<string, Cursor> = {}
  const held = new Map<string, Map<string, number>>(books.map((id) => [id, new Map()]))
  const sums: boolean[] = []
  for (let last = false; ; last = isOver()) {
    const answer = await device.pull(cursors)
    for (const id of books) {
      const book = answer.books[id]
      if (!book) throw new Error('a logbook is missing')
      const own: Map<string, number> = held.get(id) ?? new Map<string, number>()
      if (book.reset) own.clear()
      for (const { id: document, revision } of book.documents) own.set(document, revision)
      sums.push(book.sum === sumOf([...own].map(([each, revision]) => ({ id: each, revision }))))
      const { seq, chain, grant, lastN } = book
      cursors[id] = { seq, chain, grant, settled: lastN ?? 0 }
    }
    if (last) return { held, sums }
  }
}

const orders = fc.array(
  fc.array(fc.record({ book: fc.nat({ max: 2 }), publish: fc.boolean() }), {
    minLength: 8,
    maxLength: 16,
  }),
  { minLength: writers.length, maxLength: writers.length },
)

it('with six people writing at once, who reads along misses nothing', async () => {
  await fc.assert(
    fc.asyncProperty(orders, async (plan) => {
      const reader = await world.device('trainer')
      let over = false
      const following = follow(reader, () => over)
      try {
        await Promise.all(
          writers.map(async (who, index) => write(await world.device(who), plan[index] ?? [])),
        )
      } finally {
        over = true
      }
      const { held, sums } = await following

      // At every single pull, what was held added up.
      expect(sums.every(Boolean)).toBe(true)
      const fresh = await (await world.device('trainer')).pull()
      for (const id of books) {
        const all = fresh.books[id]?.documents.map((each) => [each.id, each.revision] as const)
        expect(new Map(held.get(id))).toEqual(new Map(all))
      }
    }),
    { numRuns: 6 },
  )
}, 60_000)

it('numbers have no hole, and the chain is that of what was received', async () => {
  for (const id of books) {
    const { rows } = await world.pool.query<Link & { chain: string; body: string }>(
      'select seq, hash, verdict, chain, body from operation where logbook_id = $1 order by seq',
      [id],
    )
    const { rows: heads } = await world.pool.query<{ head: number; chain: string }>(
      'select head, chain from logbook where id = $1',
      [id],
    )
    expect(rows.length).toBeGreaterThan(20)
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => index + 1))
    let head = CHAIN_START
    for (const row of rows) {
      expect(row.hash).toBe(hashOfText(row.body))
      head = nextHead(head, row)
      expect(row.chain).toBe(head)
    }
    expect(heads).toEqual([{ head: rows.length, chain: head }])
  }
})

it.each([
  /from document/u,
  /frozen.*from document/su,
  /join operation o .* o\.n > /su,
  /from device_counter/u,
])('what is written while a pull reads (before “%s”) is not half in the answer', async (at) => {
  const [desk, reader] = [await world.device('master'), await world.device('master')]
  const note = unwritten('note')
  await desk.push([aPatch(note, { text: 'Un mot' })])
  await reader.push([aPatch(unwritten('note'), { text: 'Du lecteur' })])
  const before = await reader.pull()
  meanwhile = {
    at,
    work: () => desk.push([aPatch(note, { text: 'Deux mots' }, {}), anAct('publish', note)]),
  }
  expect(await reader.pull()).toEqual(before)
  expect(meanwhile).toBeNull()
  expect(await reader.pull()).not.toEqual(before)
})
