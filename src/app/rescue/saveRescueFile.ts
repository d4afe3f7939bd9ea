import type { DeviceId } from '#domain/identifiers.ts'
import { apprenticeName } from '#features/parts/personName.ts'
import { ownDevice } from '#store/device.ts'
import { createJournal } from '#store/journal.ts'
import { recover } from '#store/recover.ts'
import { writeRescueFile } from '#store/rescueFile.ts'
import { appVersion } from '../appVersion.ts'
import { deviceLabel, newId } from '../device.ts'
import { recoverRecordings } from '../memos/keepRecording.ts'
import { offerFile } from '../offerFile.ts'
import { sealRescue } from '../signingKey.ts'
import type { Workspace } from '../workspace.ts'

type Origin = Pick<Workspace, 'db' | 'person' | 'now' | 'today' | 'newIntent'>

/** Gives the person all that waits on this device as one file. Needs no network. */
export async function saveRescueFile(origin: Origin): Promise<void> {
  const bytes = new Blob([...(await makeRescueFile(origin))], { type: 'application/json' })
  offerFile(bytes, `livret-secours-${origin.today()}.json`)
}

/** The file as text, in pieces; see `writeRescueFile`. */
export async function makeRescueFile({
  db,
  person,
  now,
  newIntent,
}: Origin): Promise<readonly string[]> {
  const journal = createJournal(localStorage, person.id)
  // What was put aside while a page closed belongs into operations, where that is possible.
  await recover(db, journal, newIntent)
  await recoverRecordings(db, newIntent)
  const device = await ownDevice(db, newId<DeviceId>)
  return writeRescueFile(db, {
    ...{ madeAt: now(), app: appVersion, journal },
    person: { id: person.id, name: person.name },
    device: { id: device.id, label: deviceLabel() },
    nameOf: ({ facts }) => apprenticeName(facts),
    seal: (statement) => sealRescue(device, statement),
  })
}
