import { describe, expect, it } from 'vitest'
import { kinds } from '#domain/kinds.ts'
import { keepLate, merge, sameValue } from '#domain/merge.ts'
import {
  after,
  aPatch,
  aVisit,
  aWeek,
  apprentice,
  deepFreeze,
  trainer,
} from '#tests/support/builders.ts'

const ACTION = { 'actions/a/label': 'Relancer dix clients.', 'actions/a/due': '2025-12-01' }
const visit = aVisit('draft', ACTION)

describe('an action of a visit, on two devices', () => {
  const remove = aPatch(visit, { 'actions/a/removed': true })
  const edit = aPatch(visit, { 'actions/a/label': 'Relancer vingt clients.' })

  it.each([
    ['removed first', remove, edit],
    ['edited first', edit, remove],
  ])('one removes it, the other edits it: the edit wins (%s)', (_, first, second) => {
    const both = after(after(visit, first, trainer), second, trainer)
    expect(both.fields['actions/a/label']).toEqual({
      value: 'Relancer vingt clients.',
      by: edit.id,
    })
    expect(both.fields['actions/a/removed']?.value ?? null).toBeNull()
    expect(both.fields['actions/a/due']).toEqual(visit.fields['actions/a/due'])
  })

  it.each([
    ['label first', 'actions/a/label', 'actions/a/due'],
    ['date first', 'actions/a/due', 'actions/a/label'],
  ])('one changes its label, the other its date: both are kept (%s)', (_, first, second) => {
    const value = { 'actions/a/label': 'Autre.', 'actions/a/due': '2026-01-05' } as const
    const one = aPatch(visit, { [first]: value[first as keyof typeof value] })
    const two = aPatch(visit, { [second]: value[second as keyof typeof value] })
    const both = after(after(visit, one, trainer), two, trainer)
    expect(both.fields['actions/a/label']?.value).toBe('Autre.')
    expect(both.fields['actions/a/due']?.value).toBe('2026-01-05')
    expect(both.alternatives).toEqual({})
  })

  it('who saw all of it removes it', () => {
    const removed = after(
      after(visit, edit, trainer),
      aPatch(after(visit, edit, trainer), { 'actions/a/removed': true }),
      trainer,
    )
    expect(removed.fields['actions/a/removed']?.value).toBe(true)
  })

  it('who saw that it was removed and edits it on purpose leaves it removed', () => {
    const removed = after(visit, remove, trainer)
    const both = after(removed, aPatch(removed, { 'actions/a/label': 'Autre.' }), trainer)
    expect(both.fields['actions/a/removed']?.value).toBe(true)
  })

  it('one device removes what it writes in the same act: it is removed', () => {
    const patch = aPatch(visit, { 'actions/b/label': 'Erreur.', 'actions/b/removed': true })
    expect(after(visit, patch, trainer).fields['actions/b/removed']?.value).toBe(true)
  })

  it('and so it is where the part comes after “removed” in the alphabet', () => {
    const week = aWeek('draft')
    const sound = { sha256: 'c'.repeat(64), size: 9, mime: 'audio/webm' }
    const patch = aPatch(week, { 'memos/b/sound': sound, 'memos/b/removed': true })
    expect(after(week, patch, apprentice).fields['memos/b/removed']?.value).toBe(true)
  })

  it('removing another action does not touch it', () => {
    const other = aPatch(visit, { 'actions/ab/removed': true })
    const both = after(after(visit, edit, trainer), other, trainer)
    expect(both.fields['actions/ab/removed']?.value).toBe(true)
    expect(both.fields['actions/a/removed']).toBeUndefined()
  })
})

describe('what is put aside', () => {
  const week = aWeek('draft')

  it('words only: of two ticks, the latest is enough', () => {
    const one = aPatch(week, { 'tasks/salon': true })
    const two = aPatch(week, { 'tasks/salon': null })
    const both = after(after(week, one, apprentice), two, apprentice)
    expect(both.fields['tasks/salon']?.value).toBeNull()
    expect(both.alternatives).toEqual({})
  })

  it('no empty text, and no text twice', () => {
    const emptied = after(week, aPatch(week, { told: '' }), apprentice)
    expect(after(emptied, aPatch(week, { told: 'Mots.' }), apprentice).alternatives).toEqual({})

    const patches = ['Un.', 'Deux.', 'Un.', 'Trois.'].map((told) => aPatch(week, { told }))
    const all = patches.reduce((before, patch) => after(before, patch, apprentice), week)
    expect(all.alternatives['told']?.map(({ value }) => value)).toEqual(['Un.', 'Deux.'])
  })

  it('nothing when both devices wrote the same', () => {
    const one = aPatch(week, { told: 'Pareil.' })
    const two = aPatch(week, { told: 'Pareil.' })
    const both = after(after(week, one, apprentice), two, apprentice)
    expect(both.alternatives).toEqual({})
  })

  it('words that one device emptied and the other never saw', () => {
    const one = aPatch(week, { told: 'Mots.' })
    const two = aPatch(week, { told: null })
    expect(after(after(week, one, apprentice), two, apprentice).alternatives).toEqual({
      told: [{ value: 'Mots.', by: one.id }],
    })
    expect(after(after(week, two, apprentice), one, apprentice).fields['told']?.value).toBe('Mots.')
  })

  it('a photo that lost against another, known by its bytes', () => {
    const photo = (n: number) => ({ sha256: String(n).repeat(64), size: 10, mime: 'image/jpeg' })
    const one = aPatch(week, { 'photos/p': photo(1) })
    const two = aPatch(week, { 'photos/p': photo(2) })
    const both = after(after(week, one, apprentice), two, apprentice)
    expect(both.alternatives).toEqual({ 'photos/p': [{ value: photo(1), by: one.id }] })
    expect(sameValue(photo(1), { ...photo(1), size: 11 })).toBe(true)
    expect(sameValue(photo(1), photo(2))).toBe(false)
  })

  it('neither function changes the document it is given', () => {
    const patch = deepFreeze(aPatch(week, { told: 'Autre.', 'tasks/salon': true }, {}))
    const before = JSON.stringify(week)
    expect(merge(week, patch, kinds.entry).conflict).toBe(true)
    expect(keepLate(week, patch, kinds.entry).fields).toEqual(week.fields)
    expect(JSON.stringify(week)).toBe(before)
  })
})
