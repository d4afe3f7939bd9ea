import type { DeviceId } from '#domain/identifiers.ts'
import { rescueHash } from '#domain/rescue.ts'
import { apprenticeName } from '#features/parts/personName.ts'
import type { RescueFile } from '#protocol/rescue.ts'
import type { FileRow, LogbookDb } from '#store/database.ts'
import { findBook } from '#store/books.ts'
import { ownDevice } from '#store/device.ts'
import { createJournal } from '#store/journal.ts'
import { readOriginal } from '#store/pictures.ts'
import { recover } from '#store/recover.ts'
import { collectRescue } from '#store/rescue.ts'
import { appVersion } from '../appVersion.ts'
import { deviceLabel, newId } from '../device.ts'
import { offerFile } from '../offerFile.ts'
import { sealRescue } from '../signingKey.ts'
import type { Workspace } from '../workspace.ts'
import { toBase64 } from './base64.ts'

type Origin = Pick<Workspace, 'db' | 'person' | 'now' | 'today' | 'newIntent'>

/** Gives the person all that waits on this device as one file. Needs no network. */
export async function saveRescueFile(origin: Origin): Promise<void> {
  const bytes = new Blob([...(await makeRescueFile(origin))], { type: 'application/json' })
  offerFile(bytes, `livret-secours-${origin.today()}.json`)
}

/** The file as text, in pieces: a photo in Base64 is long, and many are longer than one text may be. */
export async function makeRescueFile({
  db,
  person,
  now,
  newIntent,
}: Origin): Promise<readonly string[]> {
  const journal = createJournal(localStorage, person.id)
  // What was put aside while a page closed belongs into operations, where that is possible.
  await recover(db, journal, newIntent)
  const device = await ownDevice(db, newId<DeviceId>)
  const { parcels, photos } = await collectRescue(db)
  const madeAt = now()
  const sealed: RescueFile['parcels'] = []
  for (const parcel of parcels) {
    const operations = rescueHash(parcel.operations)
    const book = await findBook(db, parcel.logbookId)
    sealed.push({
      ...parcel,
      name: book ? apprenticeName(book.facts) : null,
      operations: [...parcel.operations],
      seal: await sealRescue(device, {
        ...{ logbook: parcel.logbookId, person: person.id, operations, at: madeAt },
      }),
    })
  }
  const file: RescueFile = {
    format: 'livret-rescue',
    version: 1,
    madeAt,
    app: appVersion,
    person: { id: person.id, name: person.name },
    device: { id: device.id, label: deviceLabel() },
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
