// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { loadPart } from '#ui/loadPart.ts'

const notFetched = () =>
  Promise.reject(new TypeError('Failed to fetch dynamically imported module: /assets/notes.js'))

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A part that can be had from the `nth` try on. */
const aPart = (nth: number) => {
  const load = vi.fn(() => (load.mock.calls.length < nth ? notFetched() : Promise.resolve('part')))
  return load
}

it('what is there is loaded once', async () => {
  const load = aPart(1)
  expect(await loadPart(load)).toBe('part')
  expect(load).toHaveBeenCalledOnce()
})

it.each([
  ['the network is back', () => window.dispatchEvent(new Event('online'))],
  ['somebody looks at the page', () => document.dispatchEvent(new Event('visibilitychange'))],
  ['a moment has passed', () => vi.advanceTimersByTimeAsync(2_000)],
])('what could not be had is asked for again when %s', async (_, happens) => {
  const load = aPart(2)
  const part = loadPart(load)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(load).toHaveBeenCalledOnce()

  await happens()
  expect(await part).toBe('part')
})

it('a day without a network is no storm of requests', async () => {
  const load = aPart(Infinity)
  void loadPart(load)
  await vi.advanceTimersByTimeAsync(24 * 3_600_000)
  expect(load.mock.calls.length).toBeGreaterThan(100)
  expect(load.mock.calls.length).toBeLessThan(1_500)
})

it('a part that is broken says so, instead of never coming', async () => {
  const load = vi.fn(() => Promise.reject(new TypeError('x is not a function')))
  await expect(loadPart(load)).rejects.toThrow('x is not a function')
  expect(load).toHaveBeenCalledOnce()
})

it.each([
  'error loading dynamically imported module: http://localhost/notes.js',
  'Importing a module script failed.',
])('is said differently by other browsers: %s', async (message) => {
  const load = vi.fn<() => Promise<string>>()
  load.mockRejectedValueOnce(new TypeError(message)).mockResolvedValueOnce('part')
  const part = loadPart(load)
  await vi.advanceTimersByTimeAsync(2_000)
  expect(await part).toBe('part')
})
