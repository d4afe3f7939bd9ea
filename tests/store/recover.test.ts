import { describe, expect, it } from 'vitest'
import type { PersonId } from '#domain/identifiers.ts'
import { act } from '#store/act.ts'
import { recover } from '#store/recover.ts'
import { takeBatch } from '#store/batch.ts'
import {
  anUnwrittenWeek,
  aPatch,
  apprentice,
  logbookId,
  master,
  nextId,
  WEEK,
} from '#tests/support/builders.ts'
import { aDatabase, aJournal, findHere, newIntent, rowsOf } from './aDatabase.ts'
import { aWriter, documentId, fillDisk, wordsIn } from './aWriter.ts'

describe('a page that goes away', () => {
  it('gives its words back at the next start, exactly once', async () => {
    const page = aWriter()
    const free = fillDisk(page.db)
    page.write('told', 'Dernière phrase')
    page.putAside()
    await page.flush()
    free()

    const [entry] = page.journal.entries.values()
    expect(await recover(page.db, page.journal, newIntent)).toBe(1)
    expect(await wordsIn(page.db)).toEqual({ told: 'Dernière phrase', others: [] })
    expect(await recover(page.db, page.journal, newIntent)).toBe(0)
    expect((await rowsOf(page.db, 'outbox')).length).toBe(1)

    // The page went away once more before the journal heard of it, and the words were changed.
    if (entry) page.journal.save(entry)
    const shown = (await findHere(page.db, { kind: 'entry', id: documentId })) ?? anUnwrittenWeek()
    await act(page.db, aPatch(shown, { told: 'Corrigée' }), apprentice)
    await recover(page.db, page.journal, newIntent)
    expect(await wordsIn(page.db)).toEqual({ told: 'Corrigée', others: [] })
    expect(page.journal.entries.size).toBe(0)
  })

  it('gives nothing back over newer words when the browser forgot that the journal was emptied', async () => {
    const page = aWriter()
    page.write('told', 'Lundi.')
    // Hidden for a moment: the words in flight are put aside, and arrive all the same.
    page.putAside()
    const forgotten = new Map(page.journal.entries)
    await page.flush()
    expect(page.journal.entries.size).toBe(0)
    page.write('told', 'Lundi. Mardi.')
    await page.flush()

    expect(forgotten.size).toBe(1)
    for (const [id, entry] of forgotten) page.journal.entries.set(id, entry)
    await recover(page.db, page.journal, newIntent)
    expect(await wordsIn(page.db)).toEqual({ told: 'Lundi. Mardi.', others: [] })
    expect(page.journal.entries.size).toBe(0)
  })

  it('and whose words had arrived finds them as they were continued since, though the browser forgot', async () => {
    const closed = aWriter()
    closed.write('told', 'Lundi.')
    closed.putAside()
    const entries = [...closed.journal.entries.values()]
    await closed.flush()
    const journal = aJournal()
    for (const entry of entries) journal.save(entry)
    await recover(closed.db, journal, newIntent)

    const page = aWriter({ db: closed.db, journal })
    page.show(await findHere(page.db, { kind: 'entry', id: documentId }))
    page.write('told', 'Lundi. Mardi.')
    await page.flush()
    for (const entry of entries) journal.save(entry)
    await recover(page.db, journal, newIntent)
    expect(await wordsIn(page.db)).toEqual({ told: 'Lundi. Mardi.', others: [] })
  })

  it('in two tabs at once writes them once', async () => {
    const page = aWriter()
    const free = fillDisk(page.db)
    page.write('told', 'Une fois')
    await page.flush()
    free()

    await Promise.all([
      recover(page.db, page.journal, newIntent),
      recover(page.db, page.journal, newIntent),
    ])
    expect(await wordsIn(page.db)).toEqual({ told: 'Une fois', others: [] })
    expect(page.journal.entries.size).toBe(0)
  })

  it('after its words were saved leaves no second wording of the same words', async () => {
    const page = aWriter()
    page.write('told', 'Déjà')
    page.putAside()
    const entries = new Map(page.journal.entries)
    await page.flush()
    await takeBatch(page.db, logbookId)
    for (const [id, entry] of entries) page.journal.entries.set(id, entry)

    await recover(page.db, page.journal, newIntent)
    expect(await wordsIn(page.db)).toEqual({ told: 'Déjà', others: [] })
    expect((await rowsOf(page.db, 'outbox')).length).toBe(1)
  })

  it('while half a sentence was being written finds the whole one, without the half beside it', async () => {
    const person = nextId<PersonId>()
    const page = aWriter({ db: aDatabase(person) })
    await act(page.db, aPatch(anUnwrittenWeek(), { week: WEEK, told: 'Hier' }), apprentice)
    page.show(await findHere(page.db, { kind: 'entry', id: documentId }))
    await takeBatch(page.db, logbookId)
    // From here on the page is gone: it writes no more.
    fillDisk(page.db)
    page.write('told', 'Salon de')
    page.write('told', 'Salon de l’immobilier')
    page.putAside()
    const entries = new Map(page.journal.entries)
    // What was in flight arrived, what was queued did not.
    const db = aDatabase(person)
    const arrived = (await findHere(db, { kind: 'entry', id: documentId })) ?? anUnwrittenWeek()
    const [entry] = entries.values()
    const typed = { writer: entry?.typed.writer ?? '', inputs: { told: 1 } }
    await act(db, aPatch(arrived, { told: 'Salon de' }), apprentice, { typed })
    const reloaded = aJournal()
    for (const [id, entry] of entries) reloaded.entries.set(id, entry)

    expect(entry).toMatchObject({ set: { told: 'Salon de l’immobilier' } })
    await recover(db, reloaded, newIntent)
    expect(await wordsIn(db)).toEqual({ told: 'Salon de l’immobilier', others: [] })
  })

  it('does not put words aside over those that an earlier page put there', async () => {
    const journal = aJournal()
    const first = aWriter({ journal })
    fillDisk(first.db)
    first.write('told', 'D’avant')
    await first.flush()
    const second = aWriter({ db: first.db, journal })
    second.write('feeling', 'good')
    await second.flush()

    expect([...journal.entries.values()].map(({ set }) => set)).toMatchObject([
      { told: 'D’avant' },
      { feeling: 'good' },
    ])
  })

  it('of which one document cannot be written gets the words of the others back', async () => {
    const page = aWriter()
    const free = fillDisk(page.db)
    page.write('told', 'Gardé')
    await page.flush()
    const [good] = page.journal.entries.values()
    if (!good) throw new Error('nothing was put aside')
    const bad = { ...good, id: nextId<typeof good.id>(), actor: master }
    page.journal.entries.clear()
    page.journal.save(bad)
    page.journal.save(good)
    free()

    expect(await recover(page.db, page.journal, newIntent)).toBe(1)
    expect((await wordsIn(page.db)).told).toBe('Gardé')
    expect([...page.journal.entries.keys()]).toEqual([bad.id])
  })

  it('with a full phone again keeps the words aside, and the start goes on', async () => {
    const page = aWriter()
    fillDisk(page.db)
    page.write('told', 'Toujours là')
    await page.flush()

    expect(await recover(page.db, page.journal, newIntent)).toBe(0)
    expect(page.journal.entries.size).toBe(1)
  })
})
