import { listRefused } from '#store/countWaiting.ts'
import { describe, expect, it } from 'vitest'
import { openLogbookDb, type LogbookDb } from '#store/database.ts'
import { act } from '#store/act.ts'
import { listDocuments, type ShownDocument } from '#store/documents.ts'
import { refuseFile } from '#store/files.ts'
import { settle } from '#store/outbox.ts'
import { readOriginal } from '#store/pictures.ts'
import {
  actor,
  after,
  anAct,
  anUnwrittenWeek,
  aPatch,
  apprentice,
  aResolve,
  aReturn,
  aWeek,
  deepFreeze,
  entryId,
  logbookId,
  logbooks,
  master,
  nextId,
  NOW,
  unwritten,
  WEEK,
} from '#tests/support/builders.ts'
import {
  aDatabase,
  aPhoto,
  holdPhoto,
  breakTable,
  findHere,
  hold,
  pulledAs,
  pulledOf,
  rowsOf,
} from './aDatabase.ts'
import { aBookPart, pull } from './aPull.ts'

const week = anUnwrittenWeek()
const told = (words: string) => ({ week: WEEK, told: words })
const numbers = async (db: LogbookDb) => (await rowsOf(db, 'outbox')).map(({ n }) => n)

async function found(db: LogbookDb): Promise<ShownDocument> {
  const document = await findHere(db, week)
  if (!document) throw new Error('the document is not there')
  return document
}

/** The server’s word on an operation. */
const verdictOn = (id: string, verdict = 'applied', seq = 1) =>
  ({ id, n: 1, seq, verdict, code: null }) as never

describe('an act', () => {
  it('shows at once what was written, without a network', async () => {
    const db = aDatabase()
    const patch = aPatch(week, told('Salon de l’immobilier.'))

    const decision = await act(db, patch, apprentice)

    expect(decision.verdict).toBe('applied')
    expect(await found(db)).toEqual({ ...after(null, patch, apprentice), waiting: true })
  })

  it('leaves neither the operation nor its number when one of the two cannot be written', async () => {
    const db = aDatabase()
    await act(db, aPatch(week, told('Premier jour.')), apprentice)
    const repair = breakTable(db, 'shown')

    await expect(act(db, anAct('submit', week), apprentice)).rejects.toThrow(/room/iu)
    repair()

    expect(await rowsOf(db, 'progress')).toMatchObject([{ logbookId, last: 1 }])
    expect(await numbers(db)).toEqual([1])
    expect((await found(db)).state).toBe('draft')
  })

  it('that is refused leaves no trace: no operation, no number, no photo', async () => {
    const db = aDatabase()

    const decision = await act(db, anAct('submit', week), apprentice, { file: aPhoto() })

    expect(decision).toMatchObject({ verdict: 'rejected', code: 'no-document' })
    expect((await rowsOf(db, 'outbox')).length).toBe(0)
    expect(await rowsOf(db, 'progress')).toEqual([])
    expect((await rowsOf(db, 'files')).length).toBe(0)
  })

  it('takes a number of its own, without a hole, when two tabs write a hundred times at once', async () => {
    const person = nextId<typeof apprentice.personId>()
    const tabs = [aDatabase(person), openLogbookDb(person)]
    const acts = tabs.flatMap((tab) =>
      Array.from({ length: 100 }, () =>
        act(tab, aPatch(unwritten('note'), { text: 'Bonjour' }), apprentice),
      ),
    )
    await Promise.all(acts)
    const [db] = tabs

    expect(db && (await numbers(db))).toEqual(Array.from({ length: 200 }, (_, index) => index + 1))
    expect(db && (await rowsOf(db, 'progress'))).toMatchObject([{ logbookId, last: 200 }])
    tabs[1]?.close()
  })

  it('counts each logbook on its own: the server of one must not miss what went to the other', async () => {
    const db = aDatabase()
    const elsewhere = actor('apprentice', 'elsewhere')
    const there = anUnwrittenWeek(WEEK).kind
    await act(db, aPatch(week, told('Ici.')), apprentice)
    const id = entryId(WEEK, logbooks.elsewhere)
    await act(db, aPatch({ id, kind: there }, told('Là.')), elsewhere)

    expect(await rowsOf(db, 'progress')).toMatchObject([
      { logbookId: logbooks.here, last: 1 },
      { logbookId: logbooks.elsewhere, last: 1 },
    ])
  })
})

