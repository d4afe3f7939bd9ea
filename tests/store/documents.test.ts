import { describe, expect, it } from 'vitest'
import { lastVersion } from '#domain/logbookDocument.ts'
import type { LogbookDb } from '#store/database.ts'
import { LogbookDb as Database } from '#store/database.ts'
import { act, findDocument, listDocuments, type ShownDocument } from '#store/documents.ts'
import { listRefused, settle, takeBatch } from '#store/outbox.ts'
import {
  aBook,
  actor,
  aFreeze,
  after,
  anAct,
  anUnwrittenWeek,
  aPatch,
  apprentice,
  aResolve,
  aReturn,
  aSignature,
  aWeek,
  deepFreeze,
  entryId,
  lastHash,
  logbookId,
  logbooks,
  master,
  nextId,
  NOW,
  personId,
  trainer,
  unwritten,
  WEEK,
  writeFrame,
  writeInterview,
  writeSection,
} from '#tests/support/builders.ts'
import { aDatabase, aPhoto, pulledAs } from './aDatabase.ts'

const week = anUnwrittenWeek()
const told = (words: string) => ({ week: WEEK, told: words })
const numbers = async (db: LogbookDb) =>
  (await db.outbox.orderBy('[logbookId+n]').toArray()).map(({ n }) => n)

async function found(db: LogbookDb, id = week.id): Promise<ShownDocument> {
  const document = await findDocument(db, id)
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
    expect(await found(db)).toEqual({ ...after(null, patch, apprentice), waiting: 1 })
  })

  it('leaves neither the operation nor its number when one of the two cannot be written', async () => {
    const db = aDatabase()
    const patch = aPatch(week, told('Premier jour.'))
    await act(db, patch, apprentice)
    const submit = { ...anAct('submit', week), id: patch.id }

    await expect(act(db, submit, apprentice)).rejects.toThrow(/constraint|already exists/iu)

    expect(await db.counters.get(logbookId)).toEqual({ logbookId, n: 1 })
    expect(await numbers(db)).toEqual([1])
    expect((await found(db)).state).toBe('draft')
  })

  it('that is refused leaves no trace: no operation, no number, no photo', async () => {
    const db = aDatabase()

    const decision = await act(db, anAct('submit', week), apprentice, aPhoto())

    expect(decision).toMatchObject({ verdict: 'rejected', code: 'no-document' })
    expect(await db.outbox.count()).toBe(0)
    expect(await db.counters.count()).toBe(0)
    expect(await db.files.count()).toBe(0)
  })

  it('takes a number of its own, without a hole, when two tabs write a hundred times at once', async () => {
    const person = nextId<typeof apprentice.personId>()
    const tabs = [aDatabase(person), new Database(person)]
    const acts = tabs.flatMap((tab) =>
      Array.from({ length: 100 }, () =>
        act(tab, aPatch(unwritten('note'), { text: 'Bonjour' }), apprentice),
      ),
    )
    await Promise.all(acts)
    const [db] = tabs

    expect(db && (await numbers(db))).toEqual(Array.from({ length: 200 }, (_, index) => index + 1))
    expect(await db?.counters.get(logbookId)).toEqual({ logbookId, n: 200 })
    tabs[1]?.close()
  })

  it('counts each logbook on its own: the server of one must not miss what went to the other', async () => {
    const db = aDatabase()
    const elsewhere = actor('apprentice', 'elsewhere')
    const there = anUnwrittenWeek(WEEK).kind
    await act(db, aPatch(week, told('Ici.')), apprentice)
    const id = entryId(WEEK, logbooks.elsewhere)
    await act(db, aPatch({ id, kind: there }, told('Là.')), elsewhere)

    expect(await db.counters.toArray()).toEqual([
      { logbookId: logbooks.here, n: 1 },
      { logbookId: logbooks.elsewhere, n: 1 },
    ])
  })
})

