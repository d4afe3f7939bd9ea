import { expect, it } from 'vitest'
import { readConfiguration } from '#server/configuration.ts'
import { readS3Url } from '#server/documents/s3Url.ts'

it('an address says all that a store needs, also with signs of an address in its secret', () => {
  expect(
    readS3Url('s3://cl%C3%A9:a%2Fb%2Bc%40d@s3.exemple.fr:9000/photos/cfa/tezenas?region=fr-par'),
  ).toEqual({
    origin: 'https://s3.exemple.fr:9000',
    bucket: 'photos',
    prefix: 'cfa/tezenas/',
    region: 'fr-par',
    keyId: 'clé',
    secret: 'a/b+c@d',
  })
  expect(readS3Url('s3+http://k:s@127.0.0.1:8080/photos')).toMatchObject({
    origin: 'http://127.0.0.1:8080',
    prefix: '',
    region: 'us-east-1',
  })
})

it.each([
  ['nothing', 's3://'],
  ['no secret', 's3://cle@hote/photos'],
  ['no bucket', 's3://cle:secret@hote/'],
  ['another kind of address', 'https://cle:secret@hote/photos'],
  ['no host', 's3://cle:secret@/photos'],
  ['a half sign', 's3://cle:%E0%A4@hote/photos'],
  ['no address', 'photos'],
])('an address with %s starts nothing, and its secret is not repeated', (_, text) => {
  expect(readS3Url(text)).toBeNull()
  const refused = readConfiguration({ FILES_URL: text })
  expect(refused).toHaveProperty('refused')
  expect(JSON.stringify(refused)).toMatch(/FILES_URL/u)
  expect(JSON.stringify(refused)).not.toContain('cle')
})
