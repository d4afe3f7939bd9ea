import { rescueHash, type RescueStatement } from '#domain/rescue.ts'
import type { RescueFile } from '#protocol/rescue.ts'
import { toBase64 } from './base64.ts'
import { findBook } from './books.ts'
import type { BookRow, FileRow, LogbookDb } from './database.ts'
import type { Journal } from './journal.ts'
import { readOriginal } from './pictures.ts'
import { collectRescue } from './rescue.ts'

/** What stands in a rescue file beside what waits on the device. */
export interface RescueOrigin extends Pick<RescueFile, 'madeAt' | 'app' | 'person' | 'device'> {
  readonly journal: Pick<Journal, 'list'>
  /** Whose logbook it is, as a screen says it. */
  readonly nameOf: (book: BookRow) => string
  /** Says with the device’s key what it gives away; `null`: it has none. */
  readonly seal: (statement: Omit<RescueStatement, 'device'>) => Promise<string | null>
}

/**
 * All that waits on this device as one file (`rescueFileSchema`), as text in pieces: a photo in Base64
 * is long, and many are longer than one text may be.
 */
export async function writeRescueFile(
  db: LogbookDb,
  { madeAt, app, person, device, journal, nameOf, seal }: RescueOrigin,
): Promise<readonly string[]> {
  const { parcels, photos } = await collectRescue(db)
  const sealed: RescueFile['parcels'] = []
  for (const parcel of parcels) {
    const operations = rescueHash(parcel.operations)
    const book = await findBook(db, parcel.logbookId)
    sealed.push({
      ...parcel,
      name: book ? nameOf(book) : null,
      operations: [...parcel.operations],
      seal: await seal({
        ...{ logbook: parcel.logbookId, person: person.id, operations, at: madeAt },
      }),
    })
  }
  const file: RescueFile = {
    ...{ format: 'livret-rescue', version: 1, madeAt, app, person, device },
    parcels: sealed,
    words: journal.list().map(({ logbookId, kind, set }) => ({
      ...{ logbookId, kind },
      words: Object.values(set).filter((value) => typeof value === 'string'),
    })),
    photos: [],
  }
  const frame = JSON.stringify(file)
  // The photos are the last member: they are put in one by one.
  return [frame.slice(0, -2), ...(await readPhotos(db, photos)), ']}']
}

async function readPhotos(db: LogbookDb, photos: readonly FileRow[]): Promise<string[]> {
  const texts: string[] = []
  for (const { logbookId, sha256, mime } of photos) {
    const bytes = await readOriginal(db, sha256)
    if (!bytes) continue
    const photo = { logbookId, sha256, mime, bytes: toBase64(bytes) }
    texts.push(`${texts.length > 0 ? ',' : ''}${JSON.stringify(photo)}`)
  }
  return texts
}
