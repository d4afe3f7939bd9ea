import { describe, expect, it, vi } from 'vitest'
import type { DocumentId } from '#domain/identifiers.ts'
import { DRAFT_TEXT_MAX, type Patch } from '#domain/operation.ts'
import { readOperation } from '#protocol/operation.ts'
import type { LogbookDb } from '#store/database.ts'
import { act, findDocument } from '#store/documents.ts'
import { createDraftWriter, recover, type KeepProblem } from '#store/draftWriter.ts'
import { takeBatch } from '#store/outbox.ts'
import {
  after,
  anUnwrittenWeek,
  aPatch,
  apprentice,
  aWeek,
  logbookId,
  master,
  nextId,
  WEEK,
} from '#tests/support/builders.ts'
import { aDatabase, aJournal, newIntent, pulledAs } from './aDatabase.ts'

const { id: documentId } = anUnwrittenWeek()

interface Writing {
  readonly db?: LogbookDb
  readonly journal?: ReturnType<typeof aJournal>
  readonly who?: typeof apprentice
}

/** A person at one draft, on one page. */
function aWriter({ db = aDatabase(), journal = aJournal(), who = apprentice }: Writing = {}) {
  const told: (KeepProblem | null)[] = []
  let sends = 0
  const writer = createDraftWriter({
    db,
    target: { logbookId, documentId, kind: 'entry', actor: who },
    identity: { week: WEEK },
    newIntent,
    journal,
    onWritten: () => {
      sends += 1
    },
    onKept: (problem) => told.push(problem),
  })
  return { db, journal, told, sends: () => sends, ...writer }
}

const wordsIn = async (db: LogbookDb, id: DocumentId = documentId) => {
  const document = await findDocument(db, id)
  return {
    told: document?.fields['told']?.value,
    others: document?.alternatives['told']?.map(({ value }) => value) ?? [],
  }
}

/** The device’s disk is full, until the returned function frees it. */
function fillDisk(db: LogbookDb) {
  const full = () => {
    throw new DOMException('no room', 'QuotaExceededError')
  }
  db.outbox.hook('creating', full)
  db.outbox.hook('updating', full)
  return () => {
    db.outbox.hook('creating').unsubscribe(full)
    db.outbox.hook('updating').unsubscribe(full)
  }
}

describe('typed words', () => {
  it('are in the database without a button, and can be sent', async () => {
    const page = aWriter()
    page.write('told', 'Salon')
    await page.flush()

    expect(await wordsIn(page.db)).toEqual({ told: 'Salon', others: [] })
    expect(page.told).toEqual([null])
    expect(page.sends()).toBe(1)
    expect(page.journal.entries.size).toBe(0)
  })

  it('letter by letter, faster than the database, end as the last thing on the screen', async () => {
    const page = aWriter()
    const sentence = 'Salon de l’immobilier'
    for (let end = 1; end <= sentence.length; end += 1) page.write('told', sentence.slice(0, end))
    page.write('feeling', 'good')
    await page.flush()

    expect(await wordsIn(page.db)).toEqual({ told: sentence, others: [] })
    expect(await page.db.outbox.count()).toBe(1)
  })

  it('that come in the moment a write ends do not wait for the next letter', async () => {
    const page = aWriter()
    page.write('told', 'Sa')
    await page.flush().then(() => {
      page.write('told', 'Salon')
    })
    await vi.waitFor(async () => {
      expect((await wordsIn(page.db)).told).toBe('Salon')
    })
    const other = aWriter({ db: page.db })
    other.write('feeling', 'go')
    const ended = other.flush()
    queueMicrotask(() => {
      other.write('feeling', 'good')
    })
    await ended
    await other.flush()
    const document = await findDocument(page.db, documentId)
    expect(document?.fields['feeling']?.value).toBe('good')
  })

  it('are kept and said while the phone is full, and written with the next letter', async () => {
    const page = aWriter()
    const free = fillDisk(page.db)
    page.write('told', 'Salon')
    await page.flush()

    expect(page.told).toEqual(['not-kept'])
    expect(page.holds('told')).toBe(true)
    expect([...page.journal.entries.values()]).toMatchObject([{ set: { told: 'Salon' } }])

    free()
    page.write('feeling', 'good')
    await page.flush()
    expect((await wordsIn(page.db)).told).toBe('Salon')
    expect(page.told).toEqual(['not-kept', null])
    expect(page.journal.entries.size).toBe(0)
  })

  it('that the trade refuses stay on the screen and aside, and are said until they change', async () => {
    const page = aWriter({ who: master })
    page.write('told', 'Je ne suis pas l’apprenti')
    await page.flush()

    expect(page.told).toEqual(['not-allowed'])
    expect(page.holds('told')).toBe(true)
    const [entry] = page.journal.entries.values()
    expect(entry?.set).toEqual({ week: WEEK, told: 'Je ne suis pas l’apprenti' })
    expect(await page.db.outbox.count()).toBe(0)
  })

  it('are not refused by the server because a box was unticked, or a date emptied, beside them', async () => {
    const page = aWriter()
    page.write('told', '')
    page.write('tasks/salon', true)
    page.write('tasks/salon', false)
    page.write('feeling', '')
    await page.flush()

    const operations = (await page.db.outbox.toArray()).map(({ operation }) => operation)
    expect(operations).toMatchObject([{ set: { told: '', 'tasks/salon': null, feeling: null } }])
    expect(operations.map(readOperation)).toMatchObject([{ ok: true }])
  })

  it('longer than a book chapter are said and not written; what was kept before stays', async () => {
    const page = aWriter()
    page.write('told', 'Court')
    await page.flush()
    page.write('told', 'x'.repeat(DRAFT_TEXT_MAX + 1))
    await page.flush()
    page.write('feeling', 'good')
    await page.flush()

    expect((await wordsIn(page.db)).told).toBe('Court')
    expect(page.told).toEqual([null, 'too-long-to-keep', 'too-long-to-keep'])

    page.write('told', 'x'.repeat(DRAFT_TEXT_MAX))
    await page.flush()
    expect(page.told.at(-1)).toBeNull()
  })
})

