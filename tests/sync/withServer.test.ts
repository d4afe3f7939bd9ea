import { listRefused } from '#store/countWaiting.ts'
import 'fake-indexeddb/auto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import { documentIdOf } from '#domain/documentId.ts'
import { verifyExport } from '#protocol/verifyExport.ts'
import { act } from '#store/act.ts'
import { exportLogbook } from '#store/exportLogbook.ts'
import { aServer } from '#tests/server/testServer.ts'
import { pulledOf } from '#tests/store/aDatabase.ts'
import { anAct, aPatch, aReturn, aSignature, NOW, WEEK } from '#tests/support/builders.ts'
import { createDatabase } from '#tests/support/postgres.ts'
import { aDevice, aLogbook, bothSides, onServer, type Running } from './devices.ts'

let server: Running

const start = async (pool: Running['deps']['pool']) => aServer(pool, { now: () => new Date(NOW) })

beforeAll(async () => {
  const { pool } = await createDatabase()
  server = await start(pool)
})

/** One apprentice with two devices and a master with one, in a logbook of their own. */
async function aStory() {
  const book = await aLogbook(server.deps)
  const id = documentIdOf(book.logbookId, 'entry', [WEEK])
  const phone = await aDevice(server, book.apprentice)
  const tablet = await aDevice(server, book.apprentice)
  const master = await aDevice(server, book.master)
  const keptOperations = async () => {
    const { rows } = await server.deps.pool.query<{ verdict: string; n: number }>(
      'select n, verdict from operation where logbook_id = $1 order by seq',
      [book.logbookId],
    )
    return rows
  }
  return {
    ...book,
    ...{ id, phone, tablet, master, keptOperations },
    write: (device: typeof phone, told: string, seen: Partial<LogbookDocument> = {}) =>
      device.act(aPatch({ id, kind: 'entry', ...seen }, { week: WEEK, told })),
    entry: async () => (await onServer(server, book.logbookId)).get(id),
  }
}

type Story = Awaited<ReturnType<typeof aStory>>

async function agree(...devices: Story['phone'][]) {
  for (const device of devices) {
    const sides = await bothSides(server, device)
    expect(sides.device).toEqual(sides.server)
    expect(await device.waiting()).toBe(0)
  }
}

async function sent(told = 'Prospection.') {
  const story = await aStory()
  await story.write(story.phone, told)
  await story.phone.act(anAct('submit', { id: story.id, kind: 'entry' }))
  await story.phone.sync()
  await story.master.sync()
  return story
}

describe('a week, from the phone to the stamp', () => {
  it('is written without a network, arrives, is signed with a real key, and comes back stamped', async () => {
    const story = await aStory()
    const { phone, master, id } = story
    await story.write(phone, 'Salon de l’immobilier.')
    await phone.act(anAct('submit', { id, kind: 'entry' }))
    expect(await phone.sync('lost-request', 'lost-request', 'lost-request')).toMatchObject({
      kind: 'offline',
    })
    expect(await story.entry()).toBeUndefined()
    expect(await phone.find(id)).toMatchObject({ state: 'submitted', waiting: true })

    expect(await phone.sync()).toBeNull()
    expect(await story.entry()).toMatchObject({ state: 'submitted' })
    await agree(phone)

    expect(await master.sync()).toBeNull()
    const read = await master.find(id)
    expect(read).toMatchObject({ state: 'submitted', fields: {} })
    await master.sign(read)
    expect(await master.find(id)).toMatchObject({ state: 'signed', waiting: true })
    expect(await story.entry()).toMatchObject({ state: 'submitted', signatures: [] })

    expect(await master.sync()).toBeNull()
    expect(await story.entry()).toMatchObject({
      state: 'signed',
      signatures: [{ role: 'master', level: 'device-key' }],
    })
    expect(await phone.sync()).toBeNull()
    const { signatures } = await phone.find(id)
    expect(signatures[0]?.receipt).toMatch(/\./u)
    await agree(phone, master)

    for (const { db, actor } of [phone, master]) {
      const file = await exportLogbook(db, actor.logbookId, actor.personId, NOW)
      expect(await verifyExport(JSON.parse(JSON.stringify(file)))).toEqual([])
    }
  })

  it('is not in anybody else’s hands before it is sent', async () => {
    const story = await aStory()
    await story.write(story.phone, 'Brouillon.')
    await story.phone.sync()
    await story.master.sync()

    expect(await story.entry()).toMatchObject({ state: 'draft' })
    expect((await pulledOf(story.master.db)).length).toBe(0)
  })

  it('goes back with a reason, is corrected and signed: both versions stay', async () => {
    const { id, phone, master, ...story } = await sent('Appels.')
    await master.act(aReturn(await master.find(id), 'Combien d’appels ?'))
    await master.sync()
    await phone.sync()
    const returned = await phone.find(id)
    expect(returned).toMatchObject({ state: 'draft', returns: [{ reason: 'Combien d’appels ?' }] })
    await agree(phone, master)

    await story.write(phone, '40 appels.', returned)
    await phone.act(anAct('submit', returned))
    await phone.sync()
    await master.sync()
    await master.sign(await master.find(id))
    await master.sync()
    await phone.sync()

    const { versions, state } = await phone.find(id)
    expect(state).toBe('signed')
    expect(versions.map(({ content }) => content['told'])).toEqual(['Appels.', '40 appels.'])
    await agree(phone, master)
  })
})

