import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createFolderStore, sweepFolder } from '#server/documents/folderStore.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'livret-store-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

it('gives back what it was given, also when two write the same at once', async () => {
  const store = createFolderStore(folder)
  expect(await store.read('ab/cd/one')).toBeNull()
  const bytes = Buffer.from('une photo')
  await Promise.all([store.keep('ab/cd/one', bytes), store.keep('ab/cd/one', bytes)])
  expect(await store.read('ab/cd/one')).toEqual(bytes)
  expect(await readdir(join(folder, 'files', 'incoming'))).toEqual([])
})

it('what cannot be kept is an error, and leaves nothing half written', async () => {
  const store = createFolderStore(folder)
  await mkdir(join(folder, 'files', 'ab', 'cd', 'taken'), { recursive: true })
  await expect(store.keep('ab/cd/taken', Buffer.from('x'))).rejects.toThrow()
  expect(await readdir(join(folder, 'files', 'incoming'))).toEqual([])
})

it('what processes that died left half written goes away, what is being written does not', async () => {
  const incoming = join(folder, 'files', 'incoming')
  await mkdir(incoming, { recursive: true })
  const now = new Date('2026-11-20T12:00:00Z')
  for (const [name, minutes] of [
    ['old', 90],
    ['recent', 5],
  ] as const) {
    const at = new Date(now.getTime() - minutes * 60_000)
    await writeFile(join(incoming, name), name)
    await utimes(join(incoming, name), at, at)
  }
  await sweepFolder(folder, now)
  expect(await readdir(incoming)).toEqual(['recent'])
  await sweepFolder(join(folder, 'nowhere'), now)
})
