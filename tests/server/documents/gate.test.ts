import { expect, it } from 'vitest'
import { createGate } from '#server/documents/gate.ts'

it('lets two through at once, the others in their order, and also after one has failed', async () => {
  const gate = createGate(2)
  const done: (() => void)[] = []
  const order: number[] = []
  let running = 0
  let most = 0
  const works = [0, 1, 2, 3, 4].map((number) =>
    gate(async () => {
      order.push(number)
      running += 1
      most = Math.max(most, running)
      await new Promise<void>((resolve) => done.push(resolve))
      running -= 1
      if (number === 1) throw new Error('no picture')
      return number
    }).catch(() => -1),
  )
  for (let turns = 0; turns < 5; turns += 1) {
    await new Promise((resolve) => setImmediate(resolve))
    done[turns]?.()
  }
  expect(await Promise.all(works)).toEqual([0, -1, 2, 3, 4])
  expect(order).toEqual([0, 1, 2, 3, 4])
  expect(most).toBe(2)
})
