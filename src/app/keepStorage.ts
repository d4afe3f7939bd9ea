import type { SyncStateStore } from '#sync/syncState.ts'

type Storage = Partial<Pick<StorageManager, 'persist' | 'persisted'>>

/**
 * Asks the browser to keep what is on this device, once something has been sent: on the first page
 * nobody knows yet what for, and a “no” is hard to take back. Once a page; a browser that said yes
 * before is not asked again. Returns how to stop.
 */
export function keepStorage(state: SyncStateStore, storage: Storage): () => void {
  let asked = false
  return state.subscribe((now, before) => {
    if (asked || before.phase !== 'sending' || now.phase !== 'idle') return
    asked = true
    void askToKeep(storage).catch(() => undefined)
  })
}

async function askToKeep(storage: Storage): Promise<void> {
  if (await storage.persisted?.()) return
  await storage.persist?.()
}
