import { describe, expect, it, vi } from 'vitest'
import { DRAFT_TEXT_MAX, type Patch } from '#domain/operation.ts'
import { readOperation } from '#protocol/operation.ts'
import { takeBatch } from '#store/batch.ts'
import {
  after,
  aPatch,
  apprentice,
  aWeek,
  logbookId,
  master,
  WEEK,
} from '#tests/support/builders.ts'
import { findHere, hold, pulledAs, rowsOf } from './aDatabase.ts'
import { aBookPart, pull } from './aPull.ts'
import { aWriter, documentId, fillDisk, wordsIn } from './aWriter.ts'

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
    expect((await rowsOf(page.db, 'outbox')).length).toBe(1)
  })

  it('in two fields by turns are no conflict of a person with herself, and the screen hears others', async () => {
    const page = aWriter()
    const shown = () => findHere(page.db, { kind: 'entry', id: documentId })
    for (const [key, value] of [
      ['told', 'Sa'],
      ['feeling', 'hard'],
      ['told', 'Salon'],
      ['feeling', 'good'],
    ] as const) {
      page.write(key, value)
      await page.flush()
    }
    expect(await wordsIn(page.db)).toEqual({ told: 'Salon', others: [] })
    expect((await rowsOf(page.db, 'outbox')).length).toBe(1)

    page.show(await shown())
    expect(page.holds('told')).toBe(false)
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
    const document = await findHere(page.db, { kind: 'entry', id: documentId })
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
    expect((await rowsOf(page.db, 'outbox')).length).toBe(0)
  })

  it('are not refused by the server because a box was unticked, or a date emptied, beside them', async () => {
    const page = aWriter()
    page.write('told', '')
    page.write('tasks/salon', true)
    page.write('tasks/salon', false)
    page.write('feeling', '')
    await page.flush()

    const operations = (await rowsOf(page.db, 'outbox')).map(({ operation }) => operation)
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
    await hold(page.db, pulledAs(base))
    page.show(await findHere(page.db, { kind: 'entry', id: documentId }))
    page.write('told', 'Télé')
    await page.flush()
    await takeBatch(page.db, logbookId)
    const elsewhere = after(base, aPatch(base, { told: 'Tablette' }), apprentice)
    await pull(page.db, aBookPart(2, [pulledAs(elsewhere, 2)]))
    if (thenShown) page.show(await findHere(page.db, { kind: 'entry', id: documentId }))
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
    await hold(page.db, pulledAs(base))
    page.show(await findHere(page.db, { kind: 'entry', id: documentId }))
    await pull(
      page.db,
      aBookPart(2, [pulledAs(after(base, aPatch(base, { told: 'Tablette' }), apprentice), 2)]),
    )
    page.show(await findHere(page.db, { kind: 'entry', id: documentId }))
    page.write('told', 'Tablette relue')
    await page.flush()

    expect(await wordsIn(page.db)).toEqual({ told: 'Tablette relue', others: [] })
  })

  it('a screen that lags behind the database makes no conflict of a person with herself', async () => {
    const page = aWriter()
    const base = aWeek('draft', { told: 'Hier' })
    await hold(page.db, pulledAs(base))
    page.show(await findHere(page.db, { kind: 'entry', id: documentId }))
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
    await hold(page.db, pulledAs(base))
    page.show(base)
    page.write('told', 'x'.repeat(DRAFT_TEXT_MAX + 1))
    await pull(
      page.db,
      aBookPart(2, [pulledAs(after(base, aPatch(base, { told: 'Tablette' }), apprentice), 2)]),
    )
    page.show(await findHere(page.db, { kind: 'entry', id: documentId }))
    page.write('told', 'Coupé')
    await page.flush()

    expect(await wordsIn(page.db)).toEqual({ told: 'Coupé', others: ['Tablette'] })
  })

  it('while a letter is on its way, the screen’s news are not taken as read', async () => {
    const page = aWriter()
    const base = aWeek('draft', { told: 'Hier' })
    await hold(page.db, pulledAs(base))
    page.show(await findHere(page.db, { kind: 'entry', id: documentId }))
    const elsewhere = after(base, aPatch(base, { told: 'Tablette' }), apprentice)
    page.write('told', 'Téléphone')
    page.show(elsewhere)
    await page.flush()

    const [row] = await rowsOf(page.db, 'outbox')
    expect((row?.operation as Patch).seen['told']).toBe(base.fields['told']?.by)
  })
})
