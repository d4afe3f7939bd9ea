import { describe, expect, expectTypeOf, it } from 'vitest'
import type { Role } from '#domain/kind.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import { isKnown, type PulledDocument } from '#protocol/pulledDocument.ts'
import {
  pullPartSchema,
  pullRequestSchema,
  pullStartSchema,
  pushRequestSchema,
  pushResponseSchema,
  type BookPart,
} from '#protocol/sync.ts'
import { aWeek, logbookId, nextId } from '#tests/support/builders.ts'

const HASH = 'a'.repeat(64)
const NOW = '2025-11-07T17:30:00.000Z'
const result = { id: nextId(), n: 1, seq: 1, verdict: 'applied', code: null }

const push = {
  protocol: 1,
  app: '2026.11.0',
  deviceId: nextId(),
  logbookId,
  pending: 1,
  operations: [{ n: 1, operation: { anything: true } }],
}
const cursor = { seq: 0, chain: HASH, grant: 1, settled: 0 }
const pull = {
  ...{ protocol: 1, app: '2026.11.0', deviceId: nextId(), check: false },
  books: { [logbookId]: cursor },
}
const book = {
  type: 'book',
  id: logbookId,
  from: { seq: 0, chain: HASH },
  reset: null,
  grant: 1,
  role: 'apprentice',
  facts: null,
  keys: [],
  documents: [{ ...aWeek('submitted'), revision: 3 }],
  verdicts: [result],
  lastN: 1,
  seq: 3,
  chain: HASH,
  sum: null,
}
const start = {
  type: 'start',
  serverKey: { kty: 'EC', crv: 'P-256', x: 'x', y: 'y' },
  serverTime: NOW,
}

describe('push', () => {
  it.each<[string, unknown]>([
    ['an operation of any shape: it is judged one by one', push],
    ['an operation that is nothing at all', { ...push, operations: [{ n: 1, operation: null }] }],
    ['five hundred operations', { ...push, operations: Array(500).fill(push.operations[0]) }],
  ])('takes %s, as it is', (_, body) => {
    expect(pushRequestSchema.parse(body)).toEqual(body)
  })

  it.each<[string, unknown]>([
    ['nothing', null],
    ['another protocol', { ...push, protocol: 2 }],
    ['an unknown key', { ...push, role: 'master' }],
    ['no operation', { ...push, operations: [] }],
    ['five hundred and one', { ...push, operations: Array(501).fill(push.operations[0]) }],
    ['an operation number 0', { ...push, operations: [{ n: 0, operation: {} }] }],
    ['an operation number 1.5', { ...push, operations: [{ n: 1.5, operation: {} }] }],
    ['an operation beside its number', { ...push, operations: [{ n: 1, operation: {}, more: 1 }] }],
    ['a device that is no id', { ...push, deviceId: 'phone' }],
    ['a logbook that is no id', { ...push, logbookId: '1' }],
    ['fewer than no pending operations', { ...push, pending: -1 }],
    ['a name of an app without end', { ...push, app: 'x'.repeat(41) }],
  ])('refuses %s', (_, body) => {
    expect(pushRequestSchema.safeParse(body).success).toBe(false)
  })

  it('an answer of a newer server is read: what it adds is left aside', () => {
    const answer = { results: [result], serverTime: NOW }
    expect(pushResponseSchema.parse({ ...answer, advice: 'update' })).toEqual(answer)
  })

  it.each<[string, object]>([
    ['a verdict that no device knows', { verdict: 'postponed' }],
    ['no code at all', { code: undefined }],
    ['an operation that is no id', { id: '1' }],
  ])('an answer with %s does not settle anything', (_, change) => {
    const answer = { results: [{ ...result, ...change }], serverTime: NOW }
    expect(pushResponseSchema.safeParse(answer).success).toBe(false)
  })
})

describe('pull', () => {
  it('is read as it is, request and answer', () => {
    expect(pullRequestSchema.parse(pull)).toEqual(pull)
    expect(pullStartSchema.parse(start)).toEqual(start)
    for (const part of [
      book,
      { type: 'revoked', id: nextId(), lastN: 4 },
      { type: 'end', more: true },
    ]) {
      expect(pullPartSchema.parse(part)).toEqual(part)
    }
  })

  it.each<[string, unknown]>([
    ['a cursor before the beginning', { ...pull, books: { [logbookId]: { ...cursor, seq: -1 } } }],
    ['half a chain', { ...pull, books: { [logbookId]: { ...cursor, chain: 'abc' } } }],
    ['a logbook that is no id', { ...pull, books: { mine: cursor } }],
    ['another protocol', { ...pull, protocol: 0 }],
    ['an unknown key', { ...pull, all: true }],
  ])('refuses %s', (_, body) => {
    expect(pullRequestSchema.safeParse(body).success).toBe(false)
  })

  it('a document of a kind of a newer app is kept, and not shown', () => {
    const riddle = { id: nextId(), kind: 'riddle', state: 'open', revision: 2, stars: 5 }
    const part = pullPartSchema.parse({ ...book, documents: [riddle] })
    const [document] = part.type === 'book' ? part.documents : []
    expect(document).toEqual(riddle)
    expect(document && isKnown(document)).toBe(false)
    expect(isKnown({ kind: 'constructor' })).toBe(false)
    expect(isKnown({ kind: 'entry' })).toBe(true)
  })

  it.each<[string, object]>([
    ['a document without a revision', { documents: [aWeek('draft')] }],
    ['a role that is none', { role: 'boss' }],
    ['a sum that is no hash', { sum: '' }],
    ['no word about where it begins', { from: undefined }],
    ['a reason for a reset that nobody knows', { reset: 'because' }],
  ])('an answer with %s is not applied', (_, change) => {
    expect(pullPartSchema.safeParse({ ...book, ...change }).success).toBe(false)
  })

  it('gives the store what the domain knows', () => {
    expectTypeOf<PulledDocument>().toExtend<LogbookDocument>()
    expectTypeOf<BookPart['role']>().toEqualTypeOf<Role>()
  })
})
