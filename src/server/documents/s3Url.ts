import type { S3Place } from './s3Store.ts'

/**
 * Reads `s3://key:secret@host[:port]/bucket[/folder]?region=name` (https; `s3+http://` without TLS,
 * within a network of one’s own). Key and secret are percent-encoded where they hold signs of an
 * address. `null`: something is missing.
 */
export function readS3Url(text: string): S3Place | null {
  const [scheme = '', rest] = text.split('://')
  const protocol = { s3: 'https', 's3+http': 'http' }[scheme]
  // Only of schemes it knows does `URL` read all the parts.
  if (protocol === undefined || !URL.canParse(`${protocol}://${rest ?? ''}`)) return null
  const url = new URL(`${protocol}://${rest ?? ''}`)
  const [bucket = '', ...folders] = url.pathname.split('/').filter((part) => part !== '')
  const keyId = decode(url.username)
  const secret = decode(url.password)
  if (!keyId || !secret || bucket === '') return null
  return {
    origin: url.origin,
    bucket,
    prefix: folders.map((folder) => `${folder}/`).join(''),
    region: url.searchParams.get('region') ?? 'us-east-1',
    keyId,
    secret,
  }
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}
