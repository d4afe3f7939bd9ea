import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { noFault, startFaultProxy, type FaultProxy, type NetworkFault } from './faultProxy.ts'

/** What arrived whole at the server, in order. */
const arrived: string[] = []
let server: Server
let proxy: FaultProxy

const LONG = 'x'.repeat(4_000)

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/events') {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' })
      response.write(':\n\n')
      return
    }
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      arrived.push(body)
      response.setHeader('X-Cookie', request.headers.cookie ?? '')
      response.setHeader('X-Host', request.headers.host ?? '')
      response.end(`${arrived.length} ${LONG}`)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  proxy = await startFaultProxy({ target: `http://127.0.0.1:${port}` })
  afterAll(async () => {
    await proxy.close()
    server.closeAllConnections()
    server.close()
  })
})

beforeEach(() => {
  arrived.length = 0
  proxy.setOnline(true)
})

/** One request under a fault: the answer as text, or that there was none. */
async function send(fault: NetworkFault, body = 'hello world'): Promise<string> {
  proxy.setPlan(() => fault)
  try {
    const answer = await fetch(`${proxy.url}/path?query`, {
      method: 'POST',
      headers: { Cookie: 'a=b' },
      body,
      signal: AbortSignal.timeout(1_000),
    })
    return `${answer.status} ${await answer.text()}`
  } catch (error) {
    return error instanceof Error && error.name === 'TimeoutError' ? 'silence' : 'broken'
  }
}

const whole = (count: number) => `200 ${count} ${LONG}`

const cases: readonly [NetworkFault, string | RegExp, number][] = [
  [noFault, whole(1), 1],
  [{ kind: 'lost-request' }, 'broken', 0],
  [{ kind: 'cut-request' }, 'broken', 0],
  [{ kind: 'lost-answer' }, 'broken', 1],
  [{ kind: 'cut-answer' }, 'broken', 1],
  [{ kind: 'short-answer' }, /^200 1 x{1000,3000}$/u, 1],
  [{ kind: 'stalled-answer' }, 'silence', 1],
  [{ kind: 'slow-answer', bytesPerSecond: 20_000 }, whole(1), 1],
  [{ kind: 'twice', atOnce: false }, whole(2), 2],
  [{ kind: 'twice', atOnce: true }, /^200 [12] x+$/u, 2],
  [{ kind: 'again-later', after: 20 }, whole(1), 2],
  [{ kind: 'late', by: 20 }, whole(1), 1],
  [{ kind: 'overtaken', atMost: 50 }, whole(1), 1],
  [{ kind: 'captive-portal' }, /^200 .*Bienvenue/u, 0],
  [{ kind: 'bad-gateway', status: 504 }, /^504 .*Bad gateway/u, 0],
]

it.each(cases)('%o does what it says', async (fault, answer, count) => {
  const heard = await send(fault)
  await proxy.settled()
  if (typeof answer === 'string') expect(heard).toBe(answer)
  else expect(heard).toMatch(answer)
  expect(arrived).toEqual(Array(count).fill('hello world'))
})

it('one request overtakes another', async () => {
  const start = proxy.passed().length
  proxy.setPlan(({ number }) =>
    number === start + 1 ? { kind: 'overtaken', atMost: 5_000 } : noFault,
  )
  const first = fetch(proxy.url, { method: 'POST', body: 'first' })
  while (proxy.passed().length === start) await new Promise((resolve) => setTimeout(resolve, 5))
  await fetch(proxy.url, { method: 'POST', body: 'second' })
  await first
  expect(arrived).toEqual(['second', 'first'])
})

it('the server sees the cookies and the name that the proxy was called by', async () => {
  proxy.setPlan(() => noFault)
  const answer = await fetch(`${proxy.url}/`, { headers: { Cookie: 'a=b' } })
  expect(answer.headers.get('X-Cookie')).toBe('a=b')
  expect(answer.headers.get('X-Host')).toBe(new URL(proxy.url).host)
})

it('events pass as they come, and end with the network', async () => {
  proxy.setPlan(() => noFault)
  const answer = await fetch(`${proxy.url}/events`)
  const reader = answer.body?.getReader()
  expect(new TextDecoder().decode((await reader?.read())?.value)).toBe(':\n\n')
  // Nothing is under way that would ever end.
  await proxy.settled()
  proxy.setOnline(false)
  await expect(reader?.read()).rejects.toThrow()
  expect(await send(noFault)).toBe('broken')
  proxy.setOnline(true)
  expect(await send(noFault)).toBe(whole(1))
})
