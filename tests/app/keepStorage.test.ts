import { expect, it, vi } from 'vitest'
import { keepStorage } from '#app/keepStorage.ts'
import { createSyncState } from '#sync/syncState.ts'

const aStorage = (persisted = false) => ({
  persisted: vi.fn(() => Promise.resolve(persisted)),
  persist: vi.fn(() => Promise.resolve(true)),
})
const settled = () => new Promise((resolve) => setTimeout(resolve, 0))

it('the browser is asked to keep what is here after something was sent, not before, and once', async () => {
  const state = createSyncState()
  const storage = aStorage()
  keepStorage(state, storage)
  for (const phase of ['idle', 'offline', 'sending', 'offline', 'idle'] as const) {
    state.setState({ phase })
  }
  await settled()
  expect(storage.persist).not.toHaveBeenCalled()

  for (let sent = 0; sent < 2; sent += 1) {
    state.setState({ phase: 'sending' })
    state.setState({ phase: 'idle' })
    await settled()
  }
  expect(storage.persist).toHaveBeenCalledTimes(1)
})

it('a browser that said yes before, or knows no such thing, is not asked', async () => {
  const storage = aStorage(true)
  for (const each of [storage, {}]) {
    const state = createSyncState()
    keepStorage(state, each)
    state.setState({ phase: 'sending' })
    state.setState({ phase: 'idle' })
    await settled()
  }
  expect(storage.persist).not.toHaveBeenCalled()
})
