import { describe, expect, it } from 'vitest'
import type { LogbookId } from '#domain/identifiers.ts'
import type { WeekState, WeekStatus } from '#domain/weekStates.ts'
import { cohortOf, marksOf } from '#features/follow/cohort.ts'
import { logbookId, logbooks } from '#tests/support/builders.ts'

const week = (name: string, state: WeekState): WeekStatus => ({
  ...{ week: name, state, place: 'mixed', documentId: null },
})
const apprentice = (name: string, id: LogbookId, weeks: readonly WeekStatus[]) => ({
  ...{ name, logbookId: id, weeks },
})

const lea = apprentice('Léa', logbookId, [
  week('2025-W40', 'signed'),
  week('2025-W41', 'sent'),
  week('2025-W42', 'none'),
])
const ines = apprentice('Inès', logbooks.elsewhere, [
  week('2025-W41', 'signed'),
  week('2025-W42', 'late'),
  week('2025-W43', 'empty'),
])

describe('everybody on one axis', () => {
  it('begins with the first contract, ends with the last, and each week stands in its column', () => {
    const { weeks, rows } = cohortOf([lea, ines], '2025-W42')

    expect(weeks).toEqual(['2025-W40', '2025-W41', '2025-W42', '2025-W43'])
    expect(rows.map((row) => row.weeks.map((each) => each?.state ?? null))).toEqual([
      ['signed', 'sent', 'none', null],
      [null, 'signed', 'late', 'empty'],
    ])
  })

  it('goes over the new year without a gap or a week too much', () => {
    const late = apprentice('Léa', logbookId, [week('2020-W52', 'none'), week('2021-W02', 'none')])
    // 2020 has 53 weeks.
    expect(cohortOf([late], '2021-W02').weeks).toEqual([
      '2020-W52',
      '2020-W53',
      '2021-W01',
      '2021-W02',
    ])
  })

  it('counts for each what is expected by today, and not what is to come', () => {
    const { rows, counts } = cohortOf([lea, ines], '2025-W42')

    expect(rows.map((row) => row.counts)).toEqual([
      { expected: 2, signed: 1, sent: 1, kept: 0, late: 0, returned: 0 },
      { expected: 2, signed: 1, sent: 0, kept: 0, late: 1, returned: 0 },
    ])
    expect(counts).toEqual({ expected: 4, signed: 2, sent: 1, kept: 0, late: 1, returned: 0 })
  })

  it('says for each week which part of what is expected is signed, and nothing where nothing is', () => {
    expect(cohortOf([lea, ines], '2025-W42').shares).toEqual([1, 0.5, 0, null])
  })

  it('is empty without anybody', () => {
    expect(cohortOf([], '2025-W42')).toMatchObject({ weeks: [], rows: [], shares: [] })
  })
})

it('marks where September, January and May begin, each once', () => {
  const weeks = cohortOf(
    [apprentice('Léa', logbookId, [week('2025-W36', 'none'), week('2026-W20', 'none')])],
    '2025-W42',
  ).weeks

  expect(marksOf(weeks)).toEqual([
    { at: 0, month: '2025-09', minor: false },
    { at: 18, month: '2026-01', minor: true },
    { at: 35, month: '2026-05', minor: true },
  ])
})

it('on an axis of three years only Septembers are marked: more would stand on each other', () => {
  const { weeks } = cohortOf(
    [apprentice('Léa', logbookId, [week('2025-W36', 'none'), week('2028-W35', 'none')])],
    '2025-W42',
  )

  expect(marksOf(weeks).map(({ month }) => month)).toEqual(['2025-09', '2026-09', '2027-09'])
})
