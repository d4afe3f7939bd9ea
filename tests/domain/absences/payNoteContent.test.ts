import { expect, it } from 'vitest'
import { payNoteContent, readPayNote, samePayNote } from '#domain/absences/payNoteContent.ts'

const note = {
  month: '2025-11',
  minutes: { maintained: 420, insurance: 210, undecided: 0, deductible: 25 },
}

it('a note that travels says the same when it arrives', () => {
  expect(readPayNote(payNoteContent(note))).toEqual(note)
})

it('what was not written is no minute, and no month is taken for another', () => {
  const empty = readPayNote({ month: '2025-11-01' })
  expect(empty.minutes).toEqual({ maintained: 0, insurance: 0, undecided: 0, deductible: 0 })
  expect(samePayNote(empty, note)).toBe(false)
  expect(samePayNote(note, { ...note, month: '2025-12' })).toBe(false)
  expect(samePayNote(note, readPayNote(payNoteContent(note)))).toBe(true)
})
