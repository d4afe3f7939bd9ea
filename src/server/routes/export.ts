import { ReadableStream } from 'node:stream/web'
import type { Context, Handler } from 'hono'
import type { LogbookId, PersonId } from '#domain/identifiers.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import type { FileReference } from '#domain/operation.ts'
import { project } from '#domain/rights.ts'
import { isSound } from '#domain/sound.ts'
import type { ExportFile } from '#protocol/exportFile.ts'
import { logbookId as logbookIdSchema } from '#protocol/identifier.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import type { Deps } from '#server/deps.ts'
import { keyOf } from '#server/documents/fileStore.ts'
import { fileName, namedFiles } from '#server/documents/namedFiles.ts'
import { zip, type ZipEntry } from '#server/documents/zip.ts'
import type { Env } from '#server/env.ts'
import { problem } from '#server/problem.ts'
import { civilDay } from '#server/storage/civilDay.ts'
import { listBrought } from '#server/storage/logbookFiles.ts'
import type { Snapshot } from '#server/storage/logbookStorage.ts'

/**
 * `GET /api/v1/logbooks/:id/export`: the whole livret as this person may see it, as one file that
 * anybody can check (`src/protocol/verifyExport.ts`).
 *
 * 401 `signed-out` · 404 `not-found`: not a member, or no such logbook.
 */
export const exportLogbook =
  (deps: Deps): Handler<Env> =>
  async (c) => {
    const found = await readExport(deps, c)
    if (!found) return notFound()
    return c.json(found.file, 200, saveAs(`${found.name}.json`))
  }

/**
 * `GET /api/v1/logbooks/:id/export.zip`: the same file, as `livret.json`, with the photos it names
 * under `photos/` and the sounds under `memos/`, by their hashes and byte for byte as they were
 * signed. One that has not arrived is not in it. Answers as above.
 */
export const exportWithFiles =
  (deps: Deps): Handler<Env> =>
  async (c) => {
    const found = await readExport(deps, c)
    if (!found) return notFound()
    const entries = entriesOf(deps, found.file, await listFiles(deps, found.file))
    const bytes = ReadableStream.from(zip(entries))
    const headers = { 'Content-Type': 'application/zip', ...saveAs(`${found.name}.zip`) }
    return new Response(bytes as ReadableStream<Uint8Array>, { headers })
  }

/** The files that the documents of an export name, each once, and that somebody brought here. */
async function listFiles({ pool }: Deps, { documents, logbook }: Shaped): Promise<FileReference[]> {
  const named = new Map(documents.flatMap(namedFiles).map((each) => [each.sha256, each]))
  // To name a hash is not to have the file: it may be one of another livret.
  const here = await listBrought(pool, logbook.id, [...named.keys()])
  return [...named.values()].filter(({ sha256 }) => here.has(sha256))
}

async function* entriesOf(
  { files, log }: Deps,
  file: Shaped,
  named: readonly FileReference[],
): AsyncGenerator<ZipEntry> {
  yield { name: 'livret.json', bytes: Buffer.from(JSON.stringify(file, null, 1)) }
  for (const each of named) {
    const bytes = await files.read(keyOf(each.sha256, 'original')).catch((error: unknown) => {
      // The answer has begun: its reader finds it cut short, and only this says why.
      log({ event: 'export-broken' }, error)
      throw error
    })
    if (bytes) yield { name: `${isSound(each) ? 'memos' : 'photos'}/${fileName(each)}`, bytes }
  }
}

const saveAs = (name: string) => ({ 'Content-Disposition': `attachment; filename="${name}"` })

/** The file, and a name for it without an ending; `null`: not a member, or no such logbook. */
async function readExport(
  { storage, now, serverKey }: Deps,
  c: Context<Env>,
): Promise<{ readonly file: Shaped; readonly name: string } | null> {
  const id = logbookIdSchema.safeParse(c.req.param('id'))
  if (!id.success) return null
  const at = now()
  const personId = c.get('session').personId as PersonId
  const day = civilDay(at)
  const content = await storage.inSnapshot((snapshot) =>
    readLogbook(snapshot, id.data, { personId, day }),
  )
  if (!content) return null
  const file: Shaped = {
    format: 'livret-export',
    version: 1,
    exportedAt: at.toISOString(),
    exportedBy: { personId, source: 'server' },
    ...content,
    serverKey: { ...serverKey.publicKey },
  }
  return { file, name: `livret-${nameOf(content.logbook)}-${day}` }
}

/** As `exportFileSchema` says; it writes lists that can be changed, ours cannot. */
type Shaped = Omit<ExportFile, 'documents'> & { readonly documents: readonly LogbookDocument[] }

async function readLogbook(
  snapshot: Snapshot,
  id: LogbookId,
  { personId, day }: { readonly personId: PersonId; readonly day: string },
): Promise<Pick<Shaped, 'logbook' | 'documents' | 'keys' | 'chain'> | null> {
  const book = (await snapshot.listReadable(personId, day)).find((each) => each.id === id)
  const logbook = (await snapshot.readFacts([id])).get(id)
  if (!book || !logbook) return null
  const stored = await snapshot.loadDocuments({ logbookIds: [id], ids: null })
  const documents = stored.flatMap(({ document }) => {
    const seen = project(document, { personId, role: book.role })
    return seen ? [seen] : []
  })
  const keys = (await snapshot.listSigningKeys([{ id, seq: 0 }])).get(id) ?? []
  const chain = { seq: book.seq, head: book.chain, links: await snapshot.listLinks(id) }
  return { logbook, documents, keys, chain }
}

/** The apprentice’s name as a file may bear it anywhere: `camille-durand`. */
function nameOf({ members }: LogbookFacts): string {
  const { name = '' } = members.find(({ role }) => role === 'apprentice') ?? {}
  const plain = name
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
  return plain.replaceAll(/[^a-z\d]+/gu, '-').replaceAll(/^-|-$/gu, '') || 'apprenti'
}

const notFound = () => problem(404, 'not-found', 'Ce livret n’existe pas.')
