import type { Handler } from 'hono'
import { sumOf } from '#domain/chain.ts'
import type { DocumentId, LogbookId, PersonId } from '#domain/identifiers.ts'
import { roles } from '#domain/kind.ts'
import { project, type Reader } from '#domain/rights.ts'
import {
  pullRequestSchema,
  type Cursor,
  type PulledBook,
  type PullRequest,
  type PullResponse,
} from '#protocol/sync.ts'
import type { Deps } from '#server/deps.ts'
import type { Env } from '#server/env.ts'
import { civilDay } from '#server/storage/civilDay.ts'
import { inTransaction, type Database } from '#server/storage/database.ts'
import { findDevice, noteContact } from '#server/storage/logbookDevices.ts'
import { groupBy } from '#server/storage/groupBy.ts'
import { loadDocuments } from '#server/storage/logbookDocuments.ts'
import {
  findHeads,
  lastNumbers,
  listFrames,
  listReadable,
  listSigningKeys,
  listVerdicts,
  readFacts,
  type ReadableLogbook,
} from '#server/storage/pullSnapshot.ts'
import { planBook, type BookPlan } from './pullPlan.ts'
import { notOurProtocol, tooLarge, unknownDevice } from './push.ts'
import { readSyncBody } from './pushBody.ts'

/** A cursor has about 180 bytes: room for thousands of logbooks. */
const BYTES_MAX = 1_000_000

/**
 * `POST /sync/v1/pull`: what is new for one person in all logbooks, as one moment saw it.
 *
 * 401 `signed-out` · 413 `too-large` · 422 `not-our-protocol` · 403 `unknown-device`.
 */
export const pull =
  (deps: Deps): Handler<Env> =>
  async (c) => {
    const body = await readSyncBody(c, BYTES_MAX)
    if (body === null) return tooLarge()
    const request = pullRequestSchema.safeParse(body.json)
    if (!request.success) return notOurProtocol()

    const { pool, now, serverKey } = deps
    const { deviceId } = request.data
    const personId = c.get('session').personId as PersonId
    if (!(await findDevice(pool, deviceId, personId))) return unknownDevice()

    const at = now()
    const day = civilDay(at)
    // Documents, verdicts, numbers and sums belong together: one snapshot for all of them.
    const news = await inTransaction(
      pool,
      async (tx) => {
        await tx.query('set transaction read only')
        return readNews(tx, { ...request.data, personId, day })
      },
      { isolation: 'repeatable read' },
    )
    await noteContact(pool, deviceId, { at, pending: null })
    const { publicKey } = serverKey
    return c.json({
      ...news,
      serverKey: { ...publicKey },
      serverTime: at.toISOString(),
    } satisfies PullResponse)
  }

interface Question extends Pick<PullRequest, 'deviceId' | 'books'> {
  readonly personId: PersonId
  readonly day: string
}

async function readNews(
  tx: Database,
  { personId, day, deviceId, books }: Question,
): Promise<Pick<PullResponse, 'books' | 'revoked'>> {
  const readable = await listReadable(tx, personId, day)
  const ids = [...readable.keys()]
  const named = Object.keys(books) as LogbookId[]
  const headAt = await findHeads(
    tx,
    named.filter((id) => readable.has(id)).map((id) => ({ id, seq: books[id]?.seq ?? 0 })),
  )
  const frames = await listFrames(tx, ids)
  const plans = [...readable.values()].map((book) => {
    const since = sinceOf(books[book.id], book, headAt)
    const reader = { personId, role: book.role }
    return planBook({ book, since, frames: frames.get(book.id) ?? [], reader })
  })

  const wanted = plans.flatMap(({ documentIds }) => documentIds)
  const documents = await readDocuments(tx, plans, wanted, personId)
  const resetIds = plans.filter(({ since }) => since === null).map(({ book }) => book.id)
  const facts = await readFacts(tx, resetIds)
  const keys = await listSigningKeys(tx, ids, wanted)
  const settled = ids.map((id) => ({ id, n: books[id]?.settled ?? 0 }))
  const verdicts = await listVerdicts(tx, deviceId, settled)
  const numbers = await lastNumbers(tx, deviceId, [...new Set([...ids, ...named])])
  // A page ends at a number: the cursor needs the chain there.
  const cut = plans.filter(({ more }) => more).map(({ book, seq }) => ({ id: book.id, seq }))
  const chainAt = cut.length > 0 ? await findHeads(tx, cut) : () => null

  const pulled: Record<LogbookId, PulledBook> = {}
  for (const { book, since, seq, more, held } of plans) {
    const { id, role, chain } = book
    pulled[id] = {
      reset: since === null,
      grant: grantOf(book),
      role,
      facts: facts.get(id) ?? null,
      keys: keys.get(id) ?? [],
      documents: documents.get(id) ?? [],
      verdicts: verdicts.get(id) ?? [],
      lastN: numbers.get(id) ?? 0,
      seq,
      chain: more ? (chainAt(id, seq) ?? chain) : chain,
      sum: more ? null : sumOf(held),
      more,
    }
  }
  const revoked = named
    .filter((id) => !readable.has(id))
    .map((logbookId) => ({ logbookId, lastN: numbers.get(logbookId) ?? 0 }))
  return { books: pulled, revoked }
}

/** A role may change with a date, without a new grant: the device’s number says both. */
const grantOf = ({ grantNumber, role }: ReadableLogbook): number =>
  grantNumber * roles.length + roles.indexOf(role)

/** Up to where the device’s copy is ours; `null`: it is not, and everything is sent anew. */
function sinceOf(
  cursor: Cursor | undefined,
  book: ReadableLogbook,
  headAt: (id: LogbookId, seq: number) => string | null,
): number | null {
  if (!cursor || cursor.grant !== grantOf(book)) return null
  // Where we have no operation of that number, the device knows more than we do: no chain is like it.
  return headAt(book.id, cursor.seq) === cursor.chain ? cursor.seq : null
}

/** The wanted documents as the person may see them, by logbook, in the order of their revisions. */
async function readDocuments(
  tx: Database,
  plans: readonly BookPlan[],
  ids: readonly DocumentId[],
  personId: PersonId,
): Promise<Map<LogbookId, PulledBook['documents']>> {
  const logbookIds = plans.filter((plan) => plan.documentIds.length > 0).map(({ book }) => book.id)
  const stored = await loadDocuments(tx, { logbookIds, ids })
  const storedOf = groupBy(stored, ({ document }) => document.logbookId)
  return new Map(
    plans.map(({ book, documentIds, held }) => {
      const reader: Reader = { personId, role: book.role }
      const wanted = new Set(documentIds)
      const revisions = new Map(held.map(({ id, revision }) => [id, revision]))
      const documents = (storedOf.get(book.id) ?? []).flatMap(({ document }) => {
        const seen = wanted.has(document.id) ? project(document, reader) : null
        const revision = revisions.get(document.id)
        return seen && revision !== undefined ? [{ ...seen, revision }] : []
      })
      return [book.id, documents.sort((one, other) => one.revision - other.revision)]
    }),
  )
}
