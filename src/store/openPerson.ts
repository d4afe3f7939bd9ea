import { Dexie, type EntityTable } from 'dexie'

/** Whose livret is open on this device, as it is found again after a browser was killed. */
export interface OpenPerson {
  readonly key: 'person'
  readonly id: string
  readonly name: string
  readonly demo: boolean
}

/** What this device knows before it knows whose it is. Nothing that anybody wrote. */
class OpenPersonDb extends Dexie {
  declare readonly own: EntityTable<OpenPerson, 'key'>

  constructor() {
    // Strict: localStorage, which answers at once, is written seconds later and dies with a browser.
    super('livret', { chromeTransactionDurability: 'strict' })
    this.version(1).stores({ own: 'key' })
  }
}

/** Runs `work` on the database and closes it: another tab may need it, and nobody waits for it. */
async function withDb<Result>(work: (db: OpenPersonDb) => Promise<Result>): Promise<Result> {
  const db = new OpenPersonDb()
  try {
    return await work(db)
  } finally {
    db.close()
  }
}

export const rememberPerson = (person: Omit<OpenPerson, 'key'>): Promise<unknown> =>
  withDb((db) => db.own.put({ ...person, key: 'person' }))

export const forgetPerson = (): Promise<void> => withDb((db) => db.own.delete('person'))

export const recallPerson = (): Promise<OpenPerson | undefined> =>
  withDb((db) => db.own.get('person'))