describe('words that are typed', () => {
  it('travel as one operation until they are sent, with what the first one saw', async () => {
    const db = aDatabase()
    const base = aWeek('draft')
    await db.base.add(pulledAs(base))
    const first = aPatch(base, { told: 'Sal' })
    await act(db, first, apprentice)
    const second = aPatch(await found(db), { told: 'Salon', feeling: 'good' })

    const decision = await act(db, second, apprentice)

    expect(decision.document?.fields['told']).toEqual({ value: 'Salon', by: first.id })
    const [row, ...others] = await db.outbox.toArray()
    expect(others).toEqual([])
    expect(row).toMatchObject({
      id: first.id,
      n: 1,
      operation: { set: { told: 'Salon', feeling: 'good' }, seen: first.seen },
    })
    expect((await found(db)).alternatives).toEqual({})
  })

  it('do not change under a request that carries them', async () => {
    const db = aDatabase()
    const first = aPatch(week, told('Sal'))
    await act(db, first, apprentice)
    const batch = await takeBatch(db, logbookId)
    await act(db, aPatch(await found(db), { told: 'Salon' }), apprentice)

    expect(batch.operations).toEqual([{ n: 1, operation: first }])
    const rows = await db.outbox.orderBy('[logbookId+n]').toArray()
    expect(rows.map(({ status, operation }) => [status, operation])).toMatchObject([
      ['sending', first],
      ['pending', { set: { told: 'Salon' } }],
    ])
    expect((await found(db)).fields['told']?.value).toBe('Salon')
  })

  it('of two documents never become one operation', async () => {
    const db = aDatabase()
    const other = anUnwrittenWeek('2025-W46')
    await act(db, aPatch(week, told('Une.')), apprentice)
    await act(db, aPatch(other, { week: '2025-W46', told: 'Deux.' }), apprentice)
    await act(db, aPatch(await found(db), { told: 'Une encore.' }), apprentice)

    expect(await numbers(db)).toEqual([1, 2, 3])
  })

  it('do not slip in before an act that came after them', async () => {
    const db = aDatabase()
    await act(db, aPatch(week, told('Envoyé tel quel.')), apprentice)
    await act(db, anAct('submit', week), apprentice)
    await act(db, anAct('withdraw', week), apprentice)
    await act(db, aPatch(await found(db), { told: 'Corrigé ensuite.' }), apprentice)

    const { versions, fields } = await found(db)
    expect(versions.map(({ content }) => content['told'])).toEqual(['Envoyé tel quel.'])
    expect(fields['told']?.value).toBe('Corrigé ensuite.')
    expect(await numbers(db)).toEqual([1, 2, 3, 4])
  })

  it('in a second tab do not wipe out those of the first, which it did not show', async () => {
    const db = aDatabase()
    const base = aWeek('draft', { told: 'Hier' })
    await db.base.add(pulledAs(base))
    await act(db, aPatch(base, { told: 'Onglet un' }), apprentice)
    await act(db, aPatch(base, { told: 'Onglet deux' }), apprentice)

    const { fields, alternatives } = await found(db)
    expect(fields['told']?.value).toBe('Onglet deux')
    expect(alternatives['told']?.map(({ value }) => value)).toEqual(['Onglet un'])
  })

  it('over what a pull brought meanwhile are no conflict: the author had it on the screen', async () => {
    const db = aDatabase()
    const base = aWeek('draft')
    await db.base.add(pulledAs(base))
    await act(db, aPatch(base, { told: 'Mardi' }), apprentice)
    const fromTablet = after(base, aPatch(base, { feeling: 'hard' }), apprentice)
    await db.base.put(pulledAs(fromTablet, 2))

    const decision = await act(db, aPatch(await found(db), { feeling: 'good' }), apprentice)

    expect(decision.verdict).toBe('applied')
    expect((await found(db)).alternatives).toEqual({})
  })

  it('of a whole evening stay small enough to be sent', async () => {
    const db = aDatabase()
    const visit = unwritten('visit')
    for (let index = 0; index < 40; index += 1) {
      const key = (part: string) => `actions/${index}/${part}`
      const shown = (await findDocument(db, visit.id)) ?? visit
      const set = {
        [key('label')]: 'Appeler',
        [key('due')]: '2025-12-01',
        [key('owner')]: 'master',
      }
      await act(db, aPatch(shown, { ...set, [key('removed')]: null }), trainer)
    }
    const page = 'é'.repeat(100_000)
    for (const field of ['progress', 'difficulties', 'objectives', 'conclusion']) {
      const shown = (await findDocument(db, visit.id)) ?? visit
      await act(db, aPatch(shown, { [`actions/${field}/label`]: page }), trainer)
    }

    const sizes = (await db.outbox.toArray()).map(({ operation }) => ({
      keys: operation.type === 'patch' ? Object.keys(operation.set).length : 0,
      bytes: new TextEncoder().encode(JSON.stringify(operation)).length,
    }))
    expect(Math.max(...sizes.map(({ keys }) => keys))).toBeLessThanOrEqual(200)
    expect(Math.max(...sizes.map(({ bytes }) => bytes))).toBeLessThan(1_000_000)
  })
})

