import { createHmac } from 'node:crypto'
import { sha256Of } from '#server/sha256.ts'

export interface S3Request {
  readonly method: 'GET' | 'PUT'
  /** Without a query. */
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  /** SHA-256 of the body in hex, which the store compares with what arrives. */
  readonly payload: string
}

export interface S3Key {
  readonly region: string
  readonly keyId: string
  readonly secret: string
}

/**
 * The headers that sign a request by AWS Signature Version 4 for the service `s3`, with those
 * that were there. Source: AWS, “Authenticating Requests (AWS Signature Version 4)”, Amazon S3
 * API Reference; the examples there are our tests.
 */
export function signedHeaders(
  { method, url, headers, payload }: S3Request,
  { region, keyId, secret }: S3Key,
  now: Date,
): Record<string, string> {
  const stamp = now.toISOString().replaceAll(/[-:]|\.\d+/gu, '')
  const day = stamp.slice(0, 8)
  const all: Record<string, string> = {
    ...headers,
    host: url.host,
    'x-amz-content-sha256': payload,
    'x-amz-date': stamp,
  }
  const names = Object.keys(all).sort()
  const signedNames = names.join(';')
  const canonical = [
    method,
    encodePath(url),
    '',
    ...names.map((name) => `${name}:${(all[name] ?? '').trim()}`),
    '',
    signedNames,
    payload,
  ].join('\n')

  const scope = `${day}/${region}/s3/aws4_request`
  const text = ['AWS4-HMAC-SHA256', stamp, scope, sha256Of(canonical)].join('\n')
  const key = [day, region, 's3', 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${secret}`)
  const signature = createHmac('sha256', key).update(text).digest('hex')
  const { host: _host, ...sent } = all
  return {
    ...sent,
    authorization: `AWS4-HMAC-SHA256 Credential=${keyId}/${scope},SignedHeaders=${signedNames},Signature=${signature}`,
  }
}

const hmac = (key: string | Buffer, text: string): Buffer =>
  createHmac('sha256', key).update(text).digest()

/** Each character but A–Z a–z 0–9 - . _ ~ and the slash as %XX. */
const encodePath = ({ pathname }: URL): string =>
  encodeURIComponent(decodeURIComponent(pathname))
    .replaceAll('%2F', '/')
    .replaceAll(/[!'()*]/gu, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
