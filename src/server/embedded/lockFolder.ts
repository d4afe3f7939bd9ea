import { randomBytes } from 'node:crypto'
import { link, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { startOf } from './processIdentity.ts'

const LOCK = 'livret.lock'

/** How often the holder touches its lock, in milliseconds. The same for all who share folders. */
const BEAT = 2_000

interface Holder {
  readonly pid: number
  readonly start: string | null
  readonly host: string
}

export type FolderLock =
  | { readonly held: true; readonly release: () => Promise<void> }
  | { readonly held: false; readonly pid: number; readonly host: string }

/**
 * Takes `folder` for this process alone. A lock whose process is gone (kill -9, power cut) is
 * taken over at once. A lock from another machine or container cannot be looked up by its
 * number, so it counts as alive while somebody goes on touching it: that takes three beats.
 */
export async function lockFolder(folder: string, { beat = BEAT } = {}): Promise<FolderLock> {
  const path = join(folder, LOCK)
  const own: Holder = { pid: process.pid, start: startOf(process.pid), host: hostname() }

  for (let round = 0; round < 5; round += 1) {
    if (await place(path, own)) return keep(path, beat)
    const text = await readFile(path, 'utf8').catch(() => null)
    if (text === null) continue
    const holder = parse(text)
    if (holder && (await isAlive(holder, path, beat))) return { held: false, ...holder }
    await takeAway(path, text)
  }
  return { held: false, pid: 0, host: own.host }
}

/** Writes the lock whole or not at all, and only where there is none. */
async function place(path: string, holder: Holder): Promise<boolean> {
  const draft = `${path}.${randomBytes(4).toString('hex')}`
  await writeFile(draft, JSON.stringify(holder), { mode: 0o600 })
  try {
    await link(draft, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    await rm(draft, { force: true })
  }
}

async function isAlive(holder: Holder, path: string, beat: number): Promise<boolean> {
  if (holder.host === hostname()) {
    const start = startOf(holder.pid)
    return start !== null && start === holder.start
  }
  const before = await stat(path).catch(() => null)
  await wait(3 * beat)
  const after = await stat(path).catch(() => null)
  return before !== null && after !== null && after.mtimeMs !== before.mtimeMs
}

/** Removes the dead lock that was read; one that somebody else placed meanwhile goes back. */
async function takeAway(path: string, read: string): Promise<void> {
  const aside = `${path}.${randomBytes(4).toString('hex')}`
  try {
    await rename(path, aside)
  } catch {
    return
  }
  if ((await readFile(aside, 'utf8')) !== read) await link(aside, path).catch(() => undefined)
  await rm(aside, { force: true })
}

function keep(path: string, beat: number): FolderLock {
  const timer = setInterval(() => {
    const now = new Date()
    utimes(path, now, now).catch(() => undefined)
  }, beat)
  timer.unref()
  return {
    held: true,
    release: async () => {
      clearInterval(timer)
      await rm(path, { force: true })
    },
  }
}

function parse(text: string): Holder | null {
  try {
    return JSON.parse(text) as Holder
  } catch {
    return null
  }
}