describe('what is shown', () => {
  it('is what was pulled with what waits on top, and the pulled copy is not touched', async () => {
    const db = aDatabase()
    const base = deepFreeze(pulledAs(aWeek('submitted')))
    await db.base.add(base)
    await act(db, aReturn(base, 'Dites combien.'), master)

    expect(await found(db)).toMatchObject({ state: 'draft', waiting: 1 })
    expect(await db.base.toArray()).toEqual([base])
  })

  it('keeps a confirmed word on the screen until a pull shows it, and then not twice', async () => {
    const db = aDatabase()
    const patch = aPatch(week, told('Salon.'))
    await act(db, patch, apprentice)
    await settle(db, [verdictOn(patch.id, 'applied', 7)], NOW)

    expect(await found(db)).toMatchObject({ fields: { told: { value: 'Salon.' } }, waiting: 0 })

    const onServer = after(null, patch, apprentice)
    const later = after(onServer, aPatch(onServer, { told: 'Du bureau.' }), apprentice)
    await db.base.put(pulledAs(later, 8))
    expect(await found(db)).toEqual({ ...pulledAs(later, 8), waiting: 0 })
    expect(await listDocuments(db, 'entry')).toEqual([await found(db)])
  })

  it('takes back what the server refused, and still lists the words for the person', async () => {
    const db = aDatabase()
    const base = aWeek('submitted', { told: 'Version lue.' })
    await db.base.add(pulledAs(base))
    const back = aReturn(base, 'Mots à ne pas perdre.')
    await act(db, back, master)
    await settle(db, [verdictOn(back.id, 'rejected', 3)], NOW)

    expect(await found(db)).toEqual({ ...pulledAs(base), waiting: 0 })
    const [refused] = await listRefused(db)
    expect(refused?.operation).toEqual(back)
  })

  it('leaves out an operation that the server put aside for a person to look at', async () => {
    const db = aDatabase()
    const patch = aPatch(week, told('Étrange.'))
    await act(db, patch, apprentice)
    await settle(db, [verdictOn(patch.id, 'held')], NOW)

    expect(await findDocument(db, week.id)).toBeNull()
    expect(await listRefused(db)).toHaveLength(1)
  })

  it('shows both wordings of two devices until the author has chosen', async () => {
    const db = aDatabase()
    const base = aWeek('draft', { told: 'Téléphone' })
    await db.base.add(pulledAs(base))
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
    const unknown = { ...pulledAs(aWeek('draft')), kind: 'survey' } as never
    await db.base.add(unknown)

    expect(await findDocument(db, week.id)).toBeNull()
    expect(await listDocuments(db, 'entry')).toEqual([])
    expect(await db.base.count()).toBe(1)
  })
})

describe('a list', () => {
  it('of one logbook shows nothing of another one; without a name, all', async () => {
    const db = aDatabase()
    await db.base.add(pulledAs(aWeek('submitted')))
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
    await db.outbox.add({ id: patch.id } as never)

    await expect(act(db, patch, apprentice, aPhoto())).rejects.toThrow()

    expect(await db.files.count()).toBe(0)
    expect(await findDocument(db, week.id)).toBeNull()
  })

  it('that the device holds already, confirmed, is not sent a second time', async () => {
    const db = aDatabase()
    await db.files.add(aPhoto({ state: 'stored' }))
    await act(db, patch, apprentice, aPhoto())

    expect(await db.files.toArray()).toMatchObject([{ state: 'stored' }])
    expect((await found(db)).fields['photos/1']?.value).toEqual(aPhotoReference())
  })
})

function aPhotoReference() {
  const { sha256, size, mime } = aPhoto()
  return { sha256, size, mime }
}

describe('an interview in a place without a network', () => {
  it('is frozen with the sections as they wait, and signed by three on one phone', async () => {
    const db = aDatabase()
    const book = aBook()
    writeInterview(book, 'frozen')
    for (const { operation, actor: who } of book.done) await act(db, operation, who)
    const [frozen] = await listDocuments(db, 'interview')
    if (!frozen) throw new Error('no interview')
    const inPerson = (who: 'apprentice' | 'master') => ({
      ...actor(who),
      via: { personId: trainer.personId, role: 'trainer' as const },
    })
    for (const who of ['apprentice', 'master'] as const) {
      const sign = { ...aSignature(frozen), present: personId(who) }
      await act(db, sign, inPerson(who))
    }
    await act(db, aSignature(frozen), trainer)

    const interview = await found(db, frozen.id)
    expect(interview.state).toBe('signed')
    expect(interview.signatures.map(({ role, level }) => [role, level])).toEqual([
      ['apprentice', 'in-person'],
      ['master', 'in-person'],
      ['trainer', 'session'],
    ])
  })

  it('cannot be frozen over a section that this device has not got', async () => {
    const db = aDatabase()
    const book = aBook()
    const interview = writeFrame(book)
    const section = writeSection(book, interview, 'trainer')
    for (const { operation, actor: who } of book.done) await act(db, operation, who)
    const freeze = aFreeze(interview, { trainer: lastHash(section), master: 'c'.repeat(64) })

    expect(await act(db, freeze, trainer)).toMatchObject({
      verdict: 'rejected',
      code: 'sections-missing',
    })
    expect(lastVersion(await found(db, interview.id))).toBeUndefined()
  })

  it('holds shut the section that was frozen with it, also when the section is replayed', async () => {
    const db = aDatabase()
    const book = aBook()
    const interview = writeInterview(book, 'frozen')
    for (const { operation, actor: who } of book.done) await act(db, operation, who)
    const [section] = (await listDocuments(db, 'section')).filter(
      ({ author }) => author === trainer.personId,
    )
    if (!section) throw new Error('no section')

    expect(await act(db, anAct('withdraw', section), trainer)).toMatchObject({
      verdict: 'rejected',
    })
    expect((await found(db, interview.id)).state).toBe('frozen')
  })
})
