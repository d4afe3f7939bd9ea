import { listRefused } from '#store/countWaiting.ts'
import 'fake-indexeddb/auto'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { OperationId } from '#domain/identifiers.ts'
import { documentIdOf } from '#domain/documentId.ts'
import { openSession } from '#server/access/session.ts'
import { notice } from '#store/waiting.ts'
import { rowsOf, sentRows } from '#tests/store/aDatabase.ts'
import { aServer } from '#tests/server/testServer.ts'
import { anAct, aPatch, aReturn, NOW, WEEK } from '#tests/support/builders.ts'
import { createDatabase } from '#tests/support/postgres.ts'
import { aDevice, aLogbook, bothSides, type Device, type Running } from './devices.ts'

let server: Running

beforeAll(async () => {
  const { pool } = await createDatabase()
  server = await aServer(pool, { now: () => new Date(NOW) })
  await pool.query(`
    create function poison() returns trigger language plpgsql as
      $$ begin raise exception 'poison'; end $$;
    create trigger poison before insert on version
      for each row when (new.content like '%poison%') execute function poison();`)
})
beforeEach(() => breaks(true))

/** Whether the server breaks on the word “poison”. */
const breaks = (is: boolean) =>
  server.deps.pool.query(`alter table version ${is ? 'enable' : 'disable'} trigger poison`)

/** A logbook with an apprentice, a master, and somebody of the centre who settles. */
async function aStory() {
  const book = await aLogbook(server.deps)
  const { logbookId } = book
  const { pool, now } = server.deps
  const { personId } = book.coordinator
  const token = await openSession(pool, { personId, label: 'desk', at: now() })
  const id = documentIdOf(logbookId, 'entry', [WEEK])
  const phone = await aDevice(server, book.apprentice)
  return {
    ...book,
    ...{ id, phone },
    settle: async (operation: OperationId, decision: string, reason: string | null = null) => {
      const path = `/api/v1/logbooks/${logbookId}/held/${operation}`
      const answer = await server.app.request(path, {
        method: 'POST',
        headers: {
          ...{ 'Content-Type': 'application/json', Cookie: `livret=${token}` },
          'Sec-Fetch-Site': 'same-origin',
        },
        body: JSON.stringify({ decision, reason }),
      })
      expect(answer.status, await answer.clone().text()).toBe(200)
    },
    /** A week whose sending the server puts aside. */
    writeHeld: async () => {
      await phone.act(aPatch({ id, kind: 'entry' }, { week: WEEK, told: 'poison' }))
      const submit = anAct('submit', { id, kind: 'entry' })
      await phone.act(submit)
      await phone.sync()
      expect(await attention(phone)).toEqual(['held failed'])
      expect(await phone.find(id)).toMatchObject({ state: 'draft' })
      return submit
    },
  }
}

const attention = async ({ db }: Device) =>
  (await listRefused(db)).map(({ result }) =>
    [result?.verdict, result?.code, result?.reason].filter(Boolean).join(' '),
  )

async function agree(...devices: Device[]) {
  for (const device of devices) {
    const sides = await bothSides(server, device)
    expect(sides.device).toEqual(sides.server)
  }
}

describe('what was put aside and is taken', () => {
  it('no longer asks for the author’s attention, and shows what came of it, everywhere', async () => {
    const story = await aStory()
    const { phone, id } = story
    const [tablet, master] = [
      await aDevice(server, story.apprentice),
      await aDevice(server, story.master),
    ]
    const submit = await story.writeHeld()
    await tablet.sync()
    await master.sync()
    await breaks(false)
    await story.settle(submit.id, 'take')
    for (const device of [phone, tablet, master]) await device.sync()

    expect(await attention(phone)).toEqual([])
    for (const device of [phone, tablet, master]) {
      expect(await device.find(id)).toMatchObject({ state: 'submitted', waiting: false })
    }
    await agree(phone, tablet, master)
    const [, row] = await sentRows(phone.db)
    expect(row).toMatchObject({ n: 2, result: { verdict: 'applied', code: null, seq: 3 } })
  })

  it('is under what its author went on doing meanwhile without a network', async () => {
    const story = await aStory()
    const { phone, id } = story
    const submit = await story.writeHeld()
    await breaks(false)
    await story.settle(submit.id, 'take')
    await phone.act(anAct('submit', { id, kind: 'entry' }))
    expect(await phone.find(id)).toMatchObject({ state: 'submitted', waiting: true })
    await phone.sync('lost-request')
    await phone.sync()

    expect(await attention(phone)).toEqual(['rejected wrong-state'])
    await agree(phone)
    expect((await phone.find(id)).versions).toHaveLength(1)
  })
})

describe('what was put aside and is refused', () => {
  it('asks for attention again, with the reason, also of who had noticed it already', async () => {
    const story = await aStory()
    const { phone, id } = story
    const submit = await story.writeHeld()
    await notice(phone.db, await sentRows(phone.db))
    expect(await attention(phone)).toEqual([])
    await story.settle(submit.id, 'refuse', 'Déjà envoyée.')
    await phone.sync()

    expect(await attention(phone)).toEqual(['rejected not-taken Déjà envoyée.'])
    expect(await phone.find(id)).toMatchObject({ state: 'draft' })
    await agree(phone)
    // Noticed, it is quiet for good.
    await notice(phone.db, await sentRows(phone.db))
    await phone.sync()
    expect(await attention(phone)).toEqual([])
  })

  it('is told to who has left the logbook, and then nobody asks any more', async () => {
    const story = await aStory()
    const { phone, id, logbookId } = story
    const master = await aDevice(server, story.master)
    await breaks(false)
    await phone.act(aPatch({ id, kind: 'entry' }, { week: WEEK, told: 'Salon' }))
    await phone.act(anAct('submit', { id, kind: 'entry' }))
    await phone.sync()
    await master.sync()
    const back = aReturn(await master.find(id), 'Combien ?')
    await master.act(back)
    await server.deps.pool.query(
      `update member set valid_until = '2025-11-06' where logbook_id = $1 and role = 'master'`,
      [logbookId],
    )
    await master.sync()
    await master.sync()
    expect(await attention(master)).toEqual(['held late'])
    expect(await rowsOf(master.db, 'books')).toEqual([])

    await story.settle(back.id, 'refuse', 'Le nouveau maître a signé.')
    await master.sync()
    expect(await attention(master)).toEqual(['rejected not-taken Le nouveau maître a signé.'])
    expect(await rowsOf(master.db, 'progress')).toMatchObject([{ revoked: true, held: false }])
    expect(await rowsOf(master.db, 'shown')).toEqual([])
    await agree(phone)
  })
})
