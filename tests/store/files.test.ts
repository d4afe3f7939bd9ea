import { countWaiting, listRefusedFiles } from '#store/countWaiting.ts'
import { expect, it } from 'vitest'
import { confirmFile, dropFile, listWaitingFiles, offerFile, refuseFile } from '#store/files.ts'
import { aDatabase, aPhoto, holdPhoto, rowsOf } from './aDatabase.ts'

const { sha256 } = aPhoto()

async function withRefused() {
  const db = aDatabase()
  await holdPhoto(db)
  await refuseFile(db, sha256, 'not-a-photo')
  return db
}

it('a photo that was refused waits no longer: nothing is sent over and over', async () => {
  const db = await withRefused()

  expect(await listWaitingFiles(db)).toEqual([])
  expect(await countWaiting(db)).toMatchObject({ files: 0 })
  expect(await listRefusedFiles(db)).toMatchObject([{ sha256, refusal: 'not-a-photo' }])
})

it('it is offered again when somebody wants to', async () => {
  const db = await withRefused()
  await offerFile(db, sha256)

  expect(await listRefusedFiles(db)).toEqual([])
  expect(await countWaiting(db)).toMatchObject({ files: 1 })
})

it('it is let go of when somebody wants to; a photo that still waits, or arrived, never is', async () => {
  const db = await withRefused()
  for (const each of ['c', 'd']) await holdPhoto(db, aPhoto({ sha256: each.repeat(64) }))
  await confirmFile(db, 'd'.repeat(64))
  for (const { sha256: each } of await rowsOf(db, 'files')) await dropFile(db, each)

  expect((await rowsOf(db, 'files')).map(({ state }) => state).sort()).toEqual([
    'stored',
    'waiting',
  ])
  // Its bytes go with it, and only they.
  for (const table of ['pictures', 'bytes'] as const) {
    expect(new Set((await rowsOf(db, table)).map((row) => row.sha256[0]))).toEqual(
      new Set(['c', 'd']),
    )
  }
})

it('who offers it again and lets go of it in the next breath is done with it', async () => {
  const db = await withRefused()
  await offerFile(db, sha256)
  await dropFile(db, sha256)
  // The server's second refusal comes after.
  await refuseFile(db, sha256, 'not-a-photo')

  for (const table of ['files', 'pictures', 'bytes'] as const)
    expect(await rowsOf(db, table)).toEqual([])
})

it('a tap that comes too late does not send a photo again that arrived meanwhile', async () => {
  const db = await withRefused()
  await confirmFile(db, sha256)
  await offerFile(db, sha256)

  expect(await listWaitingFiles(db)).toEqual([])
})
