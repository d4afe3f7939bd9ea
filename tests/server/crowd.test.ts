import { expect, it } from 'vitest'
import { createCrowd } from '#server/crowd.ts'

/** A crowd by a clock that one sets. */
function aCrowd() {
  let now = 1_000_000
  const crowd = createCrowd(() => now)
  return {
    turnAway: (count: number) => Array.from({ length: count }, crowd.add).at(-1),
    pass: (ms: number) => {
      now += ms
    },
  }
}

it('the more are turned away together, the later the last of them is asked to come back', () => {
  const { turnAway } = aCrowd()
  expect(turnAway(1)).toBe(1)
  expect(turnAway(24)).toBe(1)
  expect(turnAway(975)).toBe(40)
})

it('nobody is sent away for longer than three minutes', () => {
  expect(aCrowd().turnAway(50_000)).toBe(180)
})

it('a crowd that is still to come back is not forgotten after ten seconds', () => {
  const { turnAway, pass } = aCrowd()
  turnAway(1_000)
  pass(11_000)
  expect(turnAway(1)).toBe(40)
})

it('once it is gone, who comes alone waits no longer than before', () => {
  const { turnAway, pass } = aCrowd()
  turnAway(1_000)
  pass(21_000)
  expect(turnAway(1)).toBe(1)
})
