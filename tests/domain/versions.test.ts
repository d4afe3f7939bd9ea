import { describe, expect, it } from 'vitest'
import { canonicalJson } from '#domain/canonicalJson.ts'
import { decide } from '#domain/decide.ts'
import type { DocumentId, LogbookId, PersonId } from '#domain/identifiers.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import type { Operation } from '#domain/operation.ts'
import { versionHash, versionStatement } from '#domain/versions.ts'
import {
  after,
  anAct,
  anUnwrittenWeek,
  aPatch,
  apprentice,
  aVisit,
  aWeek,
  lastHash,
  trainer,
  WEEK,
} from '#tests/support/builders.ts'

/** What `operation` comes to, without the document. */
function verdictOf(document: LogbookDocument | null, operation: Operation, who = apprentice) {
  const { document: _document, ...verdict } = decide(document, operation, who)
  return verdict
}

const rejected = (code: string) => ({ verdict: 'rejected', code })
const applied = { verdict: 'applied' }

describe('what a document needs', () => {
  const without = (set: object) =>
    after(null, aPatch(anUnwrittenWeek(), { week: WEEK, ...set }), apprentice)

  it.each([
    ['nothing told and nothing ticked', {}, 'incomplete'],
    ['nothing but spaces', { told: ' \u00a0\n' }, 'incomplete'],
    ['a tick that was taken back', { 'tasks/salon': null }, 'incomplete'],
    ['a skill, but no task and no word', { 'skills/B1.C1.1': true }, 'incomplete'],
    ['4 001 characters', { told: 'x'.repeat(4_001) }, 'too-long'],
    [
      'seven photos',
      {
        told: 'Salon.',
        ...Object.fromEntries(
          Array.from({ length: 7 }, (_, n) => [
            `photos/p${n}`,
            { sha256: String(n).repeat(64), size: 1, mime: 'image/jpeg' },
          ]),
        ),
      },
      'too-many',
    ],
  ])('a week with %s cannot be sent, and the draft keeps it all', (_, set, code) => {
    const draft = without(set)
    const decision = decide(draft, anAct('submit', draft), apprentice)
    expect(decision).toEqual({ ...rejected(code), document: draft })
    expect(decision.document).toBe(draft)
    for (const [key, value] of Object.entries(set)) expect(draft.fields[key]?.value).toEqual(value)
  })

  it.each([
    ['4 000 characters', { told: 'x'.repeat(4_000) }],
    ['a tick alone', { 'tasks/salon': true }],
  ])('a week with %s can be sent', (_, set) => {
    const draft = without(set)
    expect(verdictOf(draft, anAct('submit', draft))).toEqual(applied)
  })

  it('a draft keeps 100 000 characters', () => {
    expect(without({ told: 'x'.repeat(100_000) }).fields['told']?.value).toHaveLength(100_000)
  })

  it('a visit with 21 actions is not published; a removed one does not count', () => {
    const actions = Array.from({ length: 21 }, (_, n) => [`actions/a${n}/label`, `Action ${n}`])
    const visit = aVisit('draft', Object.fromEntries(actions) as Record<string, string>)
    expect(verdictOf(visit, anAct('publish', visit), trainer)).toEqual(rejected('too-many'))

    const fewer = after(visit, aPatch(visit, { 'actions/a0/removed': true }), trainer)
    const published = after(fewer, anAct('publish', fewer), trainer)
    expect(Object.keys(published.versions[0]?.content ?? {})).not.toContain('actions/a0/label')
    expect(Object.keys(published.versions[0]?.content ?? {})).toContain('actions/a20/label')
  })

  it('text is stored composed, so that two keyboards give one hash', () => {
    const composed = without({ told: '\u00e9t\u00e9\0 \ud800' })
    const decomposed = without({ told: 'e\u0301te\u0301 \ufffd' })
    expect(composed.fields['told']?.value).toBe('\u00e9t\u00e9 \ufffd')
    const hashes = [composed, decomposed].map((each) =>
      lastHash(after(each, anAct('submit', each), apprentice)),
    )
    expect(hashes[0]).toBe(hashes[1])
  })
})

describe('the hash of a version', () => {
  const document = {
    logbookId: '019a0000-0000-7000-8000-000000000001' as LogbookId,
    id: '019a5b00-0000-7000-8000-000000000001' as DocumentId,
    kind: 'entry',
    author: '019a0001-0000-7000-8000-000000000000' as PersonId,
  } as const
  const content = {
    week: '2025-W45',
    told: 'Été\u00a0: «\u00a0prospection\u00a0» \u{1f600}',
    'tasks/salon': true,
  }

  // Signed once, checked for ever: an export of today must still verify in ten years.
  it.each([
    [1, {}, 'b0436cf28f9bbba137e7007954722994fbcbd8e94aeeeb123d33cd31188361fd'],
    [1, content, '749671bc3f40c0c54ee61769490cd56eabc1074f7b87fd198e9fe1c5de91e00a'],
    [2, content, 'bfa59a1c1b52eecc77376fcff7a5e2a826c15ce5e2d46d76109fdd41490ee48b'],
    [
      1,
      { ...content, 'photos/p1': { sha256: 'a'.repeat(64), size: 12_345, mime: 'image/jpeg' } },
      'f2f46f097a65046aa5b402e84b05c74ec91ae3ac4cf0fbd0caa567b9aeee1099',
    ],
  ])('is for ever what it was: version %i of %o', (number, words, hash) => {
    expect(versionHash(document, { number, content: words })).toBe(hash)
  })

  it('is taken over these bytes', () => {
    expect(canonicalJson(versionStatement(document, { number: 1, content }))).toBe(
      '{"author":"019a0001-0000-7000-8000-000000000000","content":{"tasks/salon":true,"told":"Été\u00a0: «\u00a0prospection\u00a0» \u{1f600}","week":"2025-W45"},"document":"019a5b00-0000-7000-8000-000000000001","kind":"entry","logbook":"019a0000-0000-7000-8000-000000000001","version":1}',
    )
  })

  it.each([
    ['the logbook', { logbookId: document.id as string as LogbookId }],
    ['the document', { id: document.author as string as DocumentId }],
    ['the kind', { kind: 'note' as const }],
    ['the author', { author: document.id as string as PersonId }],
  ])('is another one when %s is another', (_, change) => {
    const version = { number: 1, content }
    expect(versionHash({ ...document, ...change }, version)).not.toBe(
      versionHash(document, version),
    )
  })

  it('does not depend on the order in which the fields were written', () => {
    const turned = Object.fromEntries(Object.entries(content).reverse())
    const one = versionHash(document, { number: 1, content })
    expect(versionHash(document, { number: 1, content: turned })).toBe(one)
  })

  it('can be computed again from the document alone', () => {
    const sent = aWeek('submitted')
    expect(sent.versions.map((version) => versionHash(sent, version))).toEqual([lastHash(sent)])
  })

  it('never changes: a newer version leaves the older one as it is', () => {
    const sent = aWeek('submitted')
    const open = after(sent, anAct('withdraw', sent), apprentice)
    const again = after(open, anAct('submit', open), apprentice)
    expect(again.versions[0]).toBe(sent.versions[0])
    expect(again.versions.map(({ number }) => number)).toEqual([1, 2])
    expect(again.versions[1]?.hash).not.toBe(sent.versions[0]?.hash)
  })
})
