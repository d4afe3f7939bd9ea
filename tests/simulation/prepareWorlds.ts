import { createHash } from 'node:crypto'
import { recentRow } from '#store/pulled.ts'
import { prepareKeys } from './signingKeys.ts'

/** A logbook of a world has two or three documents of a kind: more would never be put anywhere else. */
const RECENT = 1

/**
 * What has to be there before the first world of this process: keys, and the parts of the app that a
 * page loads when it needs them. In a world they would come while its time goes on, once. So would a
 * hash, which this process makes in a thread that may wait for a processor: in worlds it is there at once.
 */
export async function prepareWorlds(): Promise<void> {
  crypto.subtle.digest = (_, bytes) => Promise.resolve(sha256(bytes as Uint8Array))
  recentRow.most = RECENT
  await Promise.all([prepareKeys(), import('#store/takenFile.ts'), import('#store/freeSpace.ts')])
}

const sha256 = (bytes: Uint8Array): ArrayBuffer =>
  new Uint8Array(createHash('sha256').update(bytes).digest()).buffer
