import { expect, it } from 'vitest'
import { signedHeaders } from '#server/documents/s3Signature.ts'
import { sha256Of } from '#server/sha256.ts'

const key = {
  region: 'us-east-1',
  keyId: 'AKIAIOSFODNN7EXAMPLE',
  secret: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
}
const now = new Date('2013-05-24T00:00:00Z')

// AWS, “Signature Calculations for the Authorization Header”, the examples “GET Object” and “PUT Object”.
it('signs as the examples of the protocol’s authors do', () => {
  const get = signedHeaders(
    {
      method: 'GET',
      url: new URL('https://examplebucket.s3.amazonaws.com/test.txt'),
      headers: { range: 'bytes=0-9' },
      payload: sha256Of(''),
    },
    key,
    now,
  )
  expect(get['authorization']).toBe(
    'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
  )

  const put = signedHeaders(
    {
      method: 'PUT',
      url: new URL('https://examplebucket.s3.amazonaws.com/test$file.text'),
      headers: {
        date: 'Fri, 24 May 2013 00:00:00 GMT',
        'x-amz-storage-class': 'REDUCED_REDUNDANCY',
      },
      payload: sha256Of('Welcome to Amazon S3.'),
    },
    key,
    now,
  )
  expect(put['authorization']).toMatch(
    /Signature=98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd$/u,
  )
  expect(put['x-amz-date']).toBe('20130524T000000Z')
})
