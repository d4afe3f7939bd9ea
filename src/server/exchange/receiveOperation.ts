import { nextHead, type Verdict } from '#domain/chain.ts'
import { filesOf } from '#domain/content.ts'
import { decide, relatedIds, type Decision } from '#domain/decide.ts'
import { hashOfText } from '#domain/hash.ts'
import type { DocumentId } from '#domain/identifiers.ts'
import { kinds } from '#domain/kinds.ts'
import type { LogbookDocument, Signature } from '#domain/logbookDocument.ts'
import type { Operation } from '#domain/operation.ts'
import { RESCUED } from '#domain/rescue.ts'
import type { Actor } from '#domain/rights.ts'
import { readOperation } from '#protocol/operation.ts'
import type { Result } from '#protocol/sync.ts'
import type { Head, StoredDocument } from '#server/storage/logbookStorage.ts'
import { isShownToCompany } from './interviewReaders.ts'
import type { Item, OpenDecision, OpenPush } from './openPush.ts'
import { isSignatureOf } from './signatureCheck.ts'

/** What became of an operation. */
export interface Received {
  readonly verdict: Verdict
  readonly code: string | null
}

/**
 * Takes one operation as the next of the logbook: decides, notes what it changes, keeps it whatever
 * its verdict, and gives its place. What breaks on our side holds this operation for a person to
 * look at; the next one goes on.
 */
export async function receive(push: OpenPush, item: Item): Promise<Result> {
  const { id, n, body } = item
  const { deviceId, at, pusher } = push
  const text = JSON.stringify(body)
  const hash = hashOfText(text)
  const { seq, chain: before } = push.head()
  const place = ({ verdict }: Received): Head => ({
    seq: seq + 1,
    chain: nextHead(before, { seq: seq + 1, hash, verdict }),
  })

  const read = readOperation(body)
  const actor = read.ok ? actorOf(read.operation, push) : null
  /** Who was present on the device, whatever their part is today; otherwise its owner. */
  const writer = (read.ok ? read.operation.present : null) ?? pusher.personId
  let received: Received
  if (!read.ok) {
    // Of a newer app, or damaged: a person looks at it later, the queue behind it goes on now.
    received = { verdict: read.code === 'unreadable' ? 'held' : 'rejected', code: read.code }
  } else if (push.isPutAside === true && push.parts.has(writer)) {
    received = { verdict: 'held', code: RESCUED }
  } else if (!actor || pusher.standing === 'past') {
    received = { verdict: 'rejected', code: actor ? 'not-a-member' : 'not-allowed' }
  } else if (pusher.standing === 'late' && isAboutOthers(read.operation)) {
    received = { verdict: 'held', code: 'late' }
  } else if (push.broken === id) {
    received = { verdict: 'held', code: 'failed' }
  } else {
    received = await execute(push, read.operation, actor, place)
  }
  const { verdict, code } = received
  // What waits for a decision is decided as whoever wrote it.
  const by = code === RESCUED ? writer : (actor?.personId ?? pusher.personId)
  const kept = { id, deviceId, n, actor: by, body: text, hash }
  push.keep({ ...kept, ...received, ...place(received), at })
  return { id, n, seq: seq + 1, verdict, code }
}

/** The role from our rows and the time from our clock: the device is believed about neither. */
function actorOf(operation: Operation, { logbookId, pusher, parts, at }: OpenPush): Actor | null {
  const { personId, role } = pusher
  if (operation.present === null) return { logbookId, personId, role, at }
  const part = parts.get(operation.present)
  if (part?.standing !== 'present') return null
  return { logbookId, personId: operation.present, role: part.role, at, via: { personId, role } }
}

/** Acts on somebody else’s words by who no longer belongs here: a person settles them. */
const isAboutOthers = ({ type }: Operation) => type === 'sign' || type === 'return'

/**
 * Decides an operation that was read, and notes what it changes. `place`: where it stands in the
 * history once it has its verdict. What breaks in it leaves it `held`.
 */
