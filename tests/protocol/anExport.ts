import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { canonicalJson, type Canonical } from '#domain/canonicalJson.ts'
import { CHAIN_START, nextHead, type Link } from '#domain/chain.ts'
import { hashOf, hashOfText } from '#domain/hash.ts'
import type { DeviceId } from '#domain/identifiers.ts'
import type { LogbookDocument, Signature } from '#domain/logbookDocument.ts'
import { signatureStatement } from '#domain/signing.ts'
import type { ExportFile } from '#protocol/exportFile.ts'
import { verifyExport } from '#protocol/verifyExport.ts'
import {
  aBook,
  aSignature,
  logbookId,
  nextId,
  NOW,
  personId,
  present,
  writeVisit,
  writeWeek,
} from '#tests/support/builders.ts'

export const newKey = () => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = privateKey.export({ format: 'jwk' })
  const publicKey = { kty: 'EC' as const, crv: 'P-256' as const, x, y }
  const canonical = JSON.stringify({ crv: 'P-256', kty: 'EC', x, y })
  return {
    privateKey,
    publicKey,
    keyId: createHash('sha256').update(canonical).digest('base64url'),
  }
}
export const server = newKey()
export const tablet = { ...newKey(), id: nextId<DeviceId>() }
const laptop = { ...newKey(), id: nextId<DeviceId>() }

export function jwsOf(key: KeyObject, header: object, payload: string): string {
  const encode = (text: string) => Buffer.from(text).toString('base64url')
  const signed = `${encode(JSON.stringify(header))}.${encode(payload)}`
  const signature = sign('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' })
  return `${signed}.${signature.toString('base64url')}`
}

/** A signature as its device and the server would have sealed it, as operation `seq`. */
function sealed(
  document: LogbookDocument,
  signature: Signature,
  { chain, seq }: { chain: string; seq: number },
): Signature {
  const { version, hash, signer, role, via } = signature
  const device = via === null ? tablet : laptop
  const statement = signatureStatement({
    logbook: logbookId,
    document: document.id,
    version,
    hash,
    signer,
    role,
    device: device.id,
    at: NOW,
  })
  const header = { alg: 'ES256', typ: 'livret-signature+jws', kid: device.keyId }
  const jws = jwsOf(device.privateKey, header, canonicalJson(statement))
  return {
    ...signature,
    jws,
    level: via === null ? 'device-key' : 'in-person',
    receipt: receiptOf(document, { ...signature, jws }, { chain, seq }),
  }
}

export const receiptOf = (
  document: LogbookDocument,
  { version, hash, jws, at }: Signature,
  place: { chain: string; seq: number },
  key = server.privateKey,
) =>
  jwsOf(
    key,
    { alg: 'ES256', kid: server.keyId },
    JSON.stringify({
      logbook: logbookId,
      document: document.id,
      version,
      hash,
      signature: hashOfText(jws ?? ''),
      ...place,
      receivedAt: at,
    }),
  )

/** A logbook with a signed week, a visit signed on the trainer’s laptop, and a draft. */
export function anExport(): ExportFile {
  const book = aBook()
  const week = writeWeek(book, 'signed')
  const published = writeVisit(book, 'published')
  const visit = book.must(aSignature(published), present('master', 'trainer'))
  const draft = writeWeek(book, 'returned', { week: '2025-W44' })
  const content = { documents: [] as LogbookDocument[], links: [] as Link[] }
  const heads = [CHAIN_START]
  for (const { operation } of book.done) {
    const link: Link = {
      seq: heads.length,
      hash: hashOf(operation as unknown as Canonical),
      verdict: 'applied',
    }
    content.links.push(link)
    heads.push(nextHead(heads.at(-1) ?? '', link))
  }
  for (const document of [week, visit, draft]) {
    const signatures = document.signatures.map((signature) => {
      const seq = book.done.findIndex(({ operation }) => operation.id === signature.by) + 1
      return sealed(document, signature, { seq, chain: heads[seq] ?? '' })
    })
    content.documents.push({ ...document, signatures })
  }
  const member = (who: 'apprentice' | 'master' | 'trainer') => ({
    personId: personId(who),
    name: who,
    role: who,
    from: '2025-09-01',
    until: null,
  })
  return structuredClone({
    format: 'livret-export',
    version: 1,
    exportedAt: NOW,
    exportedBy: { personId: personId('apprentice'), source: 'server' },
    logbook: {
      id: logbookId,
      centre: 'Campus Tezenas du Montcel',
      company: { name: 'Loire Habitat', city: 'Saint-Étienne', activity: 'Immobilier' },
      programme: 'bts-ndrc',
      cohort: '2025-2027',
      contract: { start: '2025-09-01', end: '2027-08-31' },
      members: [member('apprentice'), member('master'), member('trainer')],
    },
    documents: content.documents as never,
    keys: [
      {
        keyId: tablet.keyId,
        personId: personId('master'),
        device: tablet.id,
        publicKey: tablet.publicKey,
      },
      {
        keyId: laptop.keyId,
        personId: personId('trainer'),
        device: laptop.id,
        publicKey: laptop.publicKey,
      },
    ],
    serverKey: server.publicKey,
    chain: { seq: content.links.length, head: heads.at(-1) ?? '', links: content.links },
  })
}

/** The file as something that can be changed anywhere. */
type Open<Value> = Value extends string
  ? string
  : Value extends object
    ? { -readonly [Key in keyof Value]: Open<Value[Key]> }
    : Value
export type Tampered = Open<ExportFile>

export const at = <Row>(rows: readonly Row[], index: number): Row => {
  const row = rows[index]
  if (row === undefined) throw new Error('the file of the test is too short')
  return row
}
export const weekOf = (file: Tampered) => at(file.documents, 0)
export const visitOf = (file: Tampered) => at(file.documents, 1)
export const versionOf = (document: Tampered['documents'][number]) => at(document.versions, 0)
export const signatureOf = (document: Tampered['documents'][number]) => at(document.signatures, 0)

/** What is found in a file, each kind of finding once. */
export const codesOf = async (file: unknown) => {
  const findings = await verifyExport(file, server.publicKey)
  return [...new Set(findings.map(({ code }) => code))]
}
