import { describe, expect, it } from 'vitest'
import { holds, segments, type Span } from '#domain/contract/segments.ts'

const march = { start: '2026-03-01', end: '2026-03-31' }
const span = (from: string, until: string | null): Span => ({ from, until })

describe('a period is cut where something begins or ends', () => {
  it.each<[string, Span[], string[]]>([
    ['nothing', [], ['01-31']],
    ['a span within', [span('2026-03-10', '2026-03-19')], ['01-09', '10-19', '20-31']],
    ['a span of one day', [span('2026-03-10', '2026-03-10')], ['01-09', '10-10', '11-31']],
    ['a span without an end', [span('2026-03-10', null)], ['01-09', '10-31']],
    ['a span that covers all', [span('2026-02-01', '2026-04-30')], ['01-31']],
    ['the very period', [span('2026-03-01', '2026-03-31')], ['01-31']],
    ['its last day', [span('2026-03-31', null)], ['01-30', '31-31']],
    [
      'spans that meet, told backwards',
      [span('2026-03-20', null), span('2026-03-10', '2026-03-19')],
      ['01-09', '10-19', '20-31'],
    ],
    [
      'spans that begin on one day',
      [span('2026-03-10', null), span('2026-03-10', '2026-03-19')],
      ['01-09', '10-19', '20-31'],
    ],
    ['a span backwards', [span('2026-03-20', '2026-03-10')], ['01-31']],
  ])('%s', (_, spans, pieces) => {
    const days = segments(march, spans).map(({ start, end }) => `${start.slice(8)}-${end.slice(8)}`)
    expect(days).toEqual(pieces)
  })

  it('a period backwards has no piece', () => {
    expect(segments({ start: '2026-03-02', end: '2026-03-01' }, [])).toEqual([])
  })
})

describe('a span holds its first and its last day', () => {
  it.each([
    ['2026-03-09', false],
    ['2026-03-10', true],
    ['2026-03-19', true],
    ['2026-03-20', false],
  ])('%s: %s', (day, held) => {
    expect(holds(span('2026-03-10', '2026-03-19'), day)).toBe(held)
  })
})
