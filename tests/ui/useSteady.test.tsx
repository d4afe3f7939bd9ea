import { renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useSteady } from '#ui/useSteady.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})

it('what a page shows first can be acted on at once', () => {
  const { result } = renderHook(() => useSteady('week 42, week 43'))
  expect(result.current()).toBe(true)
})

it('what has just come in the place of something else cannot, until it was there to be seen', () => {
  const { result, rerender } = renderHook(useSteady, { initialProps: 'week 42, week 43' })
  vi.advanceTimersByTime(5_000)
  rerender('week 43')
  expect(result.current()).toBe(false)
  vi.advanceTimersByTime(400)
  expect(result.current()).toBe(false)
  // Drawn again as it is: it has not moved.
  rerender('week 43')
  vi.advanceTimersByTime(500)
  expect(result.current()).toBe(true)
})
