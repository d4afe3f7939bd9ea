import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { Hono } from 'hono'
import { canonicalJson } from '#domain/canonicalJson.ts'
import type { DeviceId, LogbookId, PersonId } from '#domain/identifiers.ts'
import type { Operation } from '#domain/operation.ts'
import { signatureStatement, type SignatureStatement } from '#domain/signing.ts'
import { PROTOCOL } from '#protocol/conversation.ts'
import { pushResponseSchema } from '#protocol/sync.ts'
import { keyIdOf, type PublicJwk } from '#server/access/publicJwk.ts'
import type { Env } from '#server/env.ts'

export interface DemoDevice {
  readonly id: DeviceId
  readonly personId: PersonId
  /** Sends operations as a phone does; throws where one is not taken, for the story would be wrong. */
  readonly push: (logbookId: LogbookId, operations: readonly Operation[]) => Promise<void>
  /** Imports the skills of the programme of a logbook. */
  readonly importSkills: (logbookId: LogbookId, csv: string) => Promise<void>
  /** Compact JWS by this device’s key. */
  readonly sign: (statement: Omit<SignatureStatement, 'device' | 'signer'>) => string
}

/** How often a request is made that is turned away for now, and the first wait, in ms. */
const TRIES = 8
const WAIT = 400

interface Options {
  readonly app: Hono<Env>
  readonly id: DeviceId
  readonly personId: PersonId
  readonly label: string
  /** Session cookie, as the browser would send it. */
  readonly cookie: () => Promise<string>
}

/** A device of one of the demo’s people: it speaks to the server only as a browser does. */
export async function createDemoDevice(options: Options): Promise<DemoDevice> {
  const { app, id, personId, label } = options
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const jwk = publicKey.export({ format: 'jwk' }) as unknown as PublicJwk
  const counters = new Map<LogbookId, number>()

  const post = async (path: string, body: unknown) => {
    const headers = {
      'Content-Type': 'application/json',
      'Sec-Fetch-Site': 'same-origin',
      Cookie: await options.cookie(),
    }
    const send = () =>
      Promise.resolve(app.request(path, { method: 'POST', headers, body: JSON.stringify(body) }))
    let response = await send()
    // As a phone does: a database that is out of breath is asked again, and does nothing twice.
    for (let tries = 1; [429, 503].includes(response.status) && tries < TRIES; tries += 1) {
      await setTimeout(tries * WAIT)
      response = await send()
    }
    if (!response.ok) throw new Error(`${path} ${response.status}: ${await response.text()}`)
    const answer: unknown = await response.json()
    return answer
  }

  await post('/api/v1/devices', { id, label, publicKey: jwk })

  return {
    id,
    personId,
    push: async (logbookId, operations) => {
      let n = counters.get(logbookId) ?? 0
      const numbered = operations.map((operation) => ({ n: (n += 1), operation }))
      counters.set(logbookId, n)
      const head = { protocol: PROTOCOL, app: 'demo', deviceId: id, logbookId, pending: 0 }
      const answer = await post('/sync/v1/push', { ...head, operations: numbered })
      const { results } = pushResponseSchema.parse(answer)
      const refused = results.find(({ verdict }) => verdict !== 'applied')
      if (refused)
        throw new Error(
          `the story asks for what is not allowed: ${JSON.stringify({ refused, operations })}`,
        )
    },
    importSkills: async (logbookId, csv) => {
      await post(`/api/v1/logbooks/${logbookId}/skills`, { csv })
    },
    sign: (statement) =>
      jwsOf({ ...statement, signer: personId, device: id }, keyIdOf(jwk), privateKey),
  }
}

function jwsOf(statement: SignatureStatement, kid: string, key: KeyObject): string {
  const part = (text: string) => Buffer.from(text).toString('base64url')
  const header = part(JSON.stringify({ alg: 'ES256', typ: 'livret-signature+jws', kid }))
  const payload = part(canonicalJson(signatureStatement(statement)))
  const signed = Buffer.from(`${header}.${payload}`)
  const signature = sign('sha256', signed, { key, dsaEncoding: 'ieee-p1363' })
  return `${header}.${payload}.${signature.toString('base64url')}`
}
