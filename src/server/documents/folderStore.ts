import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { FileStore } from './fileStore.ts'

/** Files in `files/` of the data folder. */
export function createFolderStore(dataFolder: string): FileStore {
  const root = join(dataFolder, 'files')
  return {
    keep: async (key, bytes) => {
      const place = join(root, key)
      const incoming = incomingOf(dataFolder)
      await mkdir(incoming, { recursive: true })
      const made = await mkdir(dirname(place), { recursive: true })
      const path = join(incoming, randomUUID())
      try {
        const file = await open(path, 'wx', 0o600)
        try {
          await file.writeFile(bytes)
          await file.sync()
        } finally {
          await file.close()
        }
        await rename(path, place)
      } catch (error) {
        await rm(path, { force: true })
        throw error
      }
      // The names are in the folders: they too have to reach the disk.
      const folders = [dirname(place), dirname(dirname(place)), root]
      await Promise.all((made === undefined ? folders.slice(0, 1) : folders).map(syncFolder))
    },
    read: async (key) => {
      try {
        return await readFile(join(root, key))
      } catch (error) {
        if (isAbsent(error)) return null
        throw error
      }
    },
  }
}

/** A file that has not reached its place within this time, in ms, never will: a process died. */
const INCOMING_MAX = 3_600_000

/** Removes what processes that died left half written in the folder. */
export async function sweepFolder(dataFolder: string, now: Date): Promise<void> {
  const incoming = incomingOf(dataFolder)
  const names = await readdir(incoming).catch(() => [])
  for (const name of names) {
    const path = join(incoming, name)
    const file = await stat(path).catch(() => null)
    if (file && now.getTime() - file.mtimeMs > INCOMING_MAX) await rm(path, { force: true })
  }
}

const incomingOf = (dataFolder: string) => join(dataFolder, 'files', 'incoming')

const isAbsent = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