describe('what is shown', () => {
  it('is what was pulled with what waits on top, and the pulled copy is not touched', async () => {
    const db = aDatabase()
    const base = deepFreeze(pulledAs(aWeek('submitted')))
    await hold(db, base)
    await act(db, aReturn(base, 'Dites combien.'), master)

    expect(await found(db)).toMatchObject({ state: 'draft', waiting: true })
    expect(await pulledOf(db)).toEqual([base])
  })

  it('keeps a confirmed word on the screen until a pull shows it, and then not twice', async () => {
    const db = aDatabase()
    const patch = aPatch(week, told('Salon.'))
    await act(db, patch, apprentice)
    await settle(db, logbookId, { results: [verdictOn(patch.id, 'applied', 7)], serverTime: NOW })

    expect(await found(db)).toMatchObject({ fields: { told: { value: 'Salon.' } }, waiting: false })

    const onServer = after(null, patch, apprentice)
    const later = after(onServer, aPatch(onServer, { told: 'Du bureau.' }), apprentice)
    await pull(db, aBookPart(8, [pulledAs(later, 8)], { reset: 'new', lastN: 1 }))
    expect(await found(db)).toEqual({ ...pulledAs(later, 8), waiting: false })
    expect(await listDocuments(db, 'entry')).toEqual([await found(db)])
  })

  it('takes back what the server refused, and still lists the words for the person', async () => {
    const db = aDatabase()
    const base = aWeek('submitted', { told: 'Version lue.' })
    await hold(db, pulledAs(base))
    const back = aReturn(base, 'Mots à ne pas perdre.')
    await act(db, back, master)
    await settle(db, logbookId, { results: [verdictOn(back.id, 'rejected', 3)], serverTime: NOW })

    expect(await found(db)).toEqual({ ...pulledAs(base), waiting: false })
    const [refused] = await listRefused(db)
    expect(refused?.operation).toEqual(back)
  })

  it('leaves out an operation that the server put aside for a person to look at', async () => {
    const db = aDatabase()
    const patch = aPatch(week, told('Étrange.'))
    await act(db, patch, apprentice)
    await settle(db, logbookId, { results: [verdictOn(patch.id, 'held')], serverTime: NOW })

    expect(await findHere(db, week)).toBeNull()
    expect(await listRefused(db)).toHaveLength(1)
  })

  it('shows both wordings of two devices until the author has chosen', async () => {
    const db = aDatabase()
    const base = aWeek('draft', { told: 'Téléphone' })
    await hold(db, pulledAs(base))
    const late = aPatch(base, { told: 'Tablette' }, {})
    await act(db, late, apprentice)
    const conflict = await found(db)
    expect(conflict.alternatives['told']?.map(({ value }) => value)).toEqual(['Téléphone'])

    const [loser] = conflict.alternatives['told'] ?? []
    await act(db, aResolve(conflict, 'told', loser ? [loser.by] : []), apprentice)
    expect((await found(db)).alternatives).toEqual({})
  })

  it('does not show a kind that this app does not know, and keeps it', async () => {
    const db = aDatabase()
    const unknown = { ...pulledAs(aWeek('draft')), kind: 'riddle' } as never
    await hold(db, unknown)

    expect(await findHere(db, week)).toBeNull()
    expect(await listDocuments(db, 'entry')).toEqual([])
    expect((await pulledOf(db)).length).toBe(1)
  })
})

describe('a list', () => {
  it('of one logbook shows nothing of another one; without a name, all', async () => {
    const db = aDatabase()
    await hold(db, pulledAs(aWeek('submitted')))
    const elsewhere = actor('apprentice', 'elsewhere')
    const id = entryId(WEEK, logbooks.elsewhere)
    await act(db, aPatch({ id, kind: 'entry' }, told('Ailleurs.')), elsewhere)

    const idsOf = async (logbook?: typeof logbookId) =>
      (await listDocuments(db, 'entry', logbook)).map((entry) => entry.id)
    expect(await idsOf(logbooks.here)).toEqual([week.id])
    expect(await idsOf(logbooks.elsewhere)).toEqual([id])
    expect((await idsOf()).sort()).toEqual([week.id, id].sort())
    expect(await listDocuments(db, 'visit')).toEqual([])
  })

  it('leaves out what was thrown away, here or on another device', async () => {
    const db = aDatabase()
    const note = unwritten('note')
    await act(db, aPatch(note, { text: 'Brouillon' }), master)
    await act(db, anAct('discard', note), master)

    expect(await listDocuments(db, 'note')).toEqual([])
  })
})

describe('a photo', () => {
  const patch = aPatch(week, { week: WEEK, 'photos/1': { ...aPhotoReference() } })

  it('and the text that names it are written together or not at all', async () => {
    const db = aDatabase()
    breakTable(db, 'outbox')

    await expect(act(db, patch, apprentice, { file: aPhoto() })).rejects.toThrow()

    for (const table of ['files', 'pictures', 'bytes'] as const) {
      expect(await rowsOf(db, table)).toEqual([])
    }
    expect(await findHere(db, week)).toBeNull()
  })

  it('that was refused, taken once more, is offered once more, with the bytes of now', async () => {
    const db = aDatabase()
    const broken = new Uint8Array([9]).buffer
    await holdPhoto(db, aPhoto({ bytes: broken }))
    await refuseFile(db, aPhoto().sha256, 'wrong-hash')
    await act(db, patch, apprentice, { file: aPhoto() })

    const { bytes, thumbnail: _, addedAt, ...reference } = aPhoto()
    expect(await rowsOf(db, 'files')).toEqual([{ ...reference, addedAt, state: 'waiting' }])
    expect(await readOriginal(db, reference.sha256)).toEqual(bytes)
  })

  it('that the device holds already, confirmed, is not sent a second time', async () => {
    const db = aDatabase()
    await holdPhoto(db, aPhoto(), 'stored')
    await act(db, patch, apprentice, { file: aPhoto() })

    expect(await rowsOf(db, 'files')).toMatchObject([{ state: 'stored' }])
    expect((await found(db)).fields['photos/1']?.value).toEqual(aPhotoReference())
  })
})

function aPhotoReference() {
  const { sha256, size, mime } = aPhoto()
  return { sha256, size, mime }
}