export async function execute(
  push: OpenDecision,
  operation: Operation,
  actor: Actor,
  place: (received: Received) => Head,
): Promise<Received> {
  const id = operation.documentId
  await push.load([id])
  const before = push.find(id)
  await push.load(relatedIds(before?.document ?? null, operation))
  const find = (other: DocumentId) => push.find(other)?.document ?? null
  let decision: Decision
  try {
    if (isShownToCompany(operation, push.programme)) {
      return { verdict: 'rejected', code: 'not-allowed' }
    }
    decision = decide(before?.document ?? null, operation, actor, find)
  } catch (error) {
    push.report(error, operation.id)
    return { verdict: 'held', code: 'failed' }
  }
  const { document } = decision
  const code = decision.verdict === 'applied' ? null : decision.code
  const received: Received = { verdict: decision.verdict, code }
  if (decision.verdict === 'rejected' || !document || document === before?.document) return received

  const known = before?.document.signatures.length ?? 0
  const [signature] = document.signatures.slice(known)
  if (signature && !isProven(push, operation, signature)) {
    return { verdict: 'rejected', code: 'bad-signature' }
  }
  const signed = document.versions.find(({ hash }) => hash === signature?.hash)
  if (signed && !(await push.hasFiles(filesOf(signed.content)))) {
    // Nobody signs what nobody can look at: kept, and offered again once the files are here.
    return { verdict: 'held', code: 'files-missing' }
  }
  note(push, before, document, place(received))
  return received
}

/** Notes what the operation at `head` made of a document. */
function note(
  push: OpenDecision,
  before: StoredDocument | null,
  after: LogbookDocument,
  head: Head,
): void {
  const { id: documentId } = after
  const { seq } = head
  const earlier = before?.document
  const proven = after.signatures.slice(earlier?.signatures.length ?? 0).map((signature) => {
    const receipt = receiptOf(push, documentId, signature, head)
    const key = signature.jws === null ? null : push.key
    return { documentId, signature: { ...signature, receipt }, proof: { receipt, key }, seq }
  })
  const signatures = [...(earlier?.signatures ?? []), ...proven.map(({ signature }) => signature)]
  const versions = after.versions
    .slice(earlier?.versions.length ?? 0)
    .map((version) => ({ documentId, version }))
  const isShared = sharedFace(after) !== (earlier ? sharedFace(earlier) : null)
  const sharedSeq = isShared ? seq : (before?.sharedSeq ?? null)
  push.store(
    { seq, sharedSeq, document: { ...after, signatures } },
    { versions, signatures: proven },
  )
}

const receiptOf = (
  { logbookId: logbook, signReceipt, at: receivedAt }: OpenDecision,
  document: DocumentId,
  { version, hash, jws }: Signature,
  { seq, chain }: Head,
): string =>
  signReceipt({
    ...{ logbook, document, version, hash },
    signature: hashOfText(jws ?? ''),
    ...{ seq, chain, receivedAt },
  })

/** Without a JWS the signature is one of a session, and its level says so. */
function isProven(push: OpenDecision, { documentId }: Operation, signature: Signature): boolean {
  const { version, hash, signer, role, jws } = signature
  if (jws === null) return true
  if (!push.key) return false
  const { logbookId: logbook, deviceId: device } = push
  const statement = { logbook, document: documentId, version, hash, signer, role, device }
  return isSignatureOf(jws, statement, push.key)
}

/** What others than the author can see at most, as a text that changes with it; `null`: nothing. */
function sharedFace(document: LogbookDocument): string | null {
  const { state, versions, signatures, returns } = document
  const hasDraftReaders = kinds[document.kind].draftReaders.length > 0
  if (state === 'discarded' || (versions.length === 0 && !hasDraftReaders)) return null
  const draft = hasDraftReaders ? document.fields : {}
  return JSON.stringify([state, versions.length, signatures.length, returns.length, draft])
}
