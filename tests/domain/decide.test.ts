import { describe, expect, it } from 'vitest'
import { decide, relatedIds, sectionIdOf } from '#domain/decide.ts'
import { documentIdOf } from '#domain/documentId.ts'
import type { OperationId } from '#domain/identifiers.ts'
import { openReturn, type LogbookDocument } from '#domain/logbookDocument.ts'
import type { Operation } from '#domain/operation.ts'
import {
  aBook,
  aFreeze,
  after,
  anAct,
  anUnwrittenWeek,
  aPatch,
  apprentice,
  aResolve,
  aReturn,
  aSignature,
  aVisit,
  aWeek,
  actor,
  lastHash,
  logbookId,
  master,
  NOW,
  trainer,
  unwritten,
  WEEK,
} from '#tests/support/builders.ts'

/** What `operation` comes to, without the document. */
function verdictOf(document: LogbookDocument | null, operation: Operation, who = apprentice) {
  const { document: _document, ...verdict } = decide(document, operation, who)
  return verdict
}

const rejected = (code: string) => ({ verdict: 'rejected', code })
const merged = (code: string) => ({ verdict: 'merged', code })
const applied = { verdict: 'applied' }

describe('an apprentice with a phone and a laptop', () => {
  const draft = aWeek('draft')
  const phone = aPatch(draft, { told: 'Mots du téléphone.' })
  const laptop = aPatch(draft, { told: 'Mots de l’ordinateur.' })

  it.each([
    ['phone first', phone, laptop],
    ['laptop first', laptop, phone],
  ])('changes the same field on both: both wordings stay (%s)', (_, first, second) => {
    const week = after(draft, first, apprentice)
    expect(verdictOf(week, second)).toEqual(merged('both-kept'))

    const both = after(week, second, apprentice)
    expect(both.fields['told']).toEqual({ value: second.set['told'], by: second.id })
    expect(both.alternatives).toEqual({ told: [{ value: first.set['told'], by: first.id }] })
  })

  const told = aPatch(draft, { told: 'Mots du téléphone.' })
  const feeling = aPatch(draft, { feeling: 'good' })
  it.each([
    ['words first', told, feeling],
    ['feeling first', feeling, told],
  ])('changes two fields: nothing is put aside (%s)', (_, first, second) => {
    const week = after(draft, first, apprentice)
    expect(verdictOf(week, second)).toEqual(applied)
    expect(after(week, second, apprentice)).toEqual({
      ...draft,
      fields: {
        ...draft.fields,
        told: { value: 'Mots du téléphone.', by: told.id },
        feeling: { value: 'good', by: feeling.id },
      },
    })
  })

  it('begins the same week on both without a network: it is one entry, with both wordings', () => {
    const unwrittenWeek = anUnwrittenWeek()
    const one = aPatch(unwrittenWeek, { week: WEEK, told: 'Sur le téléphone.' })
    const two = aPatch(unwrittenWeek, { week: WEEK, told: 'Sur l’ordinateur.' })

    const week = after(after(null, one, apprentice), two, apprentice)

    expect(week).toMatchObject({ id: one.documentId, state: 'draft', author: apprentice.personId })
    expect(week.alternatives).toEqual({ told: [{ value: 'Sur le téléphone.', by: one.id }] })
  })

  it('drops a wording she looked at, and only that one', () => {
    const week = after(after(after(draft, phone, apprentice), laptop, apprentice), told, apprentice)
    const [first, second] = week.alternatives['told'] ?? []
    expect([first?.by, second?.by]).toEqual([phone.id, laptop.id])

    const resolved = after(week, aResolve(week, 'told', [phone.id]), apprentice)
    expect(resolved).toEqual({ ...week, alternatives: { told: [second] } })
    const done = after(resolved, aResolve(week, 'told', [laptop.id]), apprentice)
    expect(done).toEqual({ ...week, alternatives: {} })
  })

  it.each(['constructor', '__proto__', 'toString', 'nothing'])(
    'resolves the key %s, under which nothing was put aside: nothing happens',
    (key) => {
      expect(after(draft, aResolve(draft, key, [phone.id]), apprentice)).toEqual(draft)
    },
  )
})

