import { describe, expect, it } from 'vitest'
import { CHAIN_START, nextHead, sumOf, type Link } from '#domain/chain.ts'

const links: readonly Link[] = [
  { seq: 1, hash: 'a'.repeat(64), verdict: 'applied' },
  { seq: 2, hash: 'b'.repeat(64), verdict: 'rejected' },
  { seq: 3, hash: 'c'.repeat(64), verdict: 'merged' },
]
const headOf = (each: readonly Link[]) => each.reduce(nextHead, CHAIN_START)

describe('the chain of a logbook', () => {
  // Receipts carry this head: an export of today must still verify in ten years.
  it('is for ever what it was', () => {
    expect(headOf(links.slice(0, 1))).toBe(
      '6661b64c84c1d190e406fb9be4319aa7ce72fc549df7eb6228d9cf498b91627a',
    )
    expect(headOf(links)).toBe('599c2838fbd18cf7f71a604e3cd913104686719fe32576330b850ff8a399f86c')
  })

  it('of nothing is its start', () => {
    expect(headOf([])).toBe('0'.repeat(64))
  })

  it.each<[string, readonly Link[]]>([
    ['a link left out', links.slice(1)],
    ['a link too many', [...links, { seq: 4, hash: 'd'.repeat(64), verdict: 'held' }]],
    ['two links in another order', [...links].reverse()],
    ['another verdict', links.map((link) => ({ ...link, verdict: 'applied' }))],
    ['another operation', links.map((link) => ({ ...link, hash: 'a'.repeat(64) }))],
    ['another number', links.map((link) => ({ ...link, seq: link.seq + 1 }))],
  ])('shows %s', (_, changed) => {
    expect(headOf(changed)).not.toBe(headOf(links))
  })
})

describe('the checksum of what a device holds', () => {
  const held = [
    { id: 'x', revision: 3 },
    { id: 'y', revision: 12 },
    { id: 'z', revision: 1 },
  ]

  it('is for ever what it was', () => {
    expect(sumOf(held)).toBe('9f6bacbc6d533d56be95c3e4506be2f87e2d9d2bcde71f5de6e877e0ae20dce2')
    expect(sumOf([])).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  })

  it('does not depend on the order', () => {
    expect(sumOf([...held].reverse())).toBe(sumOf(held))
  })

  it.each([
    ['one is missing', held.slice(1)],
    ['one is older', [{ id: 'x', revision: 2 }, ...held.slice(1)]],
    ['one is there twice', [...held, { id: 'x', revision: 3 }]],
    [
      'two share their revisions',
      [
        { id: 'x', revision: 12 },
        { id: 'y', revision: 3 },
        { id: 'z', revision: 1 },
      ],
    ],
  ])('shows that %s', (_, other) => {
    expect(sumOf(other)).not.toBe(sumOf(held))
  })
})
