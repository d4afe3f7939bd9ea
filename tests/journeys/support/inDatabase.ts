import { expect, type Page } from '@playwright/test'

/** Waits until the words stand in this device’s database, where no crash takes them away. */
export async function expectWritten(page: Page, words: string): Promise<void> {
  await expect.poll(() => page.evaluate(readWritten)).toContain(words)
}

/** All that this device has written, as text. Runs in the page. */
async function readWritten(): Promise<string> {
  const done = <Value>(request: IDBRequest<Value>) =>
    new Promise<Value>((resolve, reject) => {
      request.onsuccess = () => {
        resolve(request.result)
      }
      request.onerror = () => {
        reject(new Error('the database does not answer'))
      }
    })
  const rows: unknown[] = []
  for (const { name = '' } of await indexedDB.databases()) {
    if (!/^livret:[0-9a-f-]{36}$/u.test(name)) continue
    const db = await done(indexedDB.open(name))
    // Perhaps it was sent before somebody looks.
    for (const store of ['outbox', 'sent']) {
      rows.push(await done(db.transaction(store).objectStore(store).getAll()))
    }
    db.close()
  }
  return JSON.stringify(rows)
}

/**
 * Puts into this device’s outbox what no server takes: a value that cannot be, an operation of a
 * newer app, and a photo whose bytes are damaged. Something has to wait there already.
 */
export const writeUnsendable = (page: Page): Promise<void> => page.evaluate(damageOutbox)

interface Row {
  readonly n: number
  readonly logbookId: string
  readonly operation: { readonly type: string }
}

/** Runs in the page. */
async function damageOutbox(): Promise<void> {
  const done = <Value>(request: IDBRequest<Value>) =>
    new Promise<Value>((resolve, reject) => {
      request.onsuccess = () => {
        resolve(request.result)
      }
      request.onerror = () => {
        reject(new Error('the database does not answer'))
      }
    })
  const names = (await indexedDB.databases()).map(({ name = '' }) => name)
  const db = await done(
    indexedDB.open(names.find((name) => /^livret:[0-9a-f-]{36}$/u.test(name)) ?? ''),
  )
  const all = db.transaction(['outbox', 'progress', 'files', 'pictures', 'bytes'], 'readwrite')
  const rows = (await done(all.objectStore('outbox').getAll())) as Row[]
  const waiting = rows.sort((a, b) => b.n - a.n)[0]
  if (!waiting) throw new Error('nothing waits on this device')
  const { logbookId, operation } = waiting
  const damaged = [
    { ...operation, set: { week: '2026-W48', told: 'Trop tôt.', feeling: 'parfait' } },
    { ...operation, v: 99 },
  ]
  for (const [index, each] of damaged.entries()) {
    const id = crypto.randomUUID().replace(/^(.{14})4/u, '$17')
    const n = waiting.n + index + 1
    all.objectStore('outbox').put({ ...waiting, n, operation: { ...each, id } })
  }
  const progress = (await done(all.objectStore('progress').get(logbookId))) as object
  all.objectStore('progress').put({ ...progress, last: waiting.n + damaged.length })
  const sha256 = '0'.repeat(64)
  const addedAt = new Date().toISOString()
  const photo = { sha256, logbookId, size: 4 }
  const picture = { sha256, form: 'original' }
  all.objectStore('files').put({ ...photo, mime: 'image/jpeg', state: 'waiting', addedAt })
  all.objectStore('pictures').put({ ...photo, ...picture, usedAt: addedAt })
  all.objectStore('bytes').put({ ...picture, bytes: new Uint8Array([1, 2, 3, 4]).buffer })
  await new Promise((resolve) => {
    all.oncomplete = resolve
  })
  db.close()
}
