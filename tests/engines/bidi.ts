/** A line to a browser that speaks WebDriver BiDi (W3C). */
export interface Bidi {
  /** Rejects with the browser’s own words, and for all that is under way when the line breaks. */
  readonly send: <Result>(method: string, params: object) => Promise<Result>
}

interface Reply {
  readonly id?: number
  readonly result?: unknown
  readonly error?: string
  readonly message?: string
}

export async function connectBidi(address: string): Promise<Bidi> {
  const socket = new WebSocket(address)
  await new Promise<void>((resolve, reject) => {
    socket.onopen = () => {
      resolve()
    }
    socket.onerror = () => {
      reject(new Error(`${address} does not answer`))
    }
  })
  const waiting = new Map<number, (reply: Reply) => void>()
  socket.onmessage = ({ data }) => {
    const reply = JSON.parse(String(data)) as Reply
    if (reply.id === undefined) return
    waiting.get(reply.id)?.(reply)
    waiting.delete(reply.id)
  }
  socket.onclose = () => {
    for (const answer of waiting.values())
      answer({ error: 'closed', message: 'the browser is gone' })
    waiting.clear()
  }
  let last = 0
  return {
    send: <Result>(method: string, params: object) =>
      new Promise<Result>((resolve, reject) => {
        const id = (last += 1)
        waiting.set(id, ({ result, error, message }) => {
          if (error === undefined) resolve(result as Result)
          else reject(new Error(`${method}: ${error} ${message ?? ''}`))
        })
        socket.send(JSON.stringify({ id, method, params }))
      }),
  }
}
