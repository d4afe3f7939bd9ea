import { generateKeyPairSync, sign } from 'node:crypto'
import type pg from 'pg'
import { canonicalJson } from '#domain/canonicalJson.ts'
import { documentIdOf } from '#domain/documentId.ts'
import type { DeviceId, LogbookId, OperationId, PersonId } from '#domain/identifiers.ts'
import type { Operation } from '#domain/operation.ts'
import { signatureStatement } from '#domain/signing.ts'
import { versionHash } from '#domain/versions.ts'
import { addWeeks } from '#domain/week.ts'
import type { SigningKey } from '#protocol/logbookFacts.ts'
import { keyIdOf } from '#server/access/publicJwk.ts'
import type { Deps } from '#server/deps.ts'
import { receivePush } from '#server/exchange/receivePush.ts'
import { newId } from '#server/newId.ts'
import { addMember, createLogbook } from '#server/storage/logbooks.ts'

/** A cohort as the server holds it after a while. */
export interface SchoolYear {
  /** Who follows them all. */
  readonly follower: PersonId
  readonly logbooks: readonly {
    readonly id: LogbookId
    readonly apprentice: PersonId
    readonly master: PersonId
  }[]
}

const AT = '2026-06-30T12:00:00.000Z'
const DAY = '2026-06-30'
/** The first week of the contract; there is no gap between those that are written. */
const FIRST_WEEK = '2025-W36'

/** About what an apprentice tells of a week, some 600 letters. */
export const storyOf = (n: number): string =>
  `Semaine ${n}\u00a0: prospection téléphonique le matin, une quarantaine d’appels à des restaurateurs de la vallée de l’Ondaine, neuf refus nets et quatre rendez-vous. L’après-midi, mise à jour du CRM avec Émilie\u00a0: doublons fusionnés, relances datées. Jeudi, salon des entrepreneurs à Saint-Étienne, stand tenu avec M. Durand, seize contacts qualifiés. J’ai mené seul l’entretien avec la gérante d’un institut, du diagnostic au devis\u00a0; elle hésite sur le délai. Vendredi, bilan chiffré\u00a0: taux de transformation de 11\u00a0%, panier moyen en hausse.`

export interface Filling {
  readonly logbooks: number
  readonly weeks: number
  /** Of who follows them all. */
  readonly role?: 'trainer' | 'coordinator'
  /** Whether a week of a logbook still waits for the master, both counted from 1; else all are signed. */
  readonly waits?: (logbook: number, week: number) => boolean
}

/**
 * Logbooks that one person follows, each with as many weeks, sent and signed through the server’s own
 * exchange by devices with keys.
 */
export async function fillSchoolYear(
  deps: Deps,
  { logbooks, weeks, role: followerRole = 'trainer', waits = () => false }: Filling,
): Promise<SchoolYear> {
  const { pool } = deps
  const centreId = newId(new Date())
  await pool.query('insert into centre (id, name) values ($1, $2)', [centreId, 'Campus'])
  const follower = await addPerson(pool, centreId, 'Karim Benali')
  const year: SchoolYear['logbooks'][number][] = []
  for (let each = 1; each <= logbooks; each += 1) {
    const apprentice = await addPerson(pool, centreId, `Apprentie ${each}`)
    const master = await addPerson(pool, centreId, `Maître ${each}`)
    const id = newId(new Date()) as LogbookId
    await createLogbook(pool, {
      ...{ id, centreId, programme: 'bts-ndrc', cohort: '2025-2027', at: new Date(AT) },
      company: { name: 'Loire Habitat', city: 'Saint-Étienne', activity: 'Immobilier' },
      contract: { start: '2025-09-01', end: '2027-08-31' },
    })
    for (const [personId, role] of [
      [apprentice, 'apprentice'],
      [master, 'master'],
      [follower, followerRole],
    ] as const) {
      await addMember(pool, { logbookId: id, personId, role, from: '2025-09-01', until: null })
    }
    await writeWeeks(deps, { id, apprentice, master }, weeks, (week) => waits(each, week))
    year.push({ id, apprentice, master })
  }
  return { follower, logbooks: year }
}

