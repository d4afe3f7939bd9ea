import { describe, expect, expectTypeOf, it } from 'vitest'
import type { Operation } from '#domain/operation.ts'
import { readOperation, type ReadOperation } from '#protocol/operation.ts'
import {
  aFreeze,
  anAct,
  aPatch,
  aResolve,
  aReturn,
  aSignature,
  unwritten,
} from '#tests/support/builders.ts'

const HASH = 'a'.repeat(64)
const UUID = '019a5b00-0000-7000-8000-00000000000a'
const week = unwritten('entry')
const visit = unwritten('visit')
const patch = aPatch(week, { week: '2025-W45', told: 'Mots.' })
const photo = { sha256: HASH, size: 120_000, mime: 'image/jpeg' }
const sound = { sha256: HASH, size: 120_000, mime: 'audio/webm' }

const unreadable = { ok: false, code: 'unreadable', field: null }
const invalid = (field: string) => ({ ok: false, code: 'invalid', field })

describe('an operation of ours is read, unchanged', () => {
  it.each<[string, Operation]>([
    ['a patch', patch],
    ['a patch that empties a field', aPatch(week, { told: null, 'tasks/salon': null })],
    ['a draft of 100 000 characters', aPatch(week, { told: 'x'.repeat(100_000) })],
    [
      'photos',
      aPatch(week, { 'photos/p-1.a_B': photo, 'photos/p2': { ...photo, mime: 'image/webp' } }),
    ],
    [
      'memos, each as another browser records it',
      aPatch(week, {
        'memos/m/sound': sound,
        'memos/m/transcript': 'J’ai vendu.',
        'memos/n/sound': { ...sound, mime: 'audio/mp4' },
        'memos/o/sound': { ...sound, mime: 'audio/ogg' },
        'memos/p/removed': true,
      }),
    ],
    [
      'an item and its removal',
      aPatch(visit, { 'actions/a/label': 'Relancer', 'actions/b/removed': true }),
    ],
    ['every key a patch may set', aPatch(week, Object.fromEntries(ticks(200)))],
    ['a submit', anAct('submit', week)],
    ['a withdraw', anAct('withdraw', week)],
    ['a publish', anAct('publish', visit)],
    ['an amend', anAct('amend', visit)],
    ['a discard', anAct('discard', visit)],
    ['a return', aReturn(week, 'Précisez.', HASH)],
    ['a signature without a key', aSignature(week, HASH)],
    ['a signature with a key', { ...aSignature(week, HASH), jws: 'e30.e30.c2ln' }],
    ['a freeze', aFreeze(unwritten('interview'), { apprentice: HASH, trainer: HASH })],
    ['a resolve', aResolve(week, 'told', [patch.id])],
    ['somebody present', { ...anAct('submit', week), present: UUID as never }],
  ])('%s', (_, operation) => {
    const travelled: unknown = JSON.parse(JSON.stringify(operation))
    expect(readOperation(travelled)).toEqual({ ok: true, operation })
  })
})

describe('what a newer app sends, or what is damaged, is held and not judged', () => {
  it.each<[string, unknown]>([
    ['nothing', null],
    ['no value', undefined],
    ['a text', 'submit'],
    ['a number', 42],
    ['a list', [patch]],
    ['an empty object', {}],
    ['a newer shape', { ...patch, v: 2 }],
    ['no version of its shape', { ...patch, v: undefined }],
    ['a version that is a text', { ...patch, v: '1' }],
    ['an act of a newer app', { ...patch, type: 'archive' }],
    ['an act named like a thing of JavaScript', { ...patch, type: 'constructor' }],
    ['a kind of a newer app', { ...patch, kind: 'riddle' }],
    ['a kind named like a thing of JavaScript', { ...patch, kind: 'toString' }],
    ['no id', { ...patch, id: undefined }],
    ['an id that is none', { ...patch, id: 'x' }],
  ])('%s', (_, body) => {
    expect(readOperation(body)).toEqual(unreadable)
  })
})

