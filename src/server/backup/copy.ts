import { once } from 'node:events'
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

/** Sends chunks of rows to a `COPY … FROM STDIN`, where a row may be cut anywhere. */
export function copyIn(
  client: pg.ClientBase,
  statement: string,
  chunks: AsyncIterable<Uint8Array>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let failure: Error | null = null
    const pump = async (connection: CopyConnection): Promise<void> => {
      try {
        for await (const chunk of chunks) {
          if (failure) return
          connection.sendCopyFromChunk(chunk)
          if (connection.stream.writableNeedDrain) await once(connection.stream, 'drain')
        }
        connection.endCopyFrom()
      } catch (error) {
        failure = error instanceof Error ? error : new Error('the rows broke')
        connection.sendCopyFail(failure.message)
      }
    }
    send(client, {
      submit: (connection) => {
        connection.query(statement)
      },
      handleCopyInResponse: (connection) => void pump(connection),
      handleError: (error) => {
        // What broke here is told rather than that we told the database.
        failure ??= error
        reject(failure)
      },
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
