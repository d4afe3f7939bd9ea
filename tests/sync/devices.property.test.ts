import { listRefused } from '#store/countWaiting.ts'
import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { CHAIN_START, nextHead } from '#domain/chain.ts'
import { documentIdOf } from '#domain/documentId.ts'
import type { DocumentId } from '#domain/identifiers.ts'
import { listLinks } from '#server/storage/logbookOperations.ts'
import { findDocument, listDocuments } from '#store/documents.ts'
import { aServer } from '#tests/server/testServer.ts'
import { sentRows } from '#tests/store/aDatabase.ts'
import { anAct, aPatch, aResolve, aReturn, NOW } from '#tests/support/builders.ts'
import { createDatabase } from '#tests/support/postgres.ts'
import {
  aDevice,
  aLogbook,
  bothSides,
  onServer,
  type Device,
  type Fault,
  type Running,
} from './devices.ts'

let server: Running

beforeAll(async () => {
  const { pool } = await createDatabase()
  server = await aServer(pool, { now: () => new Date(NOW) })
})

const fault = fc.constantFrom<Fault>(
  'none',
  'none',
  'lost-request',
  'lost-answer',
  'twice',
  'cut-answer',
)
const faults = fc.array(fault, { maxLength: 4 })
const own = fc.constantFrom('phone' as const, 'tablet' as const)
const week = fc.constantFrom('2025-W44', '2025-W45')

/** One thing that happens in somebody’s day. */
const event = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('type' as const), on: own, week }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('sync' as const),
      on: fc.constantFrom('phone' as const, 'tablet' as const, 'master' as const),
      faults,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom('tick', 'submit', 'withdraw', 'amend', 'resolve'),
      on: own,
      week,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('sign', 'return'),
      on: fc.constant('master'),
      week,
    }),
  },
)
type Event = typeof event extends fc.Arbitrary<infer Each> ? Each : never

async function live(events: readonly Event[]) {
  const book = await aLogbook(server.deps)
  const devices = {
    phone: await aDevice(server, book.apprentice),
    tablet: await aDevice(server, book.apprentice),
    master: await aDevice(server, book.master),
  }
  const typed: string[] = []
  const reasons: string[] = []
  /** Words that somebody had on the screen when they wrote something else, or dropped them. */
  const seen = new Set<unknown>()

  const happen = async (each: Event) => {
    const device = devices[each.on]
    if (!('week' in each)) {
      const before = await wordsOn(device)
      await device.sync(...each.faults)
      // A verdict without its pull, half a pull: no word leaves the screen that nobody replaced.
      const after = await wordsOn(device)
      expect([...before].filter((word) => !after.has(word) && !seen.has(word))).toEqual([])
      return
    }
    const id: DocumentId = documentIdOf(book.logbookId, 'entry', [each.week])
    const shown = await findDocument(device.db, {
      kind: 'entry',
      logbookId: book.logbookId,
      id,
    })
    const target = shown ?? { id, kind: 'entry' as const }
    switch (each.do) {
      case 'type': {
        const told = `mot ${typed.length}`
        const decision = await device.act(aPatch(target, { week: each.week, told }))
        typed.push(told)
        // What came too late replaces nothing.
        if (decision.document?.fields['told']?.value === told)
          seen.add(shown?.fields['told']?.value)
        return
      }
      case 'tick':
        await device.act(
          aPatch(target, { week: each.week, 'tasks/salon': typed.length % 2 === 0 || null }),
        )
        return
      case 'resolve': {
        const rows = shown?.alternatives['told'] ?? []
        const decision = await device.act(
          aResolve(
            target,
            'told',
            rows.map(({ by }) => by),
          ),
        )
        if (decision.verdict !== 'rejected') for (const { value } of rows) seen.add(value)
        return
      }
      case 'sign':
        if (shown) await device.sign(shown)
        return
      case 'return': {
        const reason = `raison ${reasons.length}`
        const decision = await device.act(aReturn(target, reason))
        if (decision.verdict !== 'rejected') reasons.push(reason)
        return
      }
      default:
        await device.act(anAct(each.do, target))
    }
  }
  for (const each of events) await happen(each)
  // The network is good again: each sends, then each hears of the others.
  for (let turn = 0; turn < 3; turn += 1) {
    for (const device of Object.values(devices)) await device.sync()
  }
  return { ...book, devices, typed, reasons, seen }
}

/** Every wording that somebody can read on a device: shown, put aside, or frozen. */
async function wordsOn({ db, actor }: Device): Promise<Set<unknown>> {
  const entries = await listDocuments(db, 'entry', actor.logbookId)
  const words = entries.flatMap(({ fields, alternatives, versions }) => [
    fields['told']?.value,
    ...(alternatives['told'] ?? []).map(({ value }) => value),
    ...versions.map(({ content }) => content['told']),
  ])
  return new Set(words)
}

const idsIn = async ({ db }: Device) => (await sentRows(db)).map(({ operation }) => operation.id)

describe('whatever two devices and a master do, and whatever the network does', () => {
  it(
    'all end with the same livret, nothing waits, everything happened once, no word is lost',
    { timeout: 120_000 },
    async () => {
      const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31)
      // eslint-disable-next-line no-console -- a failing world must be found again
      console.info(`devices.property seed ${seed} (SEED=${seed} plays it again)`)
      await fc.assert(
        fc.asyncProperty(fc.array(event, { minLength: 5, maxLength: 40 }), async (events) => {
          const { devices, typed, reasons, seen, logbookId } = await live(events)

          const ids: string[] = []
          for (const device of Object.values(devices)) {
            const sides = await bothSides(server, device)
            expect(sides.device).toEqual(sides.server)
            expect(await device.waiting()).toBe(0)
            ids.push(...(await idsIn(device)))
          }

          const { pool } = server.deps
          const { rows } = await pool.query<{ id: string; chain: string }>(
            'select id, chain from operation where logbook_id = $1 order by seq',
            [logbookId],
          )
          expect(rows.map(({ id }) => id).sort()).toEqual(ids.sort())
          const links = await listLinks(pool, logbookId)
          expect(rows.at(-1)?.chain ?? CHAIN_START).toBe(links.reduce(nextHead, CHAIN_START))

          const documents = [...(await onServer(server, logbookId)).values()]
          const kept = new Set<unknown>(seen)
          for (const { fields, alternatives, versions, returns } of documents) {
            kept.add(fields['told']?.value)
            for (const { value } of alternatives['told'] ?? []) kept.add(value)
            for (const { content } of versions) kept.add(content['told'])
            for (const { reason } of returns) kept.add(reason)
          }
          for (const device of Object.values(devices)) {
            for (const { operation } of await listRefused(device.db)) {
              if (operation.type === 'return') kept.add(operation.reason)
            }
          }
          expect([...typed, ...reasons].filter((word) => !kept.has(word))).toEqual([])
        }),
        { numRuns: 30, seed },
      )
    },
  )
})