async function addPerson(pool: pg.Pool, centreId: string, name: string): Promise<PersonId> {
  const id = newId(new Date()) as PersonId
  await pool.query(
    'insert into person (id, centre_id, name, email, created_at) values ($1, $2, $3, $4, $5)',
    [id, centreId, name, `${id}@example.fr`, new Date(AT)],
  )
  return id
}

async function writeWeeks(
  deps: Deps,
  { id: logbookId, apprentice, master }: SchoolYear['logbooks'][number],
  weeks: number,
  waits: (week: number) => boolean,
): Promise<void> {
  const [phone, tablet] = [aDevice(apprentice), aDevice(master)]
  const written: Operation[] = []
  const signed: Operation[] = []
  for (let n = 1; n <= weeks; n += 1) {
    const week = addWeeks(FIRST_WEEK, n - 1)
    const documentId = documentIdOf(logbookId, 'entry', [week])
    const intent = () => ({
      id: newId(new Date()) as OperationId,
      ...{ documentId, kind: 'entry' as const, v: 1 as const, at: AT, present: null },
    })
    const content = {
      ...{ feeling: 'good', 'skills/B1.C1.1': true, 'skills/B1.C2.1': true },
      ...{ 'tasks/client-follow-up': true, 'tasks/trade-fair': true, told: storyOf(n), week },
    }
    written.push({ ...intent(), type: 'patch', set: content, seen: {} })
    written.push({ ...intent(), type: 'submit' })
    if (waits(n)) continue
    const document = { logbookId, id: documentId, kind: 'entry' as const, author: apprentice }
    const hash = versionHash(document, { number: 1, content })
    const statement = { logbook: logbookId, document: documentId, version: 1, hash, at: AT }
    const jws = tablet.seal({ ...statement, signer: master, role: 'master', device: tablet.id })
    signed.push({ ...intent(), type: 'sign', hash, jws })
  }
  await send(deps, logbookId, apprentice, phone, written)
  await send(deps, logbookId, master, tablet, signed)
}

export interface BenchDevice {
  readonly id: DeviceId
  readonly key: SigningKey
  readonly seal: (statement: Parameters<typeof signatureStatement>[0]) => string
}

export function aDevice(personId: PersonId): BenchDevice {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = privateKey.export({ format: 'jwk' })
  const publicKey = { kty: 'EC', crv: 'P-256', x, y } as const
  const id = newId(new Date()) as DeviceId
  const keyId = keyIdOf(publicKey)
  const part = (text: string) => Buffer.from(text).toString('base64url')
  const header = part(JSON.stringify({ alg: 'ES256', typ: 'livret-signature+jws', kid: keyId }))
  return {
    id,
    key: { keyId, personId, device: id, publicKey },
    seal: (statement) => {
      const signed = `${header}.${part(canonicalJson(signatureStatement(statement)))}`
      const bytes = sign('sha256', Buffer.from(signed), {
        key: privateKey,
        dsaEncoding: 'ieee-p1363',
      })
      return `${signed}.${bytes.toString('base64url')}`
    },
  }
}

export async function send(
  { storage, serverKey }: Deps,
  logbookId: LogbookId,
  personId: PersonId,
  { id: deviceId, key }: BenchDevice,
  operations: readonly Operation[],
): Promise<void> {
  const report = (error: unknown) => {
    throw error
  }
  const items = operations.map((body, index) => ({ id: body.id, n: index + 1, body }))
  const outcome = await receivePush(
    { storage, at: AT, day: DAY, signReceipt: serverKey.signReceipt, report },
    { logbookId, personId, deviceId, key, pending: 0, items },
  )
  if ('refused' in outcome) throw new Error(outcome.refused)
  const bad = outcome.results.find(({ verdict }) => verdict !== 'applied')
  if (bad) throw new Error(`${bad.verdict} ${bad.code}`)
}
