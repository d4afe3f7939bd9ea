import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { afterAll } from 'vitest'

/** Where to cut the connection: the how-manieth statement from now, before it arrives or after it was done. */
export interface Cut {
  readonly statement: number
  readonly side: 'before' | 'after'
}

/** A wire between a server and its PostgreSQL that can be cut between any two statements. */
export interface DatabaseWire {
  /** `postgres://…` through the wire. */
  readonly url: string
  /** Cuts there, once: both ends are dead, and neither hears what the other said last. */
  readonly cutAt: (cut: Cut) => void
  /** Whether the last cut has happened. */
  readonly wasCut: () => boolean
  /** What was sent since the last call, statement by statement. */
  readonly statements: () => readonly string[]
  /** Ends all connections and takes no new one, until it is opened again. */
  readonly close: () => Promise<void>
  readonly open: () => Promise<void>
}

/**
 * Lays a wire to the PostgreSQL at `url`. For the database, a cut looks like a killed server; for
 * the server, like a killed database. Gone after the file’s last test.
 */
export async function layDatabaseWire(url: string): Promise<DatabaseWire> {
  const target = new URL(url)
  const sockets = new Set<Socket>()
  let planned: (Cut & { left: number }) | null = null
  let cuts = 0
  let seen: string[] = []

  const carry = (client: Socket): void => {
    const database = connect(Number(target.port), target.hostname)
    const end = (): void => {
      client.destroy()
      database.destroy()
    }
    /** How many answers were asked for and have come: the first is to who comes. */
    let asked = 1
    let answered = 0
    /** The answer that nobody hears, since the wire is cut with it. */
    let last: number | null = null
    for (const socket of [client, database]) {
      sockets.add(socket)
      socket.setNoDelay(true)
      socket.on('error', end)
      socket.on('close', () => {
        sockets.delete(socket)
        end()
      })
    }
    const cutNow = (): void => {
      planned = null
      cuts += 1
      end()
    }
    const statementOf = createStatementReader()
    let isFirst = true
    readMessages(client, { hasStart: true }, (message) => {
      // What travels behind the last statement does not arrive.
      if (asked === last) return
      // The first message has no type: who comes, and to which database.
      const text = isFirst ? null : statementOf(message)
      isFirst = false
      if (text !== null) {
        seen.push(text)
        if (planned && (planned.left -= 1) === 0) {
          if (planned.side === 'before') {
            cutNow()
            return
          }
          last = asked + 1
        }
      }
      if (message[0] === QUERY || message[0] === SYNC) asked += 1
      database.write(message)
    })
    readMessages(database, { hasStart: false }, (message) => {
      if (message[0] === READY) answered += 1
      if (answered === last) cutNow()
      // Of statements that travel together, those before the last are heard.
      else if (last === null || answered + 1 < last || message[0] === READY) client.write(message)
    })
  }

  const server = createServer(carry)
  const open = (port: number) =>
    new Promise<void>((resolve) => {
      server.listen(port, '127.0.0.1', resolve)
    })
  await open(0)
  const { port } = server.address() as AddressInfo
  const close = async (): Promise<void> => {
    const closed = new Promise((resolve) => server.close(resolve))
    for (const socket of sockets) socket.destroy()
    await closed
  }
  afterAll(close)

  const through = new URL(url)
  through.port = String(port)
  return {
    url: through.href,
    cutAt: (cut) => {
      cuts = 0
      planned = { ...cut, left: cut.statement }
    },
    wasCut: () => cuts > 0,
    statements: () => {
      const sent = seen
      seen = []
      return sent
    },
    close,
    open: () => open(port),
  }
}

const [READY, QUERY, SYNC, PARSE, BIND] = ['Z', 'Q', 'S', 'P', 'B'].map((letter) =>
  letter.charCodeAt(0),
)

/**
 * For the messages of one connection: the SQL of one that runs a statement (simple or extended
 * protocol), or `null`. A prepared statement is sent once, and then only named.
 */
function createStatementReader(): (message: Buffer) => string | null {
  /** SQL by name, which is often empty. */
  const prepared = new Map<string, string>()
  return (message) => {
    if (message[0] === QUERY) return textAt(message, 5)
    if (message[0] !== PARSE && message[0] !== BIND) return null
    const second = textAt(message, message.indexOf(0, 5) + 1)
    if (message[0] === BIND) return prepared.get(second) ?? ''
    prepared.set(textAt(message, 5), second)
    return null
  }
}

const textAt = (message: Buffer, start: number): string =>
  message.toString('utf8', start, message.indexOf(0, start))

/** Calls `onMessage` with each whole message of the protocol, version 3: type, length, content. */
function readMessages(
  socket: Socket,
  { hasStart }: { readonly hasStart: boolean },
  onMessage: (message: Buffer) => void,
): void {
  let rest = Buffer.alloc(0)
  let isStart = hasStart
  socket.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk])
    for (;;) {
      const head = isStart ? 0 : 1
      if (rest.length < head + 4) return
      const length = head + rest.readInt32BE(head)
      if (rest.length < length) return
      onMessage(rest.subarray(0, length))
      rest = rest.subarray(length)
      isStart = false
    }
  })
}
