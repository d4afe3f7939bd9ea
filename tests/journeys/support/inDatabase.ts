import { expect, type Page } from '@playwright/test'

/** Waits until the words stand in this device’s database, where no crash takes them away. */
export async function expectWritten(page: Page, words: string): Promise<void> {
  await expect.poll(() => page.evaluate(readOutbox)).toContain(words)
}

/** All that this device has written, as text. Runs in the page. */
async function readOutbox(): Promise<string> {
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
    rows.push(await done(db.transaction('outbox').objectStore('outbox').getAll()))
    db.close()
  }
  return JSON.stringify(rows)
}
