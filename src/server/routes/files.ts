import type { Handler } from 'hono'
import { project } from '#domain/rights.ts'
import { isSound } from '#domain/sound.ts'
import type { Deps } from '#server/deps.ts'
import { keyOf, type FileForm } from '#server/documents/fileStore.ts'
import { fileName, namedFiles } from '#server/documents/namedFiles.ts'
import { drawRenditions } from '#server/documents/renditions.ts'
import type { Env } from '#server/env.ts'
import { problem } from '#server/problem.ts'
import { findFile, findNaming, isBrought, listBrought } from '#server/storage/logbookFiles.ts'
import { loadDocuments } from '#server/storage/logbookDocuments.ts'
import { noSuchFile, readQuestion, type FileQuestion } from './fileQuestion.ts'

/**
 * `GET` and `HEAD /api/v1/logbooks/:id/files/:sha256`: the photo or sound, for who brought it here
 * or may read a document that names it. What is shown was drawn anew by us: a JPEG of at most 1,600
 * pixels without anything beside the picture (`?form=screen`, or none); `?form=thumbnail`: of at
 * most 320. `?form=original`: the very bytes that were sent, which the hash names, to be saved and
 * never shown. Of a sound there is no other form; a device checks its hash and plays it from there,
 * so that no browser asks for a part of it.
 *
 * 401 `signed-out` · 404 `not-arrived`: a document this person may read names it, and its bytes
 * have not been sent yet · 404 `not-found` for everybody and everything else.
 */
export const getFile =
  (deps: Deps): Handler<Env> =>
  async (c) => {
    const { pool } = deps
    const form = formOf(c.req.query('form'))
    const asked = form && (await readQuestion(deps, c))
    if (!form || !asked) return noSuchFile()
    const isOwn = await isBrought(pool, asked)
    if (!isOwn && !(await mayReadNaming(deps, asked))) return noSuchFile()
    // To name a hash is not to have the file: somebody must have brought it into this logbook.
    const { sha256, logbookId } = asked
    const isOriginal = form === 'original'
    const isHere = isOwn || (await listBrought(pool, logbookId, [sha256])).has(sha256)
    const file = isHere ? await findFile(pool, sha256) : null
    if (file && isSound(file) && !isOriginal) return noSuchFile()
    const bytes = file && (await readForm(deps, sha256, form))
    if (!file || !bytes) return notArrived()

    const headers = {
      'Content-Type': isOriginal ? file.mime : 'image/jpeg',
      'Content-Length': String(bytes.length),
      'Content-Disposition': isOriginal ? `attachment; filename="${fileName(file)}"` : 'inline',
      // Whatever the bytes turn out to be, they never run as a page of ours.
      'Content-Security-Policy': 'sandbox',
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    }
    return new Response(c.req.method === 'HEAD' ? null : new Uint8Array(bytes), { headers })
  }

const formOf = (asked = 'screen'): FileForm | null =>
  asked === 'screen' || asked === 'thumbnail' || asked === 'original' ? asked : null

/** A picture that was lost, or is of a time before there were any, is drawn again. */
async function readForm({ files }: Deps, sha256: string, form: FileForm): Promise<Buffer | null> {
  const found = await files.read(keyOf(sha256, form))
  if (found || form === 'original') return found
  const original = await files.read(keyOf(sha256, 'original'))
  const renditions = original && (await drawRenditions(original))
  if (!renditions) return null
  await files.keep(keyOf(sha256, form), renditions[form])
  return renditions[form]
}

async function mayReadNaming(
  { pool }: Deps,
  { logbookId, sha256, personId, role }: FileQuestion,
): Promise<boolean> {
  const ids = await findNaming(pool, logbookId, sha256)
  const stored = await loadDocuments(pool, { logbookIds: [logbookId], ids })
  return stored.some(({ document }) => {
    const seen = project(document, { personId, role })
    return seen !== null && namedFiles(seen).some((file) => file.sha256 === sha256)
  })
}

const notArrived = () => problem(404, 'not-arrived', 'Ce fichier n’est pas encore arrivé.')