describe('another device writes the same field', () => {
  async function conflict(thenShown: boolean) {
    const page = aWriter()
    const base = aWeek('draft', { told: 'Hier' })
    await page.db.base.add(pulledAs(base))
    page.show(await findDocument(page.db, documentId))
    page.write('told', 'Télé')
    await page.flush()
    await takeBatch(page.db, logbookId)
    const elsewhere = after(base, aPatch(base, { told: 'Tablette' }), apprentice)
    await page.db.base.put(pulledAs(elsewhere, 2))
    if (thenShown) page.show(await findDocument(page.db, documentId))
    page.write('told', 'Téléphone')
    await page.flush()
    return wordsIn(page.db)
  }

  it('what is typed on goes over what was on the screen, and the other wording is kept', async () => {
    expect(await conflict(false)).toEqual({ told: 'Téléphone', others: ['Tablette'] })
  })

  it('also when the screen was told of it between two letters', async () => {
    expect(await conflict(true)).toEqual({ told: 'Téléphone', others: ['Tablette'] })
  })

  it('a wording that was on the screen is replaced without a question', async () => {
    const page = aWriter()
    const base = aWeek('draft', { told: 'Hier' })
    await page.db.base.add(pulledAs(base))
    page.show(await findDocument(page.db, documentId))
    await page.db.base.put(pulledAs(after(base, aPatch(base, { told: 'Tablette' }), apprentice), 2))
    page.show(await findDocument(page.db, documentId))
    page.write('told', 'Tablette relue')
    await page.flush()

    expect(await wordsIn(page.db)).toEqual({ told: 'Tablette relue', others: [] })
  })

  it('a screen that lags behind the database makes no conflict of a person with herself', async () => {
    const page = aWriter()
    const base = aWeek('draft', { told: 'Hier' })
    await page.db.base.add(pulledAs(base))
    page.show(await findDocument(page.db, documentId))
    page.write('told', 'Télé')
    await page.flush()
    await takeBatch(page.db, logbookId)
    page.show(base)
    page.write('told', 'Téléphone')
    await page.flush()

    expect(await wordsIn(page.db)).toEqual({ told: 'Téléphone', others: [] })
  })

  it('what arrives behind words that are too long to keep is not taken as read', async () => {
    const page = aWriter()
    const base = aWeek('draft', { told: 'Hier' })
    await page.db.base.add(pulledAs(base))
    page.show(base)
    page.write('told', 'x'.repeat(DRAFT_TEXT_MAX + 1))
    await page.db.base.put(pulledAs(after(base, aPatch(base, { told: 'Tablette' }), apprentice), 2))
    page.show(await findDocument(page.db, documentId))
    page.write('told', 'Coupé')
    await page.flush()

    expect(await wordsIn(page.db)).toEqual({ told: 'Coupé', others: ['Tablette'] })
  })

  it('while a letter is on its way, the screen’s news are not taken as read', async () => {
    const page = aWriter()
    const base = aWeek('draft', { told: 'Hier' })
    await page.db.base.add(pulledAs(base))
    page.show(await findDocument(page.db, documentId))
    const elsewhere = after(base, aPatch(base, { told: 'Tablette' }), apprentice)
    page.write('told', 'Téléphone')
    page.show(elsewhere)
    await page.flush()

    const [row] = await page.db.outbox.toArray()
    expect((row?.operation as Patch).seen['told']).toBe(base.fields['told']?.by)
  })
})

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
    expect(await page.db.outbox.count()).toBe(1)

    // The page went away once more before the journal heard of it, and the words were changed.
    if (entry) page.journal.save(entry)
    const shown = (await findDocument(page.db, documentId)) ?? anUnwrittenWeek()
    await act(page.db, aPatch(shown, { told: 'Corrigée' }), apprentice)
    await recover(page.db, page.journal, newIntent)
    expect(await wordsIn(page.db)).toEqual({ told: 'Corrigée', others: [] })
    expect(page.journal.entries.size).toBe(0)
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
    expect(await page.db.outbox.count()).toBe(1)
  })

  it('while half a sentence was being written finds the whole one, without the half beside it', async () => {
    const page = aWriter()
    await act(page.db, aPatch(anUnwrittenWeek(), { week: WEEK, told: 'Hier' }), apprentice)
    page.show(await findDocument(page.db, documentId))
    await takeBatch(page.db, logbookId)
    page.write('told', 'Salon de')
    page.write('told', 'Salon de l’immobilier')
    page.putAside()
    const entries = new Map(page.journal.entries)
    // The page is gone: what was in flight arrived, what was queued did not.
    await act(
      page.db,
      aPatch((await findDocument(page.db, documentId)) ?? anUnwrittenWeek(), { told: 'Salon de' }),
      apprentice,
    )
    const reloaded = aJournal()
    for (const [id, entry] of entries) reloaded.entries.set(id, entry)

    expect([...entries.values()]).toMatchObject([{ writing: { told: 'Salon de' } }])
    await recover(page.db, reloaded, newIntent)
    expect(await wordsIn(page.db)).toEqual({ told: 'Salon de l’immobilier', others: [] })
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