describe('a known shape with a wrong value is refused, and named', () => {
  it.each<[string, object, string]>([
    ['an unknown key', { more: 1 }, ''],
    ['a document that is no id', { documentId: 'x' }, 'documentId'],
    ['an id in capitals', { documentId: UUID.toUpperCase() }, 'documentId'],
    ['a time that is none', { at: 'yesterday' }, 'at'],
    ['a local time', { at: '2025-11-07T17:30:00+01:00' }, 'at'],
    ['nobody said to be present', { present: undefined }, 'present'],
    ['a person that is no id', { present: 'Mme Martin' }, 'present'],
    ['nothing set', { set: {} }, 'set'],
    ['a set that is a list', { set: ['told'] }, 'set'],
    ['201 keys', { set: Object.fromEntries(ticks(201)) }, 'set'],
    ['a seen value that is no id', { seen: { told: 'x' } }, 'seen.told'],
  ])('%s', (_, change, field) => {
    expect(readOperation({ ...patch, ...change })).toEqual(invalid(field))
  })

  it.each<[string, object, string]>([
    ['a field that the kind has not', { observations: 'Mots.' }, 'observations'],
    ['the week of 1900', { week: '1900-W10' }, 'week'],
    ['a week 53 that does not exist', { week: '2025-W53' }, 'week'],
    ['a week that is a number', { week: 45 }, 'week'],
    ['a text that is a number', { told: 45 }, 'told'],
    ['a text that is a list', { told: ['Mots.'] }, 'told'],
    ['a text of 100 001 characters', { told: 'x'.repeat(100_001) }, 'told'],
    ['a choice that is none', { feeling: 'awful' }, 'feeling'],
    ['a tick that is a text', { 'tasks/salon': 'yes' }, 'tasks/salon'],
    ['a tick that is false', { 'tasks/salon': false }, 'tasks/salon'],
    ['all ticks at once', { tasks: true }, 'tasks'],
    ['a tick without a name', { 'tasks/': true }, 'tasks/'],
    ['a tick named __proto__', { 'tasks/__proto__': true }, 'tasks/__proto__'],
    ['a tick named constructor', { 'tasks/constructor': true }, 'tasks/constructor'],
    ['a tick with a space', { 'tasks/a b': true }, 'tasks/a b'],
    ['a tick with an accent', { 'tasks/né': true }, 'tasks/né'],
    [
      'a tick with a name of 65 letters',
      { [`tasks/${'x'.repeat(65)}`]: true },
      `tasks/${'x'.repeat(65)}`,
    ],
    ['a tick within a tick', { 'tasks/salon/removed': true }, 'tasks/salon/removed'],
    ['a part of a text', { 'told/fr': 'Mots.' }, 'told/fr'],
    ['a photo of another type', { 'photos/p': { ...photo, mime: 'image/svg+xml' } }, 'photos/p'],
    ['a photo without bytes', { 'photos/p': { ...photo, size: 0 } }, 'photos/p'],
    ['a photo above ten megabytes', { 'photos/p': { ...photo, size: 10_000_001 } }, 'photos/p'],
    ['a photo with a wrong hash', { 'photos/p': { ...photo, sha256: 'A'.repeat(64) } }, 'photos/p'],
    ['a photo with its place', { 'photos/p': { ...photo, gps: '48,2' } }, 'photos/p'],
    ['a sound where a photo belongs', { 'photos/p': sound }, 'photos/p'],
    ['a photo where a sound belongs', { 'memos/m/sound': photo }, 'memos/m/sound'],
    ['a film as a memo', { 'memos/m/sound': { ...sound, mime: 'video/webm' } }, 'memos/m/sound'],
    ['a page as a memo', { 'memos/m/sound': { ...sound, mime: 'text/html' } }, 'memos/m/sound'],
    [
      'a memo with more than a type',
      { 'memos/m/sound': { ...sound, mime: 'audio/webm;codecs=opus' } },
      'memos/m/sound',
    ],
    [
      'a memo above four megabytes',
      { 'memos/m/sound': { ...sound, size: 4_000_001 } },
      'memos/m/sound',
    ],
    ['a memo as words alone', { 'memos/m': 'J’ai vendu.' }, 'memos/m'],
    ['a memo within no memo', { 'memos/sound': sound }, 'memos/sound'],
    ['a photo as an address', { 'photos/p': 'https://example.org/p.jpg' }, 'photos/p'],
    ['a field named like a thing of JavaScript', { constructor: 'x' }, 'constructor'],
  ])('in a week: %s', (_, set, field) => {
    expect(readOperation({ ...patch, set })).toEqual(invalid(field))
  })

  it.each<[string, object, string]>([
    ['a date that does not exist', { date: '2026-02-30' }, 'date'],
    ['an action without a part', { 'actions/a': 'Relancer' }, 'actions/a'],
    ['a part that an action has not', { 'actions/a/price': '3' }, 'actions/a/price'],
    ['a part of a part', { 'actions/a/label/fr': 'Relancer' }, 'actions/a/label/fr'],
    ['an action named __proto__', { 'actions/__proto__/label': 'x' }, 'actions/__proto__/label'],
    ['a removal that is a text', { 'actions/a/removed': 'yes' }, 'actions/a/removed'],
    ['an owner who is none', { 'actions/a/owner': 'guardian' }, 'actions/a/owner'],
  ])('in a visit: %s', (_, set, field) => {
    expect(readOperation({ ...aPatch(visit, { place: 'x' }), set })).toEqual(invalid(field))
  })

  it.each<[string, unknown, string]>([
    ['a section of nobody', { party: 'boss' }, 'party'],
    ['a section of no interview', { interview: 'x' }, 'interview'],
  ])('in a section: %s', (_, set, field) => {
    const body = { ...aPatch(unwritten('section'), { progress: 'x' }), set }
    expect(readOperation(body)).toEqual(invalid(field))
  })

  it.each([0, 5, 2.5, -1])(
    'in a survey: an answer of %d, which would move every average',
    (level) => {
      const answered = aPatch(unwritten('survey'), { 'answers/pace/level': level })
      expect(readOperation(answered)).toEqual(invalid('answers/pace/level'))
    },
  )

  it('in an interview: hashes that only a freeze may write', () => {
    const set = { 'sections/master': HASH }
    expect(readOperation(aPatch(unwritten('interview'), set))).toEqual(invalid('sections/master'))
  })

  it.each<[string, object, string]>([
    ['a return without a hash', { ...aReturn(week), hash: undefined }, 'hash'],
    ['a return with half a hash', { ...aReturn(week), hash: 'abc' }, 'hash'],
    ['a reason that is no text', { ...aReturn(week), reason: null }, 'reason'],
    ['a reason of 10 001 characters', aReturn(week, 'x'.repeat(10_001)), 'reason'],
    ['a signature of 4 001 characters', { ...aSignature(week), jws: 'x'.repeat(4_001) }, 'jws'],
    ['a signature that forgot its key', { ...aSignature(week), jws: undefined }, 'jws'],
    ['a freeze with a section of the guardian', aFreeze(week, { guardian: HASH }), 'sections'],
    ['a freeze with a section that is no hash', aFreeze(week, { master: 'x' }), 'sections.master'],
    ['a resolve of no alternative', { ...aResolve(week, 'told', []), drop: 'all' }, 'drop'],
    ['a submit that sets something', { ...anAct('submit', week), set: { told: 'x' } }, ''],
  ])('%s', (_, body, field) => {
    expect(readOperation(body)).toEqual(invalid(field))
  })

  it('a field named __proto__ is refused and not dropped', () => {
    const body = `{${JSON.stringify(patch).slice(1, -1).replace('"told"', '"__proto__":"x","told"')}}`
    const travelled = JSON.parse(body) as typeof patch
    expect(Object.keys(travelled.set)).toContain('__proto__')
    expect(readOperation(travelled).ok).toBe(false)
  })
})

it('what is read is what the domain decides on', () => {
  expectTypeOf<Extract<ReadOperation, { ok: true }>['operation']>().toEqualTypeOf<Operation>()
})

function ticks(count: number): [string, true][] {
  return Array.from({ length: count }, (_, n) => [`tasks/t${n}`, true])
}
