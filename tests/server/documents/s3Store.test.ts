import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signedHeaders } from '#server/documents/s3Signature.ts'
import { sha256Of } from '#server/sha256.ts'
import { createS3Store, type S3Place } from '#server/documents/s3Store.ts'
import { hasSwift, startSwift, type RunningSwift } from '#tests/support/swift.ts'

it('the real store is there wherever we can install it ourselves', () => {
  // `ready.js --tests` does; a machine of another kind gives what it has.
  const installable = process.getuid?.() === 0 && existsSync('/etc/debian_version')
  expect(hasSwift() || !installable).toBe(true)
})

describe.runIf(hasSwift())(
  'a store that speaks S3 and checks signatures',
  { timeout: 30_000 },
  () => {
    let swift: RunningSwift
    let place: S3Place
    beforeAll(async () => {
      swift = await startSwift()
      place = swift.place
    }, 90_000)
    afterAll(() => swift.stop())

    it('gives back what it was given, byte for byte, also in the place of what was there', async () => {
      const store = createS3Store(place)
      const [first, second] = [randomBytes(700_000), randomBytes(10)]
      expect(await store.read('ab/cd/photo')).toBeNull()
      await store.keep('ab/cd/photo', first)
      expect(sha256Of((await store.read('ab/cd/photo')) ?? '')).toBe(sha256Of(first))
      await store.keep('ab/cd/photo', second)
      expect(await store.read('ab/cd/photo')).toEqual(second)
      expect(await createS3Store({ ...place, prefix: '' }).read('photos/ab/cd/photo')).toEqual(
        second,
      )
    })

    it.each([
      ['a wrong secret', { secret: 'un+autre/secret' }],
      ['a key nobody has', { keyId: 'livret:personne' }],
      ['another region', { region: 'ailleurs' }],
      ['a bucket that is not there', { bucket: 'ailleurs' }],
    ])(
      'with %s nothing is kept and nothing is read, and that is no missing photo',
      async (_, change) => {
        const store = createS3Store({ ...place, ...change })
        await expect(store.keep('ab/cd/other', Buffer.from('x'))).rejects.toThrow(
          /answered 40[034]/u,
        )
        await expect(store.read('ab/cd/photo')).rejects.toThrow(/answered 40[034]/u)
        expect(await createS3Store(place).read('ab/cd/other')).toBeNull()
      },
    )

    it('bytes that change on their way to it are not kept', async () => {
      const url = new URL(`/${place.bucket}/photos/ab/cd/changed`, place.origin)
      const request = { method: 'PUT', url, headers: {}, payload: sha256Of('sent') } as const
      const headers = signedHeaders(request, place, new Date())
      const answer = await fetch(url, { method: 'PUT', headers, body: 'came' })
      expect(answer.ok).toBe(false)
      expect(await createS3Store(place).read('ab/cd/changed')).toBeNull()
    })

    it('a signature of an hour ago opens nothing', async () => {
      const url = new URL(`/${place.bucket}/photos/ab/cd/photo`, place.origin)
      const request = { method: 'GET', url, headers: {}, payload: sha256Of('') } as const
      const old = signedHeaders(request, place, new Date(Date.now() - 3_600_000))
      expect((await fetch(url, { headers: old })).status).toBe(403)
    })
  },
)

it('a store that does not answer is an error without the secret in it', async () => {
  const place: S3Place = {
    origin: 'http://127.0.0.1:1',
    bucket: 'photos',
    prefix: '',
    region: 'r',
    keyId: 'k',
    secret: 'très-secret',
  }
  const error = await createS3Store(place)
    .read('x')
    .then(
      () => null,
      (thrown: unknown) => thrown as Error,
    )
  expect(error).toBeInstanceOf(Error)
  expect(`${String(error)} ${String(error?.cause)} ${error?.stack ?? ''}`).not.toContain('secret')
})
