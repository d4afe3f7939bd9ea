import { createHash } from 'node:crypto'

/** A request as it reaches the server. */
export interface Sent {
  readonly method: string
  readonly path: string
  /** What its JSON says, or its bytes. */
  readonly body: unknown
  /** How many bytes the whole photo has, as the request of a piece says. */
  readonly length: string | null
  /** The connection broke before all of the body was here. */
  readonly isCutOff: boolean
}

/** An answer, line by line as it leaves. */
export interface Reply {
  readonly status: number
  readonly type: string
  readonly lines: readonly string[]
}

export const json = (body: unknown): Reply => ({
  status: 200,
  type: 'application/json',
  lines: [JSON.stringify(body)],
})

export const problem = (status: number, code: string, more: object = {}): Reply => ({
  ...json({ code, message: code, ...more }),
  status,
})

/** SHA-256, hexadecimal. */
export const hashOfBytes = (bytes: ArrayBuffer | Buffer): string =>
  createHash('sha256').update(new Uint8Array(bytes)).digest('hex')
