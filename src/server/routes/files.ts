import { readFile } from 'node:fs/promises'
import type { Context, Handler } from 'hono'
import { filesOf } from '#domain/content.ts'
import type { LogbookId, PersonId } from '#domain/identifiers.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import type { FileReference, Value } from '#domain/operation.ts'
import { project } from '#domain/rights.ts'
import { logbookId as logbookIdSchema, sha256Hex } from '#protocol/identifier.ts'
import type { Deps } from '#server/deps.ts'
import { readPhoto } from '#server/documents/photo.ts'
import { placeOf, receiveUpload } from '#server/documents/upload.ts'
import type { Env } from '#server/env.ts'
import { problem } from '#server/problem.ts'
import { civilDay } from '#server/storage/civilDay.ts'
import { inTransaction } from '#server/storage/database.ts'
import { loadDocuments } from '#server/storage/logbookDocuments.ts'
import { findFile, findNaming, keepFile, listBringers } from '#server/storage/logbookFiles.ts'
import { listMembers } from '#server/storage/logbooks.ts'

/**
 * `PUT /api/v1/logbooks/:id/files/:sha256`: a photo as it is, under the hash of its bytes.
 *
 * 201, or 200 where this person had brought it before · 401 `signed-out` · 404 `not-found`: not a
 * member, or no such logbook · 413 `too-large` · 422 `wrong-hash` · 422 `not-a-photo`. Refused
 * bytes are not kept.
 */
export const putFile =
  (deps: Deps): Handler<Env> =>
  async (c) => {
    const { pool, configuration, now, newId } = deps
    const asked = await readQuestion(deps, c)
    if (!asked) return notFound()
    const { sha256, logbookId, personId } = asked

    const upload = await receiveUpload(c.req.raw.body, configuration.dataFolder, newId())
    if (upload === null) return tooLarge()
    try {
      if (upload.sha256 !== sha256) return wrongHash()
      const photo = readPhoto(await upload.readStart())
      if (!photo) return notAPhoto()
      await upload.keep()
      const file = { sha256, size: upload.size, mime: photo.mime }
      const isNew = await inTransaction(pool, (tx) =>
        keepFile(tx, file, { logbookId, personId, at: now() }),
      )
      return c.json(file, isNew ? 201 : 200)
    } finally {
      await upload.forget()
    }
  }

/**
 * `GET` and `HEAD /api/v1/logbooks/:id/files/:sha256`: the photo, for who brought it here or may
 * read a document that names it. 401 `signed-out` · 404 `not-found` for everybody and everything
 * else.
 */
export const getFile =
  (deps: Deps): Handler<Env> =>
  async (c) => {
    const { pool, configuration } = deps
    const asked = await readQuestion(deps, c)
    if (!asked || !(await maySee(deps, asked))) return notFound()
    const file = await findFile(pool, asked.sha256)
    const bytes =
      file && (await readFile(placeOf(configuration.dataFolder, file.sha256)).catch(() => null))
    if (!file || !bytes) return notFound()

    const headers = {
      'Content-Type': file.mime,
      'Content-Length': String(bytes.length),
      'Content-Disposition': 'inline',
      // Whatever the bytes turn out to be, they never run as a page of ours.
      'Content-Security-Policy': 'sandbox',
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    }
    return new Response(c.req.method === 'HEAD' ? null : new Uint8Array(bytes), { headers })
  }

interface Question {
  readonly logbookId: LogbookId
  readonly sha256: string
  readonly personId: PersonId
  readonly role: ReturnType<Awaited<ReturnType<typeof listMembers>>['get']>
}

/** What is asked for, by a member of today, or `null`. */
async function readQuestion({ pool, now }: Deps, c: Context<Env>): Promise<Question | null> {
  const logbookId = logbookIdSchema.safeParse(c.req.param('id'))
  const sha256 = sha256Hex.safeParse(c.req.param('sha256'))
  if (!logbookId.success || !sha256.success) return null
  const personId = c.get('session').personId as PersonId
  const members = await listMembers(pool, logbookId.data, civilDay(now()))
  const role = members.get(personId)
  return role ? { logbookId: logbookId.data, sha256: sha256.data, personId, role } : null
}

async function maySee({ pool }: Deps, { logbookId, sha256, personId, role }: Question) {
  if (!role) return false
  // To name a hash is not to have the photo: somebody must have brought it into this logbook.
  const bringers = await listBringers(pool, logbookId, sha256)
  if (bringers.length === 0 || bringers.includes(personId)) return bringers.length > 0
  const ids = await findNaming(pool, logbookId, sha256)
  const stored = await loadDocuments(pool, { logbookIds: [logbookId], ids })
  return stored.some(({ document }) => {
    const seen = project(document, { personId, role })
    return seen !== null && namesOf(seen).some((file) => file.sha256 === sha256)
  })
}

/** All files that a document names: in its draft, in wordings put aside, in its versions. */
function namesOf({ fields, alternatives, versions }: LogbookDocument): FileReference[] {
  const written = [...Object.values(fields), ...Object.values(alternatives).flat()]
  const values = Object.fromEntries(written.map(({ value }, index) => [index, value])) as Record<
    string,
    Value
  >
  return [...filesOf(values), ...versions.flatMap(({ content }) => filesOf(content))]
}

const notFound = () => problem(404, 'not-found', 'Cette photo n’existe pas.')
const tooLarge = () => problem(413, 'too-large', 'Cette photo est trop lourde.')
const wrongHash = () =>
  problem(422, 'wrong-hash', 'La photo s’est abîmée en route. Elle va repartir.')
const notAPhoto = () => problem(422, 'not-a-photo', 'Ce fichier n’est pas une photo.')
