import { describe, expect, it } from 'vitest'
import type { DeviceId } from '#domain/identifiers.ts'
import type { BookPart } from '#protocol/sync.ts'
import { act } from '#store/act.ts'
import { applyNews } from '#store/applyPull.ts'
import type { LogbookDb } from '#store/database.ts'
import { takeBatch } from '#store/batch.ts'
import { settle } from '#store/outbox.ts'
import {
  after,
  anUnwrittenWeek,
  aPatch,
  apprentice,
  aWeek,
  logbookId,
  logbooks,
  nextId,
  NOW,
} from '#tests/support/builders.ts'
import { aDatabase, findHere, pulledAs, rowsOf, sentRows } from './aDatabase.ts'
import { aBookPart, aVerdict, chainAt, placeOf, pull } from './aPull.ts'

const week = anUnwrittenWeek()
const reset = 'new' as const
const told = async (db: LogbookDb) => (await findHere(db, week))?.fields['told']?.value

describe('news', () => {
  const ownDevice = nextId<DeviceId>()
  const event = (part: BookPart, deviceId: DeviceId | null = null) => ({
    ...{ personId: apprentice.personId, at: NOW },
    ...{ deviceId, part },
  })
  const from = { from: { seq: 1, chain: chainAt(1) }, facts: null, sum: null, lastN: null }
  const begun = async () => {
    const db = aDatabase()
    const base = aWeek('draft')
    await pull(db, aBookPart(1, [pulledAs(base)], { reset }))
    return { db, base }
  }

  it('are held at once by who stands where they begin', async () => {
    const { db, base } = await begun()
    const after2 = pulledAs(after(base, aPatch(base, { told: 'Du bureau' }), apprentice), 2)

    expect(await applyNews(db, event(aBookPart(2, [after2], from)), ownDevice)).toBe(true)
    expect(await told(db)).toBe('Du bureau')
    expect(await placeOf(db)).toEqual({ seq: 2, chain: chainAt(2) })
    // A second tab hears the same.
    expect(await applyNews(db, event(aBookPart(2, [after2], from)), ownDevice)).toBe(true)
  })

  it('to a device that missed some are not believed: a pull brings all of them', async () => {
    const { db, base } = await begun()
    const later = { ...from, from: { seq: 2, chain: chainAt(2) } }
    expect(await applyNews(db, event(aBookPart(3, [pulledAs(base, 3)], later)), ownDevice)).toBe(
      false,
    )
    expect((await placeOf(db)).seq).toBe(1)
  })

  it('under other rights, or of a logbook that is not here, are left to a pull', async () => {
    const { db } = await begun()
    const elsewhere = { ...from, id: logbooks.elsewhere, grant: 0 }
    for (const part of [aBookPart(2, [], { ...from, grant: 7 }), aBookPart(2, [], elsewhere)]) {
      expect(await applyNews(db, event(part), ownDevice)).toBe(false)
    }
    expect((await placeOf(db)).seq).toBe(1)
  })

  it('settle what this device sent, before its own answer comes, and nothing of another one', async () => {
    const { db, base } = await begun()
    const patch = aPatch(base, { told: 'Salon' })
    await act(db, patch, apprentice)
    await takeBatch(db, logbookId)
    const verdicts = [aVerdict(patch.id, 1, 2)]
    const part = aBookPart(2, [pulledAs(after(base, patch, apprentice), 2)], { ...from, verdicts })
    const other = await begun()
    await act(other.db, aPatch(base, { told: 'Autre' }), apprentice)

    await applyNews(db, event(part, ownDevice), ownDevice)
    expect(await rowsOf(db, 'outbox')).toEqual([])
    expect(await rowsOf(db, 'shown')).toEqual([])
    await settle(db, logbookId, { results: verdicts, serverTime: NOW })
    expect(await sentRows(db)).toHaveLength(1)

    await applyNews(other.db, event(part, nextId<DeviceId>()), ownDevice)
    expect(await rowsOf(other.db, 'outbox')).toHaveLength(1)
    const { fields, alternatives } = (await findHere(other.db, week)) ?? {}
    expect(fields?.['told']?.value).toBe('Autre')
    expect(alternatives?.['told']?.map(({ value }) => value)).toEqual(['Salon'])
  })

  it('of a restored server hide nothing that it lost: the words stay until they are offered again', async () => {
    const { db, base } = await begun()
    const patch = aPatch(base, { told: 'Salon' })
    await act(db, patch, apprentice)
    await takeBatch(db, logbookId)
    await settle(db, logbookId, { results: [aVerdict(patch.id, 1, 2)], serverTime: NOW })
    // The backup is from before; somebody else’s operation has the number 2 now.
    expect(await applyNews(db, event(aBookPart(2, [], from)), ownDevice)).toBe(false)
    expect(await told(db)).toBe('Salon')

    await pull(db, aBookPart(2, [], { held: [pulledAs(base)], lastN: 0 }))
    expect(await rowsOf(db, 'outbox')).toHaveLength(1)
    expect(await told(db)).toBe('Salon')
  })
})
