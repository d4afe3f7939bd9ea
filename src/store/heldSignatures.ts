import { filesOf } from '#domain/content.ts'
import type { Field } from '#domain/kind.ts'
import { kindNames, kinds } from '#domain/kinds.ts'
import { lastVersion, type LogbookDocument } from '#domain/logbookDocument.ts'
import type { FileReference, Intent } from '#domain/operation.ts'
import { raised } from '#domain/operationShapes.ts'
import { isComplete, signersOf } from '#domain/signing.ts'
import { act } from './act.ts'
import { listBooks } from './books.ts'
import { listAttention } from './countWaiting.ts'
import type { LogbookDb, SentRow } from './database.ts'
import { findDocument, listDocuments } from './documents.ts'
import { listUnseen } from './pictures.ts'
import { isHeldForFiles } from './waiting.ts'

/** Signatures made here that the server keeps until the files have arrived. No order. */
export const listHeldSignatures = async (db: LogbookDb): Promise<SentRow[]> => {
  const refused = await db.read(['sent'], listAttention)
  return refused.filter(isHeldForFiles)
}

/** A file that somebody on this device is asked to sign, or has signed, without having it. */
export interface WantedFile extends FileReference {
  readonly logbookId: LogbookDocument['logbookId']
}

/** Files of what waits for a signature of this person, of which nothing is here yet. */
export async function listWantedFiles(db: LogbookDb): Promise<WantedFile[]> {
  const documents = await listToSign(db)
  for (const row of await listHeldSignatures(db)) {
    const document = await findDocument(db, { ...row, id: row.documentId })
    if (document) documents.push(document)
  }
  const files = new Map<string, WantedFile>()
  for (const { logbookId, versions } of documents) {
    for (const file of versions.flatMap(({ content }) => filesOf(content))) {
      files.set(file.sha256, { ...file, logbookId })
    }
  }
  const unseen = await listUnseen(db, [...files.keys()])
  return unseen.flatMap((sha256) => files.get(sha256) ?? [])
}

/** Documents that may name files and wait for a signature of this person’s role. */
async function listToSign(db: LogbookDb): Promise<LogbookDocument[]> {
  const found: LogbookDocument[] = []
  for (const { id, role } of await listBooks(db)) {
    const signed = kindNames.filter((name) => {
      const { fields, signers } = kinds[name]
      return Object.values<Field>(fields).some(holdsFiles) && signers.includes(role)
    })
    const waits = (document: LogbookDocument) => {
      const kind = kinds[document.kind]
      const version = lastVersion(document)
      return (
        version !== undefined &&
        kind.lifecycle.sign?.from.includes(document.state) === true &&
        signersOf(kind, version.content).includes(role) &&
        !isComplete(kind, document)
      )
    }
    found.push(...(await listDocuments(db, signed, id)).filter(waits))
  }
  return found
}

const holdsFiles = (field: Field): boolean =>
  field.type === 'files' ||
  (field.type === 'items' && Object.values(field.of).some(({ type }) => type === 'sound'))

/**
 * Offers each signature once more whose files have all arrived, under a new id and with the seal
 * it had. Returns how many. The earlier one needs its person no more. `isThere`: whether the server
 * has a file now; what it gave us before it may have lost since.
 */
export async function signAgain(
  db: LogbookDb,
  newIntent: () => Pick<Intent, 'id' | 'at'>,
  isThere: (file: WantedFile) => Promise<boolean>,
): Promise<number> {
  let offered = 0
  for (const row of await listHeldSignatures(db)) {
    if (!(await haveArrived(db, row, isThere))) continue
    const { id, at } = newIntent()
    const decision = await act(db, { ...raised(row.operation), id, at }, { ...row.actor, at })
    const { attention: _looked, ...settled } = row
    if (decision.verdict === 'rejected') {
      // What nobody can sign any more waits for nothing: its person is told why.
      const result = { ...row.result, code: decision.code }
      await db.write(['sent'], ({ sent }) => sent.put({ ...row, result }))
      continue
    }
    await db.write(['sent'], ({ sent }) => sent.put(settled))
    offered += 1
  }
  return offered
}

/** Whether the server has all files of what was signed: it confirmed ours, and has those of others. */
async function haveArrived(
  db: LogbookDb,
  { kind, logbookId, documentId: id, operation }: SentRow,
  isThere: (file: WantedFile) => Promise<boolean>,
): Promise<boolean> {
  if (operation.type !== 'sign') return false
  const document = await findDocument(db, { kind, logbookId, id })
  const version = document?.versions.find(({ hash }) => hash === operation.hash)
  if (!version) return false
  const files = filesOf(version.content)
  const hashes = files.map(({ sha256 }) => sha256)
  if ((await listUnseen(db, hashes)).length > 0) return false
  const own = await db.read(['files'], (tx) =>
    Promise.all(hashes.map((hash) => tx.files.get(hash))),
  )
  for (const [index, file] of files.entries()) {
    const mine = own[index]
    const isStored = mine ? mine.state === 'stored' : await isThere({ ...file, logbookId })
    if (!isStored) return false
  }
  return true
}
