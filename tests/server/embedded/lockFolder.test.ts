import { spawn } from 'node:child_process'
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lockFolder } from '#server/embedded/lockFolder.ts'
import { startOf } from '#server/embedded/processIdentity.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'livret-lock-'))
})
afterEach(() => rm(folder, { recursive: true }))

const leaveLock = (holder: object) => writeFile(join(folder, 'livret.lock'), JSON.stringify(holder))

describe('lockFolder', () => {
  it('two servers never share a folder: the second hears who holds it', async () => {
    const first = await lockFolder(folder)
    const second = await lockFolder(folder)

    expect(first.held).toBe(true)
    expect(second).toMatchObject({ held: false, pid: process.pid, host: hostname() })
    if (first.held) await first.release()
    expect(await readdir(folder)).toEqual([])
  })

  it('of ten that start at once, one gets the folder', async () => {
    const locks = await Promise.all(Array.from({ length: 10 }, () => lockFolder(folder)))

    expect(locks.filter(({ held }) => held)).toHaveLength(1)
    for (const lock of locks) if (lock.held) await lock.release()
  })

  it('the lock of a server that was killed does not keep the next one out', async () => {
    const child = spawn('sleep', ['60'])
    const pid = child.pid ?? 0
    await leaveLock({ pid, start: startOf(pid), host: hostname() })
    expect((await lockFolder(folder)).held).toBe(false)

    child.kill('SIGKILL')
    await new Promise((resolve) => child.once('exit', resolve))
    const lock = await lockFolder(folder)
    expect(lock.held).toBe(true)
    if (lock.held) await lock.release()
  })

  it('a number that now belongs to another process is not taken for the server', async () => {
    await leaveLock({
      pid: process.pid,
      start: 'before the machine was restarted',
      host: hostname(),
    })
    const lock = await lockFolder(folder)

    expect(lock.held).toBe(true)
    if (lock.held) await lock.release()
  })

  it('half a lock, left by a full disk, does not keep the next one out', async () => {
    await writeFile(join(folder, 'livret.lock'), '{"pid":')
    const lock = await lockFolder(folder)

    expect(lock.held).toBe(true)
    if (lock.held) await lock.release()
  })

  it('a container that still touches its lock is alive, one that stopped touching it is not', async () => {
    await leaveLock({ pid: 1, start: 'there', host: 'another-container' })
    const beat = setInterval(() => {
      const now = new Date()
      void utimes(join(folder, 'livret.lock'), now, now)
    }, 50)
    const alive = await lockFolder(folder, { beat: 200 })
    clearInterval(beat)
    const dead = await lockFolder(folder, { beat: 200 })

    expect([alive.held, dead.held]).toEqual([false, true])
    if (dead.held) await dead.release()
  })
})
