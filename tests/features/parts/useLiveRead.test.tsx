import { act, renderHook, waitFor } from '@testing-library/react'
import { beforeEach, expect, it, vi } from 'vitest'
import type { DocumentId } from '#domain/identifiers.ts'
import { useLiveRead } from '#features/parts/useLiveRead.ts'
import type { LogbookDb } from '#store/database.ts'
import { findDocument } from '#store/documents.ts'
import { findOwnDevice } from '#store/device.ts'
import { everything } from '#store/tables.ts'
import { aWeek, logbookId, nextId } from '#tests/support/builders.ts'
import { aDatabase, hold, pulledAs } from '#tests/store/aDatabase.ts'

let db: LogbookDb

beforeEach(async () => {
  db = aDatabase()
  await findOwnDevice(db)
})

const find = async (from: LogbookDb, id: DocumentId) =>
  (await findDocument(from, { kind: 'entry', logbookId, id }))?.state ?? 'none'
const holdWeek = (id: DocumentId, state: 'draft' | 'submitted') =>
  hold(db, pulledAs({ ...aWeek(state), id }))

const shows = (result: { readonly current: unknown }, value: string) =>
  waitFor(() => {
    expect(result.current).toBe(value)
  })

it('shows what is there, and what is there later', async () => {
  const id = nextId<DocumentId>()
  const { result } = renderHook(() => useLiveRead(db, (db) => find(db, id), [id]))
  expect(result.current).toBeUndefined()
  await shows(result, 'none')
  await act(() => holdWeek(id, 'submitted'))
  await shows(result, 'submitted')
})

it('reads once when it opens', async () => {
  const read = vi.fn((from: LogbookDb) => find(from, nextId()))
  const { result } = renderHook(() => useLiveRead(db, read, []))
  await shows(result, 'none')
  expect(read).toHaveBeenCalledTimes(1)
})

it('begins with what is known already, and is not drawn again for the same', async () => {
  const drawn = vi.fn()
  const known = ['known']
  const { result } = renderHook(() => {
    drawn()
    return useLiveRead(
      db,
      async (db) => {
        await find(db, nextId())
        return known
      },
      [],
      known,
    )
  })
  expect(result.current).toBe(known)
  const { length: before } = drawn.mock.calls
  await act(() => holdWeek(nextId(), 'draft'))
  await act(() => new Promise((resolve) => setTimeout(resolve, 30)))
  expect(drawn).toHaveBeenCalledTimes(before)
})

it('goes on showing the last answer until another one is there, and never an older one again', async () => {
  const ids = { first: nextId<DocumentId>(), second: nextId<DocumentId>() }
  await holdWeek(ids.first, 'draft')
  await holdWeek(ids.second, 'submitted')
  let release: (() => void) | null = null
  const { result, rerender } = renderHook(
    ({ id, slow }: { id: DocumentId; slow: boolean }) =>
      useLiveRead(
        db,
        async (db) => {
          const state = await find(db, id)
          if (slow)
            await new Promise<void>((resolve) => {
              release = resolve
            })
          return state
        },
        [id],
      ),
    { initialProps: { id: ids.first, slow: true } },
  )
  await waitFor(() => {
    expect(release).not.toBeNull()
  })
  rerender({ id: ids.second, slow: false })
  await shows(result, 'submitted')
  await act(async () => {
    release?.()
    await Promise.resolve()
  })
  expect(result.current).toBe('submitted')
})

it('throws what reading has thrown, for who shows that something is wrong', async () => {
  const silent = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const failed: unknown[] = []
  renderHook(() => {
    try {
      useLiveRead(db, () => Promise.reject(new Error('broken')), [])
      return
    } catch (error) {
      failed.push(error)
      return undefined
    }
  })
  await waitFor(() => {
    expect(failed).toContainEqual(new Error('broken'))
  })
  silent.mockRestore()
})

it('a page that is left holds up nobody who writes', async () => {
  const id = nextId<DocumentId>()
  let isLeft = false
  const { result } = renderHook(() =>
    useLiveRead(
      db,
      async (db) => {
        // A browser that keeps the page does not go on with it: the read would never end.
        if (isLeft) await db.read(['packs'], (tx) => keepAsking(() => tx.packs.count(everything)))
        return find(db, id)
      },
      [id],
    ),
  )
  await shows(result, 'none')
  isLeft = true
  await act(() => holdWeek(nextId(), 'draft'))
  let isWritten = false
  const writing = holdWeek(id, 'submitted').then(() => {
    isWritten = true
  })
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(isWritten).toBe(false)
  isLeft = false
  act(() => {
    window.dispatchEvent(new Event('pagehide'))
  })
  await writing
  await shows(result, 'submitted')
})

it('a page that comes back reads again: it has heard nothing meanwhile', async () => {
  const read = vi.fn((from: LogbookDb) => find(from, nextId()))
  const { result } = renderHook(() => useLiveRead(db, read, []))
  await shows(result, 'none')
  act(() => {
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }))
  })
  await waitFor(() => {
    expect(read).toHaveBeenCalledTimes(2)
  })
})

/** A transaction that has been asked something as long as it is there. */
async function keepAsking(ask: () => Promise<unknown>): Promise<never> {
  for (;;) await ask()
}
