import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { deviceClock } from '#sync/clock.ts'

it.each([0, 1])(
  'what is to be done after %i ms is done once, and not before its turn',
  async (ms) => {
    let done = 0
    deviceClock.after(ms, () => {
      done += 1
    })
    expect(done).toBe(0)
    await wait(50)
    expect(done).toBe(1)
  },
)

it.each([0, 1])(
  'what was called off is not done after %i ms, even at the last moment',
  async (ms) => {
    let done = 0
    const callOff = deviceClock.after(ms, () => {
      done += 1
    })
    await Promise.resolve()
    callOff()
    await wait(50)
    expect(done).toBe(0)
  },
)