describe('an edit that comes after the week was sent', () => {
  const draft = aWeek('draft')
  const late = aPatch(draft, { told: 'Encore dans le train.', 'tasks/salon': true })
  const submit = anAct('submit', draft)

  it('is kept as an alternative, and what was sent stays', () => {
    const sent = after(draft, submit, apprentice)
    expect(verdictOf(sent, late)).toEqual(merged('late'))
    expect(after(sent, late, apprentice)).toEqual({
      ...sent,
      alternatives: { told: [{ value: 'Encore dans le train.', by: late.id }] },
    })
  })

  it('the other way round, it is sent with the week', () => {
    const sent = after(after(draft, late, apprentice), submit, apprentice)
    expect(sent.versions.at(-1)?.content).toEqual({
      week: WEEK,
      told: 'Encore dans le train.',
      'tasks/prospection': true,
      'tasks/salon': true,
    })
    expect(sent.alternatives).toEqual({})
  })

  it('says nothing new: nothing is put aside', () => {
    const sent = after(draft, submit, apprentice)
    const same = aPatch(draft, { told: draft.fields['told']?.value ?? null })
    expect(after(sent, same, apprentice)).toEqual(sent)
  })
})

describe('the master acts while the apprentice takes the week back', () => {
  const sent = aWeek('submitted')
  const withdraw = anAct('withdraw', sent)

  it('signing after the withdrawal is kept on that version, and the draft stays a draft', () => {
    const sign = aSignature(sent)
    const withdrawn = after(sent, withdraw, apprentice)
    expect(verdictOf(withdrawn, sign, master)).toEqual(merged('superseded'))
    const week = after(withdrawn, sign, master)
    expect(week.state).toBe('draft')
    expect(week.signatures).toMatchObject([{ version: 1, hash: lastHash(sent), role: 'master' }])
  })

  it('signing before the withdrawal holds, and the withdrawal is refused', () => {
    const signed = after(sent, aSignature(sent), master)
    expect(signed.state).toBe('signed')
    expect(verdictOf(signed, withdraw)).toEqual(rejected('wrong-state'))
  })

  it('returning after the withdrawal: the reason reaches the apprentice all the same', () => {
    const back = aReturn(sent, 'Quel prospect\u202f?')
    const withdrawn = after(sent, withdraw, apprentice)
    expect(verdictOf(withdrawn, back, master)).toEqual(merged('superseded'))
    const week = after(withdrawn, back, master)
    expect(week.state).toBe('draft')
    expect(openReturn(week)).toEqual({
      version: 1,
      reason: 'Quel prospect\u202f?',
      person: master.personId,
      role: 'master',
      at: NOW,
      by: back.id,
    })
  })

  it('returning before the withdrawal: the week is a draft, and nothing is left to withdraw', () => {
    const returned = after(sent, aReturn(sent), master)
    expect(returned.state).toBe('draft')
    expect(verdictOf(returned, withdraw)).toEqual(rejected('wrong-state'))
  })

  it('a return of an older version moves nothing of the newer one', () => {
    const again = after(after(sent, withdraw, apprentice), anAct('submit', sent), apprentice)
    const back = aReturn(sent)
    expect(verdictOf(again, back, trainer)).toEqual(merged('superseded'))
    const week = after(again, back, trainer)
    expect(week.state).toBe('submitted')
    expect(week.returns).toMatchObject([{ version: 1, role: 'trainer' }])
    expect(openReturn(week)).toBeNull()
  })

  it('a return that comes after the signature asks for nothing', () => {
    const signed = after(sent, aSignature(sent), master)
    const week = after(signed, aReturn(sent), trainer)
    expect(week).toMatchObject({ state: 'signed', returns: [{ version: 1, role: 'trainer' }] })
    expect(openReturn(week)).toBeNull()
  })

  it('returned by two people, the reasons of both are kept in their order', () => {
    const week = after(after(sent, aReturn(sent, 'Un.'), master), aReturn(sent, 'Deux.'), trainer)
    expect(week.returns.map(({ reason, role }) => [reason, role])).toEqual([
      ['Un.', 'master'],
      ['Deux.', 'trainer'],
    ])
  })

  it('an answered return no longer waits for an answer', () => {
    const returned = after(sent, aReturn(sent), master)
    const again = after(returned, anAct('submit', returned), apprentice)
    expect(openReturn(after(again, anAct('withdraw', again), apprentice))).toBeNull()
  })

  it.each([
    ['no reason', '', 'no-reason'],
    ['a reason of spaces', ' \u00a0\n', 'no-reason'],
    ['a reason of zero characters that count', '\0', 'no-reason'],
    ['a reason of 501 characters', 'x'.repeat(501), 'too-long'],
  ])('a return with %s is refused', (_, reason, code) => {
    expect(verdictOf(sent, aReturn(sent, reason), master)).toEqual(rejected(code))
  })

  it('a reason of 500 characters is kept, without the spaces around it', () => {
    const week = after(sent, aReturn(sent, ` ${'x'.repeat(500)} `), master)
    expect(week.returns[0]?.reason).toBe('x'.repeat(500))
  })
})

