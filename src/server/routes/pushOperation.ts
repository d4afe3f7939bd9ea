import { nextHead, type Verdict } from '#domain/chain.ts'
import { decide, relatedIds, type Decision } from '#domain/decide.ts'
import { hashOfText } from '#domain/hash.ts'
import type { DeviceId, DocumentId, LogbookId, OperationId, PersonId } from '#domain/identifiers.ts'
import type { Role } from '#domain/kind.ts'
import type { Signature } from '#domain/logbookDocument.ts'
import type { Operation } from '#domain/operation.ts'
import type { Actor } from '#domain/rights.ts'
import { readOperation } from '#protocol/operation.ts'
import type { SigningKey } from '#protocol/logbookFacts.ts'
import type { Database } from '#server/storage/database.ts'
import {
  loadDocuments,
  saveDocument,
  type StoredDocument,
} from '#server/storage/logbookDocuments.ts'
import { keepOperation } from '#server/storage/logbookOperations.ts'
import type { Head } from '#server/storage/logbooks.ts'
import { isSignatureOf } from './pushSignature.ts'

/** One push while its logbook is locked. */
export interface OpenPush {
  readonly tx: Database
  readonly logbookId: LogbookId
  readonly pusher: { readonly personId: PersonId; readonly role: Role }
  readonly deviceId: DeviceId
  /** The device’s key, or `null`: it does not sign. */
  readonly key: SigningKey | null
  readonly members: ReadonlyMap<PersonId, Role>
  /** UTC instant by the server’s clock. */
  readonly at: string
  readonly signReceipt: (payload: unknown) => string
  /** Told what broke on our side, with the operation’s id. */
  readonly report: (error: unknown, id: OperationId) => void
  /** Documents of this logbook as they rest, `null` where there is none; grows as they are read. */
  readonly documents: Map<DocumentId, StoredDocument | null>
}

export interface Received extends Head {
  readonly verdict: Verdict
  readonly code: string | null
}

/**
 * Takes one operation as the next of the logbook after `head`: decides, writes what it changes,
 * keeps it whatever its verdict, and gives its place. What breaks on our side undoes this
 * operation’s writes alone and holds it for a person to look at; the next one goes on.
 */
export async function receive(
  push: OpenPush,
  { id, n, body }: { readonly id: OperationId; readonly n: number; readonly body: unknown },
  head: Head,
): Promise<Received> {
  const { tx, logbookId, deviceId, at, report } = push
  const text = JSON.stringify(body)
  const hash = hashOfText(text)
  const seq = head.seq + 1
  const place = (verdict: Verdict, code: string | null): Received => ({
    verdict,
    code,
    seq,
    chain: nextHead(head.chain, { seq, hash, verdict }),
  })

  const read = readOperation(body)
  const actor = read.ok ? actorOf(read.operation, push) : null
  let received: Received
  if (!read.ok) {
    // Of a newer app, or damaged: a person looks at it later, the queue behind it goes on now.
    received = place(read.code === 'unreadable' ? 'held' : 'rejected', read.code)
  } else if (!actor) {
    received = place('rejected', 'not-allowed')
  } else {
    await tx.query('savepoint operation')
    try {
      received = await execute(push, read.operation, actor, place)
    } catch (error) {
      if (isOutage(error)) throw error
      await tx.query('rollback to savepoint operation')
      report(error, id)
      received = place('held', 'failed')
    }
    await tx.query('release savepoint operation')
  }
  const kept = { id, deviceId, n, actor: actor?.personId ?? push.pusher.personId, body: text, hash }
  await keepOperation(tx, logbookId, { ...kept, ...received, at })
  return received
}

/** The role from our rows and the time from our clock: the device is believed about neither. */
function actorOf(operation: Operation, { logbookId, pusher, members, at }: OpenPush): Actor | null {
  if (operation.present === null) return { logbookId, ...pusher, at }
  const role = members.get(operation.present)
  return role ? { logbookId, personId: operation.present, role, at, via: pusher } : null
}

async function execute(
  push: OpenPush,
  operation: Operation,
  actor: Actor,
  place: (verdict: Verdict, code: string | null) => Received,
): Promise<Received> {
  const { tx, documents, logbookId } = push
  const id = operation.documentId
  await load(push, [id])
  const before = documents.get(id) ?? null
  const related = relatedIds(before?.document ?? null, operation)
  await load(push, related)
  const find = (other: DocumentId) => documents.get(other)?.document ?? null

  const decision = decide(before?.document ?? null, operation, actor, find)
  const received = place(decision.verdict, codeOf(decision))
  if (decision.verdict === 'rejected' || decision.document === before?.document) return received

  const signature = decision.document.signatures[before?.document.signatures.length ?? 0]
  if (signature && !isProven(push, operation, signature)) return place('rejected', 'bad-signature')

  const prove = ({ version, hash, jws }: Signature) => ({
    key: jws === null ? null : push.key,
    receipt: push.signReceipt({
      logbook: logbookId,
      document: id,
      version,
      hash,
      signature: hashOfText(jws ?? ''),
      seq: received.seq,
      chain: received.chain,
      receivedAt: push.at,
    }),
  })
  const after = await saveDocument(tx, before, decision.document, received.seq, prove)
  documents.set(id, after)
  return received
}

const codeOf = (decision: Decision) => (decision.verdict === 'applied' ? null : decision.code)

/** Without a JWS the signature is one of a session, and its level says so. */
function isProven(push: OpenPush, { documentId }: Operation, signature: Signature): boolean {
  const { version, hash, signer, role, jws } = signature
  if (jws === null) return true
  if (!push.key) return false
  const { logbookId: logbook, deviceId: device } = push
  const statement = { logbook, document: documentId, version, hash, signer, role, device }
  return isSignatureOf(jws, statement, push.key)
}

/** Reads those of `ids` that were not read yet. */
export async function load(push: OpenPush, ids: readonly DocumentId[]): Promise<void> {
  const { tx, logbookId, documents } = push
  const missing = ids.filter((id) => !documents.has(id))
  const found = await loadDocuments(tx, { logbookIds: [logbookId], ids: missing })
  for (const id of missing) documents.set(id, null)
  for (const stored of found) documents.set(stored.document.id, stored)
}

/**
 * SQLSTATE classes that are nobody’s operation’s fault: connection, rollback by the database,
 * no space, stopped by an administrator, the disk. The whole push is undone and sent again.
 */
const OUTAGES = new Set(['08', '25', '40', '53', '57', '58'])

function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (!('code' in error) || typeof error.code !== 'string') return isBrokenConnection(error)
  return OUTAGES.has(error.code.slice(0, 2)) || /^E[A-Z]+$/u.test(error.code)
}

/** `pg` gives a lost connection no code. */
const isBrokenConnection = (error: Error) =>
  /^connection terminated|not queryable/iu.test(error.message)
