import { expect, it } from 'vitest'
import { logbooks } from '#tests/support/builders.ts'
import { createWorld } from './routes/world.ts'

/** Bodies that no route wants. */
const bodies: readonly [string, string][] = [
  ['nothing', ''],
  ['half of something', '{"a":'],
  ['null', 'null'],
  ['a list', '[]'],
  ['another shape', '{"hello":"world"}'],
  ['other types', '{"email":7,"operations":"all","deviceId":[],"requestId":{},"personId":true}'],
  ['a prototype', '{"__proto__":{"admin":true},"constructor":{"prototype":{}}}'],
  ['U+0000 and half an emoji', '{"email":"\\u0000","label":"\\ud83d"}'],
  ['brackets', '['.repeat(50_000) + ']'.repeat(50_000)],
]

/** What stands in an address where a route has a parameter. */
const names = ['x', '%00', '..%2F..%2Fetc', "'--", '0'.repeat(64), logbooks.elsewhere]

it('whatever is sent to whatever route, the answer is a stable code and a French sentence', async () => {
  const world = await createWorld()
  const phone = await world.device('apprentice')
  const routes = world.app.routes.filter(
    ({ method, path }) =>
      /^(?:POST|PUT|DELETE|GET)$/u.test(method) && /^\/(?:api|sync)\//u.test(path),
  )
  expect(new Set(routes.map(({ path }) => path)).size).toBeGreaterThan(8)

  const odd: string[] = []
  let refused = 0
  const nowhere = [{ method: 'POST', path: '/api/v1/nowhere' }]
  for (const { method, path } of [...routes, ...nowhere]) {
    // One that lasts as long as the page.
    if (path.endsWith('/poke')) continue
    const paths = path.includes(':')
      ? names.map((name) => path.replaceAll(/:[a-zA-Z0-9]+/gu, name))
      : [path]
    for (const address of paths) {
      for (const [name, body] of method === 'GET' ? [['no body', null] as const] : bodies) {
        const init = {
          method,
          headers: { 'Content-Type': 'application/json' },
          ...(body === null ? {} : { body }),
        }
        const response = await phone.fetch(address, init)
        if (response.ok) continue
        refused += 1
        const text = await response.text()
        if (!isRefusal(response.status, text)) {
          odd.push(`${method} ${address} with ${name}: ${response.status} ${text.slice(0, 80)}`)
        }
      }
    }
  }
  expect(odd).toEqual([])
  expect(refused).toBeGreaterThan(50)
  expect(world.held()).toEqual([])
})

/** `{ code, message }` below 500: a name for programs, a sentence for people, nothing of the inside. */
function isRefusal(status: number, text: string): boolean {
  if (status >= 500) return false
  const { code, message } = JSON.parse(text) as { code?: unknown; message?: unknown }
  const isCode = typeof code === 'string' && /^[a-z]+(?:-[a-z]+)*$/u.test(code)
  const isSentence = typeof message === 'string' && /^\p{Lu}.{8,}[.?!]$/u.test(message)
  return isCode && isSentence && !/\bat \/|Error|node_modules|select |insert /u.test(text)
}
