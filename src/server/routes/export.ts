import type { Handler } from 'hono'
import type { LogbookId, PersonId } from '#domain/identifiers.ts'
import { project } from '#domain/rights.ts'
import type { ExportFile } from '#protocol/exportFile.ts'
import { logbookId as logbookIdSchema } from '#protocol/identifier.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import type { Deps } from '#server/deps.ts'
import type { Env } from '#server/env.ts'
import { problem } from '#server/problem.ts'
import { civilDay } from '#server/storage/civilDay.ts'
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
    const { storage, now, serverKey } = deps
    const id = logbookIdSchema.safeParse(c.req.param('id'))
    if (!id.success) return notFound()
    const at = now()
    const personId = c.get('session').personId as PersonId
    const day = civilDay(at)
    const content = await storage.inSnapshot((snapshot) =>
      readLogbook(snapshot, id.data, { personId, day }),
    )
    if (!content) return notFound()

    const file: Shaped = {
      format: 'livret-export',
      version: 1,
      exportedAt: at.toISOString(),
      exportedBy: { personId, source: 'server' },
      ...content,
      serverKey: { ...serverKey.publicKey },
    }
    const name = `livret-${nameOf(content.logbook)}-${day}.json`
    return c.json(file, 200, { 'Content-Disposition': `attachment; filename="${name}"` })
  }

/** As `exportFileSchema` says; it writes lists that can be changed, ours cannot. */
type Shaped = Omit<ExportFile, 'documents'> & { readonly documents: readonly object[] }

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
