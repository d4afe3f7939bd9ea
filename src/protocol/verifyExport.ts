import { canonicalJson } from '#domain/canonicalJson.ts'
import { filesOf } from '#domain/content.ts'
import { CHAIN_START, nextHead } from '#domain/chain.ts'
import { hashOfText } from '#domain/hash.ts'
import type { DeviceId, DocumentId } from '#domain/identifiers.ts'
import type { LogbookDocument, Signature } from '#domain/logbookDocument.ts'
import { signatureStatement } from '#domain/signing.ts'
import { isSound } from '#domain/sound.ts'
import { versionHash } from '#domain/versions.ts'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { isSignedBy, readCompactJws, toBase64url } from './compactJws.ts'
import { exportFileSchema, type ExportFile } from './exportFile.ts'
import { instant } from './identifier.ts'
import type { PublicKey, SigningKey } from './logbookFacts.ts'

/** What does not hold. `document` and `version` say where, `null`: in the file as a whole. */
export interface Finding {
  readonly code:
    | 'not-an-export'
    | 'foreign-server-key'
    | 'foreign-document'
    | 'wrong-version-number'
    | 'wrong-version-hash'
    | 'signature-without-version'
    | 'signer-not-a-member'
    | 'wrong-key'
    | 'wrong-signature'
    | 'wrong-level'
    | 'no-receipt'
    | 'wrong-receipt'
    | 'receipt-not-in-chain'
    | 'broken-chain'
    | 'missing-photo'
    | 'wrong-photo'
    | 'missing-sound'
    | 'wrong-sound'
  readonly document: string | null
  readonly version: number | null
}

/**
 * Checks an export file without a network and gives what does not hold; nothing: the file is
 * sound. `serverKey` is the server’s key as known from elsewhere; without it, the file is only
 * shown to agree with itself.
 *
 * Checked are the words of every version, every signature and receipt with its instant, and the
 * order of the history; with `files` (bytes by their hashes) also that every photo and sound of a
 * version is there and is the one that was signed. Drafts, states and reasons are not signed by anybody, and a
 * document that was left out leaves no trace.
 */
export async function verifyExport(
  input: unknown,
  serverKey?: PublicKey,
  files?: ReadonlyMap<string, Uint8Array>,
): Promise<Finding[]> {
  const parsed = exportFileSchema.safeParse(input)
  if (!parsed.success) return [{ code: 'not-an-export', document: null, version: null }]
  const file = parsed.data
  const findings: Finding[] = []
  const note = (code: Finding['code'], document: string | null, version: number | null) => {
    findings.push({ code, document, version })
  }

  if (serverKey && (!file.serverKey || keyIdOf(serverKey) !== keyIdOf(file.serverKey))) {
    note('foreign-server-key', null, null)
  }
  const heads = headsOf(file)
  if (!heads) note('broken-chain', null, null)

  for (const document of file.documents as readonly LogbookDocument[]) {
    if (document.logbookId !== file.logbook.id) note('foreign-document', document.id, null)
    document.versions.forEach((version, index) => {
      if (version.number !== index + 1) note('wrong-version-number', document.id, version.number)
      if (!isHashOf(document, version)) note('wrong-version-hash', document.id, version.number)
      for (const named of files ? filesOf(version.content) : []) {
        const bytes = files?.get(named.sha256)
        const what = isSound(named) ? 'sound' : 'photo'
        if (!bytes) note(`missing-${what}`, document.id, version.number)
        else if (bytesToHex(sha256(bytes)) !== named.sha256)
          note(`wrong-${what}`, document.id, version.number)
      }
    })
    for (const signature of document.signatures) {
      const codes = await checkSignature(file, heads, document, signature)
      for (const code of codes) note(code, document.id, signature.version)
    }
  }
  return findings
}

function isHashOf(document: LogbookDocument, version: LogbookDocument['versions'][number]) {
  try {
    return versionHash(document, version) === version.hash
  } catch {
    // A value that cannot be signed was never signed.
    return false
  }
}

