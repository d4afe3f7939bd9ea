/** IndexedDB without anything over it. */
export const openRaw = (
  name: string,
  stores: Readonly<Record<string, string | null>>,
): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1)
    request.onupgradeneeded = () => {
      for (const [store, index] of Object.entries(stores)) {
        const made = request.result.createObjectStore(store, { keyPath: 'id' })
        if (index !== null) made.createIndex(index, index)
      }
    }
    request.onsuccess = () => {
      resolve(request.result)
    }
    request.onerror = () => {
      reject(new Error('the database does not open'))
    }
  })

export const answered = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result)
    }
    request.onerror = () => {
      reject(new Error('the database does not answer'))
    }
  })

export const completed = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => {
      resolve()
    }
    transaction.onerror = () => {
      reject(new Error('the transaction failed'))
    }
  })