describe('two devices of one apprentice', () => {
  it('write the same field without a network: both wordings arrive on both', async () => {
    const { phone, tablet, id, ...story } = await aStory()
    await story.write(phone, 'Téléphone.')
    await story.write(tablet, 'Tablette.')
    await phone.sync()
    await tablet.sync()
    await phone.sync()

    for (const device of [phone, tablet]) {
      const { fields, alternatives } = await device.find(id)
      expect(fields['told']?.value).toBe('Tablette.')
      expect(alternatives['told']?.map(({ value }) => value)).toEqual(['Téléphone.'])
    }
    await agree(phone, tablet)
  })

  it('one sends the week, the other still writes: what is frozen stays, what came late is kept', async () => {
    const { phone, tablet, id, ...story } = await aStory()
    await story.write(phone, 'Première phrase.')
    await phone.sync()
    await tablet.sync()
    await story.write(tablet, 'Trop tard.', await tablet.find(id))
    await phone.act(anAct('submit', await phone.find(id)))
    await phone.sync()
    await tablet.sync()
    await phone.sync()

    const { versions, alternatives, state } = await phone.find(id)
    expect(state).toBe('submitted')
    expect(versions.map(({ content }) => content['told'])).toEqual(['Première phrase.'])
    expect(alternatives['told']?.map(({ value }) => value)).toEqual(['Trop tard.'])
    await agree(phone, tablet)
  })
})

describe('a network that fails', () => {
  it('after the server has written: the same is sent again, and happened once', async () => {
    const { phone, id, ...story } = await aStory()
    await phone.sync()
    await story.write(phone, 'Une fois.')
    await phone.act(anAct('submit', { id, kind: 'entry' }))
    expect(await phone.sync('lost-answer')).toMatchObject({ kind: 'offline' })
    expect(await story.keptOperations()).toHaveLength(2)
    expect(await phone.waiting()).toBe(2)

    expect(await phone.sync('twice')).toBeNull()
    expect(await story.keptOperations()).toMatchObject([
      { n: 1, verdict: 'applied' },
      { n: 2, verdict: 'applied' },
    ])
    expect((await story.entry())?.versions).toHaveLength(1)
    await agree(phone)
  })

  it('in the middle of a pull: nothing is half-written, the next one brings it', async () => {
    const { id, master, ...story } = await aStory()
    await master.sync()
    await story.write(story.phone, 'Entier.')
    await story.phone.act(anAct('submit', { id, kind: 'entry' }))
    await story.phone.sync()
    expect(await master.sync('cut-answer')).toMatchObject({ kind: 'offline' })
    expect((await pulledOf(master.db)).length).toBe(0)
    expect(await master.sync()).toBeNull()
    await agree(master)
  })

  it('settles by the pull what the push could not be told', async () => {
    const { phone, ...story } = await aStory()
    await phone.sync()
    await story.write(phone, 'Arrivé.')
    await phone.sync('lost-answer')
    // The request that says it again is lost too; only the pull comes through, in another round.
    expect(await phone.sync('lost-request')).toMatchObject({ kind: 'offline' })
    expect(await phone.sync()).toBeNull()
    await agree(phone)
  })
})

