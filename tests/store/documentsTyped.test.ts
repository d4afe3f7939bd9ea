import { describe, expect, it } from 'vitest'
import type { LogbookDb } from '#store/database.ts'
import { act } from '#store/act.ts'
import type { ShownDocument } from '#store/documents.ts'
import { takeBatch } from '#store/batch.ts'
import {
  after,
  anAct,
  anUnwrittenWeek,
  aPatch,
  apprentice,
  aWeek,
  logbookId,
  trainer,
  unwritten,
  WEEK,
} from '#tests/support/builders.ts'
import { aDatabase, findHere, hold, pulledAs, rowsOf } from './aDatabase.ts'
import { aBookPart, pull } from './aPull.ts'

const week = anUnwrittenWeek()
const told = (words: string) => ({ week: WEEK, told: words })
const numbers = async (db: LogbookDb) => (await rowsOf(db, 'outbox')).map(({ n }) => n)

async function found(db: LogbookDb): Promise<ShownDocument> {
  const document = await findHere(db, week)
  if (!document) throw new Error('the document is not there')
  return document
}

describe('words that are typed', () => {
  it('travel as one operation until they are sent, with what the first one saw', async () => {
    const db = aDatabase()
    const base = aWeek('draft')
    await hold(db, pulledAs(base))
    const first = aPatch(base, { told: 'Sal' })
    await act(db, first, apprentice)
    const second = aPatch(await found(db), { told: 'Salon', feeling: 'good' })

    const decision = await act(db, second, apprentice)

    expect(decision.document?.fields['told']).toEqual({ value: 'Salon', by: second.id })
    const [row, ...others] = await rowsOf(db, 'outbox')
    expect(others).toEqual([])
    expect(row).toMatchObject({
      n: 1,
      operation: { id: second.id, set: { told: 'Salon', feeling: 'good' }, seen: first.seen },
    })
    expect((await found(db)).alternatives).toEqual({})
  })

  it('do not change under a request that carries them', async () => {
    const db = aDatabase()
    const first = aPatch(week, told('Sal'))
    await act(db, first, apprentice)
    const batch = await takeBatch(db, logbookId)
    await act(db, aPatch(await found(db), { told: 'Salon' }), apprentice)

    expect(batch.operations).toMatchObject([{ n: 1, operation: first }])
    const rows = await rowsOf(db, 'outbox')
    expect(rows.map(({ operation }) => operation)).toMatchObject([
      first,
      { set: { told: 'Salon' } },
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
    await hold(db, pulledAs(base))
    await act(db, aPatch(base, { told: 'Onglet un' }), apprentice)
    await act(db, aPatch(base, { told: 'Onglet deux' }), apprentice)

    const { fields, alternatives } = await found(db)
    expect(fields['told']?.value).toBe('Onglet deux')
    expect(alternatives['told']?.map(({ value }) => value)).toEqual(['Onglet un'])
  })

  it('in a second tab that has seen half a sentence do not wipe out the whole one', async () => {
    const db = aDatabase()
    await act(db, aPatch(week, told('Salon de')), apprentice)
    const half = await found(db)
    await act(db, aPatch(half, { told: 'Salon de l’immobilier' }), apprentice)
    await act(db, aPatch(half, { told: 'Salon de Lyon' }), apprentice)

    const { fields, alternatives } = await found(db)
    expect(fields['told']?.value).toBe('Salon de Lyon')
    expect(alternatives['told']?.map(({ value }) => value)).toEqual(['Salon de l’immobilier'])
  })

  it('are another operation on a copy of the phone: under one id, one of the two would be lost', async () => {
    const [phone, copy] = [aDatabase(), aDatabase()]
    const first = aPatch(week, told('Salon'))
    await act(phone, first, apprentice)
    await act(copy, first, apprentice)
    await act(phone, aPatch(await found(phone), { told: 'Salon de Lyon' }), apprentice)
    await act(copy, aPatch(await found(copy), { told: 'Salon de Vienne' }), apprentice)

    const ids = await Promise.all([phone, copy].map((db) => rowsOf(db, 'outbox')))
    expect(new Set(ids.flat().map(({ operation }) => operation.id)).size).toBe(2)
  })

  it('over what a pull brought meanwhile are no conflict: the author had it on the screen', async () => {
    const db = aDatabase()
    const base = aWeek('draft')
    await hold(db, pulledAs(base))
    await act(db, aPatch(base, { told: 'Mardi' }), apprentice)
    const fromTablet = after(base, aPatch(base, { feeling: 'hard' }), apprentice)
    await pull(db, aBookPart(2, [pulledAs(fromTablet, 2)]))

    const decision = await act(db, aPatch(await found(db), { feeling: 'good' }), apprentice)

    expect(decision.verdict).toBe('applied')
    expect((await found(db)).alternatives).toEqual({})
  })

  it('of a whole evening stay small enough to be sent', async () => {
    const db = aDatabase()
    const visit = unwritten('visit')
    for (let index = 0; index < 60; index += 1) {
      const key = (part: string) => `actions/${index}/${part}`
      const shown = (await findHere(db, visit)) ?? visit
      const set = {
        [key('label')]: 'Appeler',
        [key('due')]: '2025-12-01',
        [key('owner')]: 'master',
      }
      await act(db, aPatch(shown, { ...set, [key('removed')]: null }), trainer)
    }
    const page = '漢'.repeat(100_000)
    for (const field of ['progress', 'difficulties', 'objectives', 'conclusion']) {
      const shown = (await findHere(db, visit)) ?? visit
      await act(db, aPatch(shown, { [`actions/${field}/label`]: page }), trainer)
    }

    const sizes = (await rowsOf(db, 'outbox')).map(({ operation }) => ({
      keys: operation.type === 'patch' ? Object.keys(operation.set).length : 0,
      bytes: new TextEncoder().encode(JSON.stringify(operation)).length,
    }))
    expect(Math.max(...sizes.map(({ keys }) => keys))).toBeLessThanOrEqual(200)
    expect(Math.max(...sizes.map(({ bytes }) => bytes))).toBeLessThan(1_000_000)
  })
})