/** The head after each operation, from 0; `null`: the links do not lead to the head. */
function headsOf({ chain, exportedBy }: ExportFile): readonly string[] | null {
  // A device only holds the head.
  if (exportedBy.source === 'device' && chain.links.length === 0) return []
  const heads = [CHAIN_START]
  for (const link of chain.links) {
    if (link.seq !== heads.length) return null
    heads.push(nextHead(heads.at(-1) ?? CHAIN_START, link))
  }
  return chain.seq === chain.links.length && heads.at(-1) === chain.head ? heads : null
}

async function checkSignature(
  file: ExportFile,
  heads: readonly string[] | null,
  document: LogbookDocument,
  signature: Signature,
): Promise<Finding['code'][]> {
  const codes: Finding['code'][] = []
  const { version, hash, signer, role, jws, level, via } = signature
  if (!document.versions.some((each) => each.number === version && each.hash === hash)) {
    codes.push('signature-without-version')
  }
  const isMember = file.logbook.members.some(
    (member) => member.personId === signer && member.role === role,
  )
  if (!isMember) codes.push('signer-not-a-member')

  const honest = via === null ? (jws === null ? 'session' : 'device-key') : 'in-person'
  if (level !== honest) codes.push('wrong-level')
  if (jws !== null) {
    const code = await checkJws(file, document, { ...signature, jws })
    if (code) codes.push(code)
  }
  if (signature.receipt !== null) {
    const code = await checkReceipt(file, heads, document, signature)
    if (code) codes.push(code)
    // What was signed on a device and has not been sent yet has no receipt.
  } else if (file.exportedBy.source === 'server') codes.push('no-receipt')
  return codes
}

async function checkJws(
  file: ExportFile,
  document: LogbookDocument,
  { jws, version, hash, signer, role, via }: Signature & { readonly jws: string },
): Promise<Finding['code'] | null> {
  const read = readCompactJws(jws)
  const { alg, typ, kid } = read?.header ?? {}
  if (!read || alg !== 'ES256' || typ !== 'livret-signature+jws') return 'wrong-signature'
  const key = file.keys.find(({ keyId }) => keyId === kid)
  // A key’s name is the hash of the key: nobody can put another one under it.
  const owner = via ?? signer
  if (!key || keyIdOf(key.publicKey) !== kid || key.personId !== owner) return 'wrong-key'

  const at = instant.safeParse(statementIn(read.payload)?.['at'])
  if (!at.success) return 'wrong-signature'
  const statement = canonicalJson(
    signatureStatement({
      logbook: file.logbook.id,
      document: document.id,
      version,
      hash,
      signer,
      role,
      device: deviceOf(key),
      at: at.data,
    }),
  )
  if (read.payload !== statement) return 'wrong-signature'
  return (await isSignedBy(read, key.publicKey)) ? null : 'wrong-signature'
}

async function checkReceipt(
  file: ExportFile,
  heads: readonly string[] | null,
  document: { readonly id: DocumentId },
  { receipt, version, hash, jws, at }: Signature,
): Promise<Finding['code'] | null> {
  const read = readCompactJws(receipt ?? '')
  const said = read && statementIn(read.payload)
  const expected = {
    logbook: file.logbook.id,
    document: document.id,
    version,
    hash,
    signature: hashOfText(jws ?? ''),
    receivedAt: at,
  }
  const agrees = Object.entries(expected).every(([name, value]) => said?.[name] === value)
  if (!read || read.header['alg'] !== 'ES256' || !file.serverKey || !agrees) return 'wrong-receipt'
  if (!(await isSignedBy(read, file.serverKey))) return 'wrong-receipt'
  const seq = said?.['seq']
  if (heads === null || heads.length === 0) return null
  return typeof seq === 'number' && heads[seq] === said?.['chain'] ? null : 'receipt-not-in-chain'
}

/** RFC 7638 thumbprint. */
const keyIdOf = ({ crv, kty, x, y }: PublicKey): string =>
  toBase64url(sha256(utf8ToBytes(JSON.stringify({ crv, kty, x, y }))))

const deviceOf = ({ device }: SigningKey) => device as DeviceId

/** What a payload says, or `null`: it is no statement. */
function statementIn(payload: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(payload)
    return typeof value === 'object' && value !== null ? { ...value } : null
  } catch {
    return null
  }
}
