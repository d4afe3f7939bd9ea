import type { Handler } from 'hono'
import { FILE_LENGTH_HEADER, FILE_REQUEST_MAX } from '#protocol/conversation.ts'
import { FILE_SIZE_MAX } from '#protocol/value.ts'
import type { Deps } from '#server/deps.ts'
import { keyOf } from '#server/documents/fileStore.ts'
import { readPhoto } from '#server/documents/photo.ts'
import { drawRenditions } from '#server/documents/renditions.ts'
import { sha256Of } from '#server/sha256.ts'
import type { Env } from '#server/env.ts'
import { problem } from '#server/problem.ts'
import { readBody } from '#server/readBody.ts'
import { inTransaction } from '#server/storage/database.ts'
import { hasRoom, isBrought, keepFile, type FilePlace } from '#server/storage/logbookFiles.ts'
import { addPiece, dropUpload, findReceived, readPieces } from '#server/storage/logbookUploads.ts'
import { unavailable } from '#server/unavailable.ts'
import { noSuchPhoto, readQuestion } from './fileQuestion.ts'

/**
 * `PUT /api/v1/logbooks/:id/files/:sha256`: a photo of at most half a megabyte as it is, under the
 * hash of its bytes.
 *
 * 201, or 200 where this person had brought it before · 400 `cut-off` · 401 `signed-out` · 404
 * `not-found`: not a member, or no such logbook · 413 `too-large`: send it in pieces · 413
 * `quota-reached` · 422 `wrong-hash` · 422 `not-a-photo`. Refused bytes are not kept.
 */
export const putFile =
  (deps: Deps): Handler<Env> =>
  async (c) => {
    const place = await readQuestion(deps, c, { late: true })
    if (!place) return noSuchPhoto()
    const bytes = await readBody(c.req.raw, FILE_REQUEST_MAX).catch(() => 'cut-off' as const)
    return typeof bytes === 'string' ? unread(bytes) : keepPhoto(deps, place, bytes)
  }

/**
 * `GET …/files/:sha256/pieces`: 200 `{ stored: true }`, or `{ stored: false, received }`, how many
 * bytes of this person’s photo have arrived. 401, 404 as above.
 */
export const getReceived =
  (deps: Deps): Handler<Env> =>
  async (c) => {
    const place = await readQuestion(deps, c, { late: true })
    if (!place) return noSuchPhoto()
    const stored = await isBrought(deps.pool, place)
    return c.json(stored ? { stored } : { stored, received: await findReceived(deps.pool, place) })
  }

/**
 * `PUT …/files/:sha256/pieces/:start`: a piece of a photo, at most half a megabyte, from byte
 * `start` on; the header `Upload-Length` says how many bytes the whole has. A piece is taken whole
 * or not at all, and is on the disk when it is confirmed.
 *
 * 200 `{ stored: false, received }`, or with the last one the answer of a whole photo, which says
 * `stored: true`, as for a photo of which nothing is missing any more · 409 `wrong-start` with
 * `expected`, where the next piece begins · 413 `too-large`: the piece, or the whole · 422
 * `not-our-protocol`. A photo that does not have its hash, or is none, is forgotten and may begin
 * anew.
 */
export const putPiece =
  (deps: Deps): Handler<Env> =>
  async (c) => {
    const { pool, now, configuration } = deps
    const place = await readQuestion(deps, c, { late: true })
    if (!place) return noSuchPhoto()
    const start = readCount(c.req.param('start'))
    const size = readCount(c.req.header(FILE_LENGTH_HEADER))
    if (start === null || size === null || start > size) return notOurs()
    if (size > FILE_SIZE_MAX) return tooLarge()
    if (await isBrought(pool, place)) return c.json({ stored: true })
    if (!(await hasRoom(pool, place, size, configuration.fileQuotas))) return quotaReached()
    const bytes = await readBody(c.req.raw, FILE_REQUEST_MAX).catch(() => 'cut-off' as const)
    if (typeof bytes === 'string') return unread(bytes)

    const piece = { start, bytes, size, at: now() }
    const received = await inTransaction(pool, (tx) => addPiece(tx, place, piece))
    if (received !== start + bytes.length) return wrongStart(received)
    if (received < size) return c.json({ stored: false, received })
    const answer = await keepPhoto(deps, place, await readPieces(pool, place))
    // Stored, or not the bytes that were meant: either way these pieces have had their use.
    await dropUpload(pool, place)
    return answer
  }

/** Stores a whole photo, with what is shown of it, if it is what its name says and may be here. */
async function keepPhoto(
  { pool, files, configuration, now }: Deps,
  place: FilePlace,
  bytes: Buffer,
): Promise<Response> {
  const { sha256 } = place
  const { fileQuotas: quotas } = configuration
  if (sha256Of(bytes) !== sha256) return wrongHash()
  if (!(await hasRoom(pool, place, bytes.length, quotas))) return quotaReached()
  const photo = readPhoto(bytes)
  const renditions = photo && (await drawRenditions(bytes))
  if (!renditions) return notAPhoto()

  await Promise.all([
    files.keep(keyOf(sha256, 'original'), bytes),
    files.keep(keyOf(sha256, 'screen'), renditions.screen),
    files.keep(keyOf(sha256, 'thumbnail'), renditions.thumbnail),
  ])
  const file = { size: bytes.length, mime: photo.mime }
  const kept = await inTransaction(pool, (tx) =>
    keepFile(tx, place, { ...file, at: now(), quotas }),
  )
  if (kept === 'full') return quotaReached()
  return Response.json({ stored: true, sha256, ...file }, { status: kept === 'new' ? 201 : 200 })
}

/** A number of bytes as it stands in an address or a header, or `null`. */
const readCount = (text: string | undefined): number | null =>
  text !== undefined && /^\d{1,9}$/u.test(text) ? Number(text) : null

/** Why there are no bytes. */
function unread(why: 'cut-off' | 'too-large' | 'busy'): Response {
  if (why === 'busy') return unavailable('busy')
  if (why === 'too-large') return tooLarge()
  return problem(400, 'cut-off', 'L’envoi de la photo s’est arrêté en route.')
}

const notOurs = () => problem(422, 'not-our-protocol', 'Cet envoi n’est pas lisible.')
const tooLarge = () => problem(413, 'too-large', 'Cette photo est trop lourde.')
const quotaReached = () =>
  problem(413, 'quota-reached', 'Ce livret a atteint sa limite de photos. Appelez le CFA.')
const wrongHash = () =>
  problem(422, 'wrong-hash', 'La photo s’est abîmée en route. Elle va repartir.')
const notAPhoto = () => problem(422, 'not-a-photo', 'Ce fichier n’est pas une photo.')
const wrongStart = (expected: number) =>
  problem(409, 'wrong-start', 'Il manque un morceau de la photo. Il va partir.', { expected })
