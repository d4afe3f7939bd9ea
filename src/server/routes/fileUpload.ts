import type { Context, Handler } from 'hono'
import { FILE_LENGTH_HEADER, FILE_REQUEST_MAX } from '#protocol/conversation.ts'
import { SOUND_SIZE_MAX } from '#protocol/value.ts'
import type { Deps } from '#server/deps.ts'
import { keyOf } from '#server/documents/fileStore.ts'
import { readPhoto } from '#server/documents/photo.ts'
import { drawRenditions } from '#server/documents/renditions.ts'
import { readSound } from '#server/documents/sound.ts'
import type { Env } from '#server/env.ts'
import {
  receiveFile,
  receivePiece,
  type FileOutcome,
  type FileRefusal,
  type FileStorage,
  type ReadBytes,
} from '#server/exchange/receiveFile.ts'
import { problem } from '#server/problem.ts'
import { readBody } from '#server/readBody.ts'
import { inTransaction } from '#server/storage/database.ts'
import { hasRoom, isBrought, keepFile, type FilePlace } from '#server/storage/logbookFiles.ts'
import { addPiece, dropUpload, findReceived, readPieces } from '#server/storage/logbookUploads.ts'
import { unavailable } from '#server/unavailable.ts'
import { noSuchFile, readQuestion } from './fileQuestion.ts'

/**
 * `PUT /api/v1/logbooks/:id/files/:sha256`: a photo or a sound of at most half a megabyte as it is,
 * under the hash of its bytes.
 *
 * 201, or 200 where this person had brought it before · 400 `cut-off` · 401 `signed-out` · 404
 * `not-found`: not a member, or no such logbook · 413 `too-large`: send it in pieces · 413
 * `quota-reached` · 422 `wrong-hash` · 422 `not-a-photo`: nor a sound. Refused bytes are not kept.
 */
export const putFile =
  (deps: Deps): Handler<Env> =>
  async (c) => {
    const place = await readQuestion(deps, c, { late: true })
    if (!place) return noSuchFile()
    return answerOf(place, await receiveFile(storageOf(deps), place, readBytes(c)))
  }

/**
 * `GET …/files/:sha256/pieces`: 200 `{ stored: true }`, or `{ stored: false, received }`, how many
 * bytes of this person’s file have arrived. 401, 404 as above.
 */
export const getReceived =
  (deps: Deps): Handler<Env> =>
  async (c) => {
    const place = await readQuestion(deps, c, { late: true })
    if (!place) return noSuchFile()
    const stored = await isBrought(deps.pool, place)
    return c.json(stored ? { stored } : { stored, received: await findReceived(deps.pool, place) })
  }

/**
 * `PUT …/files/:sha256/pieces/:start`: a piece of a file, at most half a megabyte, from byte
 * `start` on; the header `Upload-Length` says how many bytes the whole has. A piece is taken whole
 * or not at all, and is on the disk when it is confirmed.
 *
 * 200 `{ stored: false, received }`, or with the last one the answer of a whole file, which says
 * `stored: true`, as for a file of which nothing is missing any more · 409 `wrong-start` with
 * `expected`, where the next piece begins · 413 `too-large`: the piece, or the whole · 422
 * `not-our-protocol`. A file that does not have its hash, or is none of ours, is forgotten and may
 * begin anew.
 */
export const putPiece =
  (deps: Deps): Handler<Env> =>
  async (c) => {
    const place = await readQuestion(deps, c, { late: true })
    if (!place) return noSuchFile()
    const start = readCount(c.req.param('start'))
    const size = readCount(c.req.header(FILE_LENGTH_HEADER))
    if (start === null || size === null || start > size) return notOurs()
    const piece = { start, size, at: deps.now() }
    return answerOf(place, await receivePiece(storageOf(deps), place, piece, readBytes(c)))
  }

const readBytes =
  (c: Context<Env>): ReadBytes =>
  () =>
    readBody(c.req.raw, FILE_REQUEST_MAX).catch(() => 'cut-off' as const)

/** Files as PostgreSQL and the store of files keep them. */
function storageOf({ pool, files, configuration, now }: Deps): FileStorage {
  const { fileQuotas: quotas } = configuration
  return {
    isBrought: (place) => isBrought(pool, place),
    hasRoom: (place, size) => hasRoom(pool, place, size, quotas),
    addPiece: (place, piece) => inTransaction(pool, (tx) => addPiece(tx, place, piece)),
    readPieces: (place) => readPieces(pool, place),
    dropUpload: (place) => dropUpload(pool, place),
    keep: async (place, bytes) => {
      const sound = readSound(bytes)
      if (sound && bytes.length > SOUND_SIZE_MAX) return 'too-large'
      // As it is: to make a sound anew would take a codec. Nothing serves it as a page of ours.
      if (sound) await files.keep(keyOf(place.sha256, 'original'), bytes)
      const mime = sound ?? (await keepPhoto(files, place.sha256, bytes))
      if (!mime) return 'not-a-photo'
      const file = { size: bytes.length, mime }
      const kept = await inTransaction(pool, (tx) =>
        keepFile(tx, place, { ...file, at: now(), quotas }),
      )
      return kept === 'full' ? 'quota-reached' : { ...file, isNew: kept === 'new' }
    },
  }
}

function answerOf({ sha256 }: FilePlace, outcome: FileOutcome): Response {
  if ('refused' in outcome) return refusals[outcome.refused]()
  if ('expected' in outcome) return wrongStart(outcome.expected)
  if (!outcome.stored) return Response.json(outcome)
  if (!outcome.kept) return Response.json({ stored: true })
  const { isNew, ...file } = outcome.kept
  return Response.json({ stored: true, sha256, ...file }, { status: isNew ? 201 : 200 })
}

/** Stores a photo with what is shown of it, and gives its type; `null`: it is none. */
async function keepPhoto(
  files: Deps['files'],
  sha256: string,
  bytes: Buffer,
): Promise<string | null> {
  const photo = readPhoto(bytes)
  const renditions = photo && (await drawRenditions(bytes))
  if (!renditions) return null
  await Promise.all([
    files.keep(keyOf(sha256, 'original'), bytes),
    files.keep(keyOf(sha256, 'screen'), renditions.screen),
    files.keep(keyOf(sha256, 'thumbnail'), renditions.thumbnail),
  ])
  return photo.mime
}

/** A number of bytes as it stands in an address or a header, or `null`. */
const readCount = (text: string | undefined): number | null =>
  text !== undefined && /^\d{1,9}$/u.test(text) ? Number(text) : null

const notOurs = () => problem(422, 'not-our-protocol', 'Cet envoi n’est pas lisible.')
const refusals: Readonly<Record<FileRefusal, () => Response>> = {
  busy: () => unavailable('busy'),
  'cut-off': () => problem(400, 'cut-off', 'L’envoi du fichier s’est arrêté en route.'),
  'too-large': () => problem(413, 'too-large', 'Ce fichier est trop lourd.'),
  'quota-reached': () =>
    problem(
      413,
      'quota-reached',
      'Ce livret a atteint sa limite de photos et de mémos. Appelez le CFA.',
    ),
  'wrong-hash': () =>
    problem(422, 'wrong-hash', 'Le fichier s’est abîmé en route. Il va repartir.'),
  'not-a-photo': () => problem(422, 'not-a-photo', 'Ce fichier n’est ni une photo, ni un son.'),
}
const wrongStart = (expected: number) =>
  problem(409, 'wrong-start', 'Il manque un morceau du fichier. Il va partir.', { expected })
