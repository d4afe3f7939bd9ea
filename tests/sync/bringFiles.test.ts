import 'fake-indexeddb/auto'
import { beforeEach, expect, it } from 'vitest'
import { act } from '#store/act.ts'
import type { LogbookDb } from '#store/database.ts'
import { settle } from '#store/outbox.ts'
import { keepPicture } from '#store/pictures.ts'
import { bringFiles } from '#sync/files.ts'
import type { Answer, Transport } from '#sync/transport.ts'
import { aDatabase, hold, pulledAs, rowsOf } from '#tests/store/aDatabase.ts'
import { aVerdict } from '#tests/store/aPull.ts'
import { aSignature, aWeek, logbookId, master, NOW } from '#tests/support/builders.ts'
import { aFakeServer, roundOptions } from './fakeServer.ts'

const sha256 = 'a'.repeat(64)
const { signal } = new AbortController()
const notThere: Answer<never> = { kind: 'refused', status: 404, code: 'not-found', expected: null }

let db: LogbookDb
let asked: number
let answer: Answer<ArrayBuffer>

/** A week whose photo the server had lost when its signature came, and the master has looked at. */
beforeEach(async () => {
  db = aDatabase()
  asked = 0
  answer = notThere
  const week = aWeek('submitted', {
    more: { 'photos/a': { sha256, size: 9, mime: 'image/jpeg' } },
  })
  await hold(db, pulledAs(week))
  await keepPicture(db, { sha256, form: 'thumbnail', logbookId, usedAt: NOW }, new ArrayBuffer(1))
  const sign = aSignature(week)
  await act(db, sign, master)
  const verdict = { ...aVerdict(sign.id, 1, 1), verdict: 'held', code: 'files-missing' } as const
  await settle(db, logbookId, { results: [verdict], serverTime: NOW })
})

const bring = () => {
  const getFile: Transport['getFile'] = () => {
    asked += 1
    return Promise.resolve(answer)
  }
  const options = roundOptions(db, aFakeServer().transport)
  return bringFiles({ ...options, transport: { ...options.transport, getFile } }, signal)
}

it('a signature is not offered round after round while the server has not got its photo', async () => {
  for (let round = 0; round < 3; round += 1) expect(await bring()).toBeNull()
  expect(await rowsOf(db, 'outbox')).toEqual([])
  expect(asked).toBe(3)

  answer = { kind: 'offline' }
  await bring()
  expect(await rowsOf(db, 'outbox')).toEqual([])
})

it('and leaves with the first round in which the server has it again', async () => {
  answer = { kind: 'ok', body: new ArrayBuffer(2) }
  await bring()
  expect(await rowsOf(db, 'outbox')).toMatchObject([{ n: 2, operation: { type: 'sign' } }])
})