describe('the name of a document', () => {
  const rename = rejected('wrong-identity')

  it('an entry under the id of no week at all is refused', () => {
    const target = unwritten('entry', documentIdOf(logbookId, 'entry', []))
    expect(verdictOf(null, aPatch(target, { told: 'Mots.' }))).toEqual(rename)
  })

  it('an entry under the id of another week is refused', () => {
    const patch = aPatch(anUnwrittenWeek('2025-W46'), { week: WEEK, told: 'Mots.' })
    expect(verdictOf(null, patch)).toEqual(rename)
  })

  it('an entry whose week nobody said is refused', () => {
    expect(verdictOf(null, aPatch(anUnwrittenWeek(), { told: 'Mots.' }))).toEqual(rename)
  })

  it.each([['2025-W46'], [null]])('an entry cannot change its week to %s', (week) => {
    const draft = aWeek('draft')
    expect(verdictOf(draft, aPatch(draft, { week }))).toEqual(rename)
  })

  it('an entry under a name-based id of another logbook is refused', () => {
    const id = documentIdOf(actor('apprentice', 'elsewhere').logbookId, 'entry', [WEEK])
    const patch = aPatch(unwritten('entry', id), { week: WEEK, told: 'Mots.' })
    expect(verdictOf(null, patch)).toEqual(rename)
  })

  it.each(['master', 'coordinator', null])(
    'an apprentice cannot write the section of %s',
    (party) => {
      const { interview } = { interview: unwritten('interview') }
      const id = documentIdOf(logbookId, 'section', [interview.id, party ?? 'apprentice'])
      const patch = aPatch(unwritten('section', id), {
        interview: interview.id,
        party,
        progress: 'x',
      })
      expect(verdictOf(null, patch)).toEqual(rename)
    },
  )

  it('an operation on a document of another kind is refused', () => {
    const visit = aVisit('draft')
    const patch = aPatch({ ...visit, kind: 'note' }, { text: 'Mots.' })
    expect(decide(visit, patch, trainer)).toEqual({ ...rejected('not-allowed'), document: visit })
  })
})

describe('throwing a draft away', () => {
  const draft = aVisit('draft')
  const discard = anAct('discard', draft)
  const edit = aPatch(draft, { observations: 'Des mots de plus.' })

  it('an edit that comes after it wins: the draft is back with its words', () => {
    const visit = after(after(draft, discard, trainer), edit, trainer)
    expect(visit.state).toBe('draft')
    expect(visit.fields['observations']).toEqual({ value: 'Des mots de plus.', by: edit.id })
    expect(visit.fields['date']).toEqual(draft.fields['date'])
  })

  it('after an edit it still holds the words, and the next edit brings them back', () => {
    const visit = after(after(draft, edit, trainer), discard, trainer)
    expect(visit.state).toBe('discarded')
    expect(visit.fields['observations']?.value).toBe('Des mots de plus.')
  })

  it('what others have read does not disappear', () => {
    const amended = aVisit('amended')
    expect(verdictOf(amended, anAct('discard', amended), trainer)).toEqual(rejected('wrong-state'))
  })
})

describe('which other documents a decision needs', () => {
  it('an entry, a visit and a note: none', () => {
    const week = aWeek('draft')
    expect(relatedIds(week, anAct('submit', week))).toEqual([])
    expect(relatedIds(null, aPatch(unwritten('note'), { text: 'Mots.' }))).toEqual([])
  })

  it('a section: its interview, also before its first line', () => {
    const interview = unwritten('interview')
    const id = sectionIdOf({ ...interview, logbookId }, 'apprentice')
    const set = { interview: interview.id, party: 'apprentice', progress: 'Mots.' }
    const first = aPatch(unwritten('section', id), set)
    expect(relatedIds(null, first)).toEqual([interview.id])
    const section = after(null, first, apprentice)
    expect(relatedIds(section, anAct('submit', section))).toEqual([interview.id])
  })

  it('freezing: the sections it names', () => {
    const book = aBook()
    const interview = book.must(aPatch(unwritten('interview'), { type: 'formative' }), trainer)
    const freeze = aFreeze(interview, { apprentice: 'a'.repeat(64), trainer: 'b'.repeat(64) })
    expect(relatedIds(interview, freeze)).toEqual([
      sectionIdOf(interview, 'apprentice'),
      sectionIdOf(interview, 'trainer'),
    ])
    expect(relatedIds(null, freeze)).toEqual([])
  })
})

it('an id that was dropped is any: it need not exist', () => {
  const draft = aWeek('draft')
  const unknown = '019a5b00-0000-7000-8000-ffffffffffff' as OperationId
  expect(verdictOf(draft, aResolve(draft, 'told', [unknown]))).toEqual(applied)
})
