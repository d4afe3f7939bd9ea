import type { FileReference } from '#domain/operation.ts'
import type { FileForm } from '#server/documents/fileStore.ts'
import { anAct, anUnwrittenWeek, aPatch, logbookId } from '#tests/support/builders.ts'
import type { TestPhoto } from '#tests/support/photos.ts'
import type { TestDevice } from './world.ts'

export const pathOf = (sha256: string, id: string = logbookId): string =>
  `/api/v1/logbooks/${id}/files/${sha256}`

/** A photo as it is, in one request. */
export const putPhoto = (
  device: Pick<TestDevice, 'fetch'>,
  { bytes, sha256 }: TestPhoto,
  path = pathOf(sha256),
): Promise<Response> => device.fetch(path, { method: 'PUT', body: new Uint8Array(bytes) })

export async function getPhoto(
  device: TestDevice,
  { sha256 }: TestPhoto,
  form: FileForm = 'screen',
) {
  const path = form === 'screen' ? pathOf(sha256) : `${pathOf(sha256)}?form=${form}`
  const response = await device.fetch(path)
  const bytes = Buffer.from(await response.arrayBuffer())
  return { response, bytes, status: response.status }
}

/** A week of the apprentice with this photo in it. */
export async function writeWeekWith(
  phone: TestDevice,
  photo: FileReference,
  week: string,
  send: boolean,
): Promise<void> {
  const entry = anUnwrittenWeek(week)
  const { sha256, size, mime } = photo
  const set = { week, told: 'En photo', 'photos/a': { sha256, size, mime } }
  await phone.push([aPatch(entry, set), ...(send ? [anAct('submit', entry)] : [])])
}

interface PieceOptions {
  readonly size?: number | string
  readonly id?: string
}

/** A piece of a photo from byte `start` on. */
export async function putPiece(
  device: Pick<TestDevice, 'fetch'>,
  { sha256, size: whole }: Pick<TestPhoto, 'sha256' | 'size'>,
  start: number | string,
  bytes: Buffer | ReadableStream<Uint8Array>,
  { size = whole, id }: PieceOptions = {},
) {
  const body = bytes instanceof Buffer ? new Uint8Array(bytes) : bytes
  const response = await device.fetch(`${pathOf(sha256, id)}/pieces/${start}`, {
    method: 'PUT',
    headers: { 'Upload-Length': String(size) },
    body,
    duplex: 'half',
  } as RequestInit)
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}
