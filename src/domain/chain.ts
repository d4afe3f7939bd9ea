import { hashOfText } from './hash.ts'

export type Verdict = 'applied' | 'merged' | 'rejected' | 'held'

/** One operation’s place in the history of a logbook. */
export interface Link {
  /** 1, 2, 3 … without a hole, in the order of the server’s commits. */
  readonly seq: number
  /** SHA-256 in hex of the operation as it was received. */
  readonly hash: string
  readonly verdict: Verdict
}

/** Head of the chain of a logbook without history. */
export const CHAIN_START = '0'.repeat(64)

/** Head after `link`: whoever changes an earlier link changes every later head. */
export const nextHead = (head: string, { seq, hash, verdict }: Link): string =>
  hashOfText(`${head}\n${seq}\n${hash}\n${verdict}`)

/** What a device holds of a document, for the checksum of a logbook. */
export interface Held {
  readonly id: string
  readonly revision: number
}

/** Checksum over all documents of a logbook that a person may see. Order does not matter. */
export const sumOf = (held: readonly Held[]): string =>
  hashOfText(
    held
      .map(({ id, revision }) => `${id}:${revision}`)
      .sort()
      .join('\n'),
  )
