import type { Socket } from 'node:net'
import { PassThrough } from 'node:stream'
import type pg from 'pg'

/** What `pg` hands to a query of our own; its types do not know these two. */
interface CopyConnection {
  readonly stream: Socket
  readonly query: (text: string) => void
  readonly sendCopyFromChunk: (chunk: Uint8Array) => void
  readonly endCopyFrom: () => void
  readonly sendCopyFail: (reason: string) => void
}

/** A statement as `pg` runs it: it tells what arrives. */
interface CopyQuery {
  readonly submit: (connection: CopyConnection) => void
  readonly handleCopyInResponse: (connection: CopyConnection) => void
  readonly handleCopyData: (message: { readonly chunk: Buffer }) => void
  readonly handleCommandComplete: () => void
  readonly handleReadyForQuery: () => void
  readonly handleError: (error: Error) => void
}

/**
 * The rows of a `COPY … TO STDOUT` as they come, one to a chunk, each with its line feed. The
 * database waits while nobody takes them.
 */
export function copyOut(client: pg.ClientBase, statement: string): AsyncIterable<Buffer> {
  const rows = new PassThrough({ readableObjectMode: true, writableObjectMode: true })
  let connection: CopyConnection | null = null
  const query: CopyQuery = {
    submit: (its) => {
      connection = its
      its.query(statement)
    },
    handleCopyData: ({ chunk }) => {
      // The parser goes on using the bytes it hands out.
      if (rows.write(Buffer.from(chunk))) return
      connection?.stream.pause()
      rows.once('drain', () => connection?.stream.resume())
    },
    handleReadyForQuery: () => {
      rows.end()
    },
    handleError: (error) => {
      rows.destroy(error)
    },
    handleCommandComplete: () => undefined,
    handleCopyInResponse: (its) => {
      its.sendCopyFail('nothing to send')
    },
  }
  send(client, query)
  return rows
}

/** Sends whole rows to a `COPY … FROM STDIN`. */
export function copyIn(client: pg.ClientBase, statement: string, rows: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    send(client, {
      submit: (connection) => {
        connection.query(statement)
      },
      handleCopyInResponse: (connection) => {
        connection.sendCopyFromChunk(rows)
        connection.endCopyFrom()
      },
      handleError: reject,
      handleReadyForQuery: () => {
        resolve()
      },
      handleCommandComplete: () => undefined,
      handleCopyData: () => undefined,
    })
  })
}

const send = (client: pg.ClientBase, query: CopyQuery): void => {
  client.query(query as unknown as pg.Submittable)
}