describe('a server that restarts between', () => {
  it('goes on where it was: nobody signs in again, nothing is sent twice, receipts stay valid', async () => {
    const story = await sent('Avant.')
    const { phone, master, id } = story
    await master.sign(await master.find(id))
    await master.sync('lost-answer')

    const { app, deps } = await start(server.deps.pool)
    server.app = app
    server.deps = deps
    expect(await master.sync()).toBeNull()
    expect(await phone.sync()).toBeNull()
    expect(await story.keptOperations()).toHaveLength(3)
    await agree(phone, master)
    const file = await exportLogbook(phone.db, story.logbookId, phone.actor.personId, NOW)
    expect(await verifyExport(JSON.parse(JSON.stringify(file)))).toEqual([])
  })
})

describe('a device the server has forgotten', () => {
  it('introduces itself again, also when it only reads', async () => {
    const { master, phone, id, ...story } = await sent('Vu.')
    const { pool } = server.deps
    await pool.query('delete from device where person_id = $1', [master.actor.personId])
    expect(await master.sync()).toBeNull()

    await master.sign(await master.find(id))
    expect(await master.sync()).toBeNull()
    await phone.sync()
    expect(await story.entry()).toMatchObject({ state: 'signed' })
    expect(await listRefused(master.db)).toEqual([])
    await agree(master, phone)
  })
})

describe('a person who may not', () => {
  it('an apprentice’s own signature is refused on the phone, and by the server if the phone lies', async () => {
    const { phone, id, ...story } = await sent('À moi.')
    const sign = aSignature(await phone.find(id))
    expect(await phone.act(sign)).toMatchObject({ verdict: 'rejected', code: 'not-allowed' })

    // What a dishonest app would do: it decides as somebody else.
    expect(await act(phone.db, sign, { ...phone.actor, role: 'master' })).toMatchObject({
      verdict: 'applied',
    })
    expect(await phone.find(id)).toMatchObject({ state: 'signed' })
    expect(await phone.sync()).toBeNull()
    expect(await story.entry()).toMatchObject({ state: 'submitted', signatures: [] })
    expect(await listRefused(phone.db)).toMatchObject([{ operation: sign }])
    await agree(phone)
  })

  it('somebody signed in on another person’s browser neither sends nor gets anything through it', async () => {
    const story = await sent('Secret.')
    const stranger = await aLogbook(server.deps)
    // The phone of the apprentice, with the cookie of somebody else.
    const { pool } = server.deps
    const borrowed = await aDevice(server, stranger.apprentice)
    await borrowed.sync()
    await pool.query('update session set person_id = $1 where person_id = $2', [
      story.master.actor.personId,
      stranger.apprentice.personId,
    ])
    await borrowed.act(
      aPatch(
        { id: documentIdOf(stranger.logbookId, 'entry', [WEEK]), kind: 'entry' },
        { week: WEEK, told: 'De l’autre.' },
      ),
    )

    expect(await borrowed.sync()).toEqual({ kind: 'signed-out' })
    expect(await borrowed.waiting()).toBe(1)
    expect((await pulledOf(borrowed.db)).length).toBe(0)
    expect(await onServer(server, stranger.logbookId)).toEqual(new Map())
    const { rows } = await pool.query('select from device where person_id = $1', [
      story.master.actor.personId,
    ])
    expect(rows).toHaveLength(1)
  })
})
