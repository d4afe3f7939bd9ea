// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fromBase64, toBase64 } from '#store/base64.ts'
import { readRescueFile } from '#app/rescue/readRescueFile.ts'
import { makeRescueFile } from '#app/rescue/saveRescueFile.ts'
import type { Workspace } from '#app/workspace.ts'
import { canonicalJson } from '#domain/canonicalJson.ts'
import type { DeviceId } from '#domain/identifiers.ts'
import { rescueHash, rescueStatement } from '#domain/rescue.ts'
import { readCompactJws } from '#protocol/compactJws.ts'
import { act } from '#store/act.ts'
import { keepKey, ownDevice } from '#store/device.ts'
import {
  anUnwrittenWeek,
  aPatch,
  apprentice,
  logbookId,
  nextId,
  NOW,
  personId,
  WEEK,
} from '#tests/support/builders.ts'
import { aPhoto, holdPhoto } from '#tests/store/aDatabase.ts'
import { addBook, aWorkspace } from '../routes/aWorkspace.ts'

let workspace: Workspace
beforeEach(async () => {
  workspace = aWorkspace('apprentice')
  await addBook(workspace.db, 'apprentice')
})
afterEach(() => {
  vi.unstubAllGlobals()
  localStorage.clear()
})
const saved = async () => new Blob([...(await makeRescueFile(workspace))])
const opened = async () => {
  const read = await readRescueFile(await saved())
  if (read.kind !== 'opened') throw new Error(read.problem)
  return read.file
}

describe('the file', () => {
  it('is read again as it was made, photos and words that found no place included', async () => {
    const patch = aPatch(anUnwrittenWeek(), { week: WEEK, told: 'Salon' })
    await act(workspace.db, patch, apprentice)
    await holdPhoto(workspace.db)
    await holdPhoto(workspace.db, aPhoto({ sha256: 'c'.repeat(64) }), 'refused')
    const stray = { id: 'x', logbookId, documentId: nextId(), kind: 'diary', actor: apprentice }
    const typed = { writer: 'w', inputs: { told: 1 } }
    const entry = { ...stray, set: { told: 'Sans place.' }, saw: {}, typed }
    localStorage.setItem(`livret-journal:${personId('apprentice')}:x`, JSON.stringify(entry))

    const file = await opened()
    expect(file).toMatchObject({
      ...{ format: 'livret-rescue', version: 1, madeAt: NOW },
      person: { id: personId('apprentice'), name: 'Léa Moreau' },
      parcels: [{ logbookId, name: 'Léa Moreau', operations: [{ n: 1, operation: patch }] }],
      words: [{ logbookId, kind: 'diary', words: ['Sans place.'] }],
    })
    expect(file.photos.map(({ sha256, bytes }) => [sha256[0], bytes])).toEqual([
      ['b', 'AQID'],
      ['c', 'AQID'],
    ])
  })

  it('bears the seal of the device over exactly what is in it', async () => {
    // The encoder’s bytes are of another realm than jsdom’s `Uint8Array`, for which `jose` asks.
    class Encoder {
      encode = (text: string) => Uint8Array.from(Buffer.from(text))
    }
    vi.stubGlobal('TextEncoder', Encoder)
    const device = await ownDevice(workspace.db, nextId<DeviceId>)
    const curve = { name: 'ECDSA', namedCurve: 'P-256' }
    const signingKey = await crypto.subtle.generateKey(curve, false, ['sign', 'verify'])
    await keepKey(workspace.db, device.id, { signingKey, keyId: 'k' })
    await act(workspace.db, aPatch(anUnwrittenWeek(), { week: WEEK, told: 'é' }), apprentice)

    const [parcel] = (await opened()).parcels
    const jws = readCompactJws(parcel?.seal ?? '')
    expect(jws?.header).toEqual({ alg: 'ES256', typ: 'livret-rescue+jws', kid: 'k' })
    expect(jws?.payload).toBe(
      canonicalJson(
        rescueStatement({
          ...{ logbook: logbookId, person: personId('apprentice'), device: device.id, at: NOW },
          operations: rescueHash(parcel?.operations ?? []),
        }),
      ),
    )
  })

  it('without a key has no seal, and is a file all the same', async () => {
    await act(workspace.db, aPatch(anUnwrittenWeek(), { week: WEEK, told: 'é' }), apprentice)
    expect((await opened()).parcels[0]?.seal).toBeNull()
  })
})

describe('what is no rescue file is said in plain words', () => {
  it.each([
    ['', 'not-a-rescue'],
    ['{', 'not-a-rescue'],
    ['null', 'not-a-rescue'],
    ['{"format":"livret-rescue","version":1}', 'not-a-rescue'],
    ['{"format":"livret-rescue","version":2}', 'newer'],
    ['{"format":"livret-export","version":1}', 'an-export'],
  ])('“%s” is %s', async (text, problem) => {
    expect(await readRescueFile(new Blob([text]))).toEqual({ kind: 'bad', problem })
  })

  it('one that was cut', async () => {
    const text = await (await saved()).text()
    expect(await readRescueFile(new Blob([text.slice(0, -5)]))).toEqual({
      ...{ kind: 'bad', problem: 'not-a-rescue' },
    })
  })
})

it('bytes of any length survive being text', () => {
  for (const length of [0, 1, 2, 3, 24_575, 24_576, 24_577, 60_000]) {
    const bytes = Uint8Array.from({ length }, (_, index) => (index * 7) % 256)
    expect(new Uint8Array(fromBase64(toBase64(bytes.buffer)) ?? new ArrayBuffer(1))).toEqual(bytes)
  }
  expect(fromBase64('é')).toBeNull()
})
