import { expect } from 'vitest'
import { CHAIN_START, nextHead, type Link } from '#domain/chain.ts'
import { documentIdOf } from '#domain/documentId.ts'
import type { LogbookId } from '#domain/identifiers.ts'
import type { Operation } from '#domain/operation.ts'
import type { ExportFile } from '#protocol/exportFile.ts'
import { heldListSchema, type HeldItem } from '#protocol/held.ts'
import { verifyExport } from '#protocol/verifyExport.ts'
import {
  anAct,
  aPatch,
  nextId,
  NOW,
  personId,
  unwritten,
  type PersonName,
} from '#tests/support/builders.ts'
import { createWorld, openLogbook, verdictsOf, type TestDevice } from './world.ts'

/** A world whose server breaks on the word “poison”, and what people do about it. */
export async function createHeldWorld() {
  const world = await createWorld()
  const { pool, deps } = world
  const phone = await world.device('apprentice')
  const desk = await world.device('coordinator')
  await pool.query(`
    create function poison() returns trigger language plpgsql as
      $$ begin raise exception 'poison'; end $$;
    create trigger poison before insert on version
      for each row when (new.content like '%poison%') execute function poison();`)

  /** Whether the server breaks on it now. */
  const breaks = (is: boolean) =>
    pool.query(`alter table version ${is ? 'enable' : 'disable'} trigger poison`)
  let weeks = 0
  return {
    ...{ world, phone, desk, breaks },
    /** Before each test. */
    begin: async () => {
      await breaks(true)
      world.setNow(NOW)
    },
    /** A week that no other test writes in. */
    newWeek: () => {
      weeks += 1
      return `2026-W${String(weeks).padStart(2, '0')}`
    },
    /** A logbook of its own, where nothing was put aside yet. */
    aLogbook: async (): Promise<LogbookId> => {
      const id = nextId<LogbookId>()
      await openLogbook(deps, id)
      return id
    },
    /** A note of the apprentice whose sending breaks the server: `publish` is put aside. */
    aHeldNote: async (logbookId: LogbookId, text = 'poison') => {
      const note = unwritten('note')
      const publish = anAct('publish', note)
      const answer = await phone.push([aPatch(note, { text }), publish], { logbookId })
      expect(verdictsOf(answer)).toEqual(['applied', 'held failed'])
      return { note, publish, seq: answer.body.results[1]?.seq ?? 0 }
    },
    /** All of a history that adds up to the logbook’s head. */
    historyOf: async (logbookId: LogbookId): Promise<string[]> => {
      const { rows } = await pool.query<Link & { chain: string; what: string }>(
        `select seq, hash, verdict, chain, 'operation' as what from operation where logbook_id = $1
         union all select seq, hash, verdict, chain, decision from settlement where logbook_id = $1
         order by seq`,
        [logbookId],
      )
      let head = CHAIN_START
      for (const [index, row] of rows.entries()) {
        expect(row.seq).toBe(index + 1)
        head = nextHead(head, row)
        expect(row.chain).toBe(head)
      }
      const books = await pool.query('select head, chain from logbook where id = $1', [logbookId])
      expect(books.rows).toEqual([{ head: rows.length, chain: head }])
      return rows.map(({ what, verdict }) => `${what} ${verdict}`)
    },
    /** What does not hold in the logbook’s export. */
    findings: async (logbookId: LogbookId) => {
      const response = await desk.fetch(`/api/v1/logbooks/${logbookId}/export`)
      const file = (await response.json()) as ExportFile
      return verifyExport(file, { ...deps.serverKey.publicKey })
    },
    /** Somebody’s last day in a logbook. */
    endOf: (who: PersonName, logbookId: LogbookId, until: string) =>
      pool.query('update member set valid_until = $3 where logbook_id = $1 and person_id = $2', [
        logbookId,
        personId(who),
        until,
      ]),
  }
}

/** A week that nobody has written in this logbook. */
export const weekOf = (logbookId: LogbookId, week: string) => ({
  id: documentIdOf(logbookId, 'entry', [week]),
  kind: 'entry' as const,
})

export const pathOf = (logbookId: string, operationId?: string) =>
  `/api/v1/logbooks/${logbookId}/held${operationId ? `/${operationId}` : ''}`

export async function listed(device: TestDevice, logbookId: LogbookId): Promise<HeldItem[]> {
  const response = await device.fetch(pathOf(logbookId))
  return heldListSchema.parse(await response.json()).items
}

export async function settle(
  device: TestDevice,
  logbookId: string,
  { id }: Pick<Operation, 'id'>,
  decision: unknown = 'take',
  reason: unknown = null,
) {
  const response = await device.post(pathOf(logbookId, id), { decision, reason })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}
