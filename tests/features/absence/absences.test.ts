import { describe, expect, it } from 'vitest'
import { absencesOf, daysTaken } from '#features/absence/absences.ts'
import type { ShownDocument } from '#store/documents.ts'
import { aBook, actor, type PersonName } from '#tests/support/builders.ts'
import { writeAbsence, writeMotive } from '#tests/support/apprenticeshipBuilders.ts'

const book = aBook()
const absence = writeAbsence(book, 'published')
const motive = writeMotive(book, absence, 'centre', 'signed')
const shown = (document: typeof absence): ShownDocument => ({ ...document, waiting: false })
const seenBy = (who: PersonName) => absencesOf([shown(absence)], [motive], actor(who))[0]

describe('an absence on a screen', () => {
  it('has its motive and who saw the proof for the side that it was told to', () => {
    expect(seenBy('trainer')?.told.centre).toMatchObject({
      motive: 'illness',
      proofSeen: { by: actor('coordinator').personId },
    })
  })

  it('has none for the other side, even where the device should hold it', () => {
    expect(seenBy('master')?.told).toEqual({})
    expect(seenBy('guardian')?.told).toEqual({})
    expect(seenBy('master')?.halfDays).toHaveLength(2)
  })

  it('a proof of an earlier motive is none of the one that is told now', () => {
    const again = {
      ...motive,
      versions: [...motive.versions, ...motive.versions.map((each) => ({ ...each, number: 2 }))],
    }
    const [first] = absencesOf([shown(absence)], [again], actor('coordinator'))
    expect(first?.told.centre?.proofSeen).toBeNull()
  })

  it('the latest comes first', () => {
    const later = writeAbsence(aBook(), 'published', {
      'halfDays/2025-11-03.am': null,
      'halfDays/2025-11-03.pm': null,
      'halfDays/2025-12-01.am': true,
    })
    const list = absencesOf([shown(absence), shown(later)], [], actor('apprentice'))
    expect(list.map(({ halfDays }) => halfDays[0]?.date)).toEqual(['2025-12-01', '2025-11-03'])
  })
})

describe('days taken for a reason', () => {
  const taken = (reason: 'illness' | 'exam-leave', since: string, document = absence) =>
    daysTaken(absencesOf([shown(document)], [motive], actor('coordinator')), reason, since)

  it('are those of that reason, each once, in the contract that runs', () => {
    expect(taken('illness', '2025-09-01')).toEqual(['2025-11-03'])
    expect(taken('illness', '2025-11-04')).toEqual([])
    expect(taken('exam-leave', '2025-09-01')).toEqual([])
  })

  it('are none of an absence that was cancelled', () => {
    const versions = absence.versions.map((each) => ({
      ...each,
      content: { ...each.content, cancelled: 'yes' },
    }))
    expect(taken('illness', '2025-09-01', { ...absence, versions })).toEqual([])
  })
})
