import { apiOver } from '#app/api.ts'
import { sendRescueFile } from '#app/rescue/sendRescueFile.ts'
import type { DeviceId, PersonId } from '#domain/identifiers.ts'
import { heldListSchema, settledSchema } from '#protocol/held.ts'
import { rescueFileSchema } from '#protocol/rescue.ts'
import { ownDevice } from '#store/device.ts'
import { freeSpace } from '#store/freeSpace.ts'
import { recover } from '#store/recover.ts'
import { writeRescueFile } from '#store/rescueFile.ts'
import { httpTransport } from '#sync/transport.ts'
import { bookAt } from './people.ts'
import { NEWEST_APP } from './releases.ts'
import type { Step } from './scenario.ts'
import type { Tab } from './tab.ts'

/** A rescue file that somebody has in their hands. */
export interface SavedFile {
  readonly text: string
  readonly owner: PersonId
}

/** Somebody saves what waits on a device as a file; see `makeRescueFile`. */
export async function saveFile(tab: Tab): Promise<void> {
  const { db, browser } = tab
  const { world, asker, who } = browser
  // It would have to know its own shapes in there, too.
  if (tab.older) return
  await recover(db, tab.journal, tab.newIntent)
  const device = await ownDevice(db, () => browser.newId<DeviceId>())
  const pieces = await writeRescueFile(db, {
    ...{ madeAt: browser.now(), app: NEWEST_APP, journal: tab.journal },
    person: { id: asker.personId, name: who },
    device: { id: device.id, label: who },
    nameOf: ({ id }) => id,
    seal: (statement) => Promise.resolve(browser.sealRescue(device, statement)),
  })
  world.report.count('rescue files saved')
  world.savedFiles.push({ text: pieces.join(''), owner: asker.personId })
}

/** Somebody brings a file; see `sendRescueFile`. `spoiled`: one word is another than its device wrote. */
export async function bringFile(
  tab: Tab,
  { choice, spoiled }: Extract<Step, { do: 'bring' }>,
): Promise<void> {
  const { world, asker } = tab.browser
  const saved = world.savedFiles[choice % world.savedFiles.length]
  if (!saved) return
  const isSpoiled = spoiled && saved.owner !== asker.personId
  const text = isSpoiled ? saved.text.replace(/#(\d+)#/u, '#$1#!') : saved.text
  const file = rescueFileSchema.parse(JSON.parse(text))
  const { problem } = await sendRescueFile(file, {
    api: apiOver(tab.fetch),
    transport: httpTransport(tab.fetch),
    clock: { now: world.clock.now, after: tab.after },
  })
  world.report.count(`rescue files brought ${problem ?? 'whole'}`)
  tab.engine.promptly()
}

/** Somebody looks at what was put aside in a logbook, and decides about one of it; see `settleIn`. */
export async function settleOne(
  tab: Tab,
  { book, choice, refuses }: Extract<Step, { do: 'settle' }>,
): Promise<void> {
  const api = apiOver(tab.fetch)
  const path = `/api/v1/logbooks/${bookAt(book)}/held`
  const read = (json: unknown) => heldListSchema.safeParse(json).data ?? null
  const found = await api('GET', path, null, read)
  if (found.kind !== 'ok' || found.body.items.length === 0) return
  const { items } = found.body
  const { operationId = '' } = items[choice % items.length] ?? {}
  const body = refuses
    ? { decision: 'refuse', reason: 'Non.' }
    : { decision: 'take', reason: choice % 2 === 0 ? 'Oui.' : null }
  const settled = (json: unknown) => settledSchema.safeParse(json).data ?? null
  await api('POST', `${path}/${operationId}`, body, settled)
  tab.engine.promptly()
}

/** Pictures make room, as before a camera opens; see `makeRoom`. */
export async function evict(tab: Tab): Promise<void> {
  const freed = await freeSpace(tab.db, Number.MAX_SAFE_INTEGER)
  if (freed > 0) tab.browser.world.report.count('times that pictures made room')
}
