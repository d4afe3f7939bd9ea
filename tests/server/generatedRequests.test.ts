import { readFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  anAct,
  anUnwrittenWeek,
  aPatch,
  logbooks,
  nextId,
  personId,
  personNames,
  type PersonName,
} from '#tests/support/builders.ts'
import { createRandom, type Random } from '#tests/simulation/random.ts'
import { createWorld, type TestDevice, type World } from './routes/world.ts'

/** How many requests; `npm run soak` sends a hundred thousand. */
const REQUESTS = Number(process.env['BAD_REQUESTS'] ?? 1_500)
const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31)

/** Words of an apprentice that nobody else may ever read: neither a draft, nor another centre’s. */
const SECRET = 'motssecretsdelea'

const golden = JSON.parse(
  readFileSync(new URL('../protocol/golden/v1.json', import.meta.url), 'utf8'),
) as { readonly steps: readonly { readonly operation: object }[] }

interface Request {
  readonly method: string
  readonly path: string
  readonly body?: unknown
}

/** What no field expects, and what many programs stumble over. */
const odd: readonly unknown[] = [
  ...[null, true, '', ' ', [], {}, 0, -1, 1.5, 1e308, 2 ** 53, '0', 'null', '\0', '\ud83d', '🪴'],
  ...['é'.repeat(70_000), '../../etc/passwd', "'; drop table document; --", '%00', '2026-02-30'],
  ...['0000-00-00', '9999-12-31T23:59:59.999Z', '+275760-09-13T00:00:00Z', 'constructor'],
  ...['<script>alert(1)</script>', '$1', '{{7*7}}', '\u202e', 'NaN', '1e9', logbooks.elsewhere],
  { constructor: { prototype: { admin: true } } },
  JSON.parse('{"__proto__":{"role":"coordinator"}}'),
  Array.from({ length: 300 }, (_, index) => index),
  JSON.parse(`${'['.repeat(300)}${']'.repeat(300)}`),
]

/** The value with one thing in it changed, taken away, doubled or added. */
function bent(value: unknown, random: Random): unknown {
  const isList = Array.isArray(value)
  if (value === null || typeof value !== 'object' || random.chance(0.15)) return random.pick(odd)
  const entries = Object.entries(value) as [string, unknown][]
  const [key, inner] = random.pick(
    entries.length > 0 ? entries : [['x', null] as [string, unknown]],
  )
  const rest = entries.filter(([each]) => each !== key)
  const changed = random.pick<() => [string, unknown][]>([
    () => rest,
    () => [...rest, [key, random.pick(odd)]],
    () => [...entries, [JSON.stringify(random.pick(odd)).slice(0, 40), random.pick(odd)]],
    ...Array.from({ length: 4 }, () => (): [string, unknown][] => [
      ...rest,
      [key, bent(inner, random)],
    ]),
  ])()
  if (!isList) return Object.fromEntries(changed)
  const items = changed.map(([, each]) => each)
  return random.chance(0.1) ? [...items, ...items] : items
}

/** A request as the app sends it, for each route and operation. */
function sound(device: TestDevice, random: Random): Request {
  const id = random.pick([logbooks.here, logbooks.elsewhere, nextId<typeof logbooks.here>()])
  const sha256 = createHash('sha256')
    .update(String(random.below(3)))
    .digest('hex')
  const envelope = { protocol: 1, app: 'test', deviceId: device.id }
  const get = (path: string): Request => ({ method: 'GET', path })
  const post = (path: string, body: unknown): Request => ({ method: 'POST', path, body })
  return random.pick<() => Request>([
    ...Array.from({ length: 6 }, () => () => {
      const { operation } = random.pick(golden.steps)
      const operations = [{ n: 1 + random.below(3), operation: { ...operation, id: nextId() } }]
      return post('/sync/v1/push', { ...envelope, logbookId: id, pending: 1, operations })
    }),
    ...Array.from({ length: 3 }, () => () => {
      const cursor = { seq: random.below(5), chain: sha256, grant: random.below(9), settled: 0 }
      return post('/sync/v1/pull', { ...envelope, check: true, books: { [id]: cursor } })
    }),
    () => post('/api/v1/devices', { id: nextId(), label: 'x', publicKey: null, fresh: true }),
    () => post('/api/v1/sign-in/codes', { email: 'personne@ailleurs.example' }),
    () => post('/api/v1/sign-in', { requestId: nextId(), code: '123456', label: 'x' }),
    () => post(`/api/v1/logbooks/${id}/held/${nextId()}`, { take: true, reason: 'x' }),
    () => post(`/api/v1/logbooks/${id}/skills`, { csv: 'bloc;code' }),
    () => post(`/api/v1/logbooks/${id}/members`, aNewMember(random)),
    () => ({
      method: 'PATCH',
      path: `/api/v1/logbooks/${id}/members`,
      body: {
        ...{ personId: personId(random.pick(personNames), 'elsewhere'), role: 'trainer' },
        ...{ from: '2025-09-01', until: random.pick([null, '2026-01-31', '2025-10-31']) },
      },
    }),
    ...Array.from({ length: 3 }, () => () => {
      const enrolments = [anEnrolment(random), anEnrolment(random)]
      const preview = random.chance(0.3)
      return post('/api/v1/centre/logbooks', { enrolments, preview, invite: random.chance(0.3) })
    }),
    () => ({ method: 'PUT', path: `/api/v1/logbooks/${id}/files/${sha256}`, body: 'octets' }),
    () => ({ method: 'PUT', path: `/api/v1/logbooks/${id}/files/${sha256}/pieces/0`, body: 'x' }),
    ...['export', 'export.zip', 'held', `files/${sha256}`, `files/${sha256}/pieces`].map(
      (end) => () => get(`/api/v1/logbooks/${id}/${end}`),
    ),
    ...['session', 'devices', 'centre', 'logbooks/held'].map((end) => () => get(`/api/v1/${end}`)),
  ])()
}

const aPerson = (random: Random) => {
  const name = `Personne ${random.below(1_000)}`
  const place = random.pick(['nouveau.example', 'here.example', 'elsewhere.example'])
  return { name, email: `${random.pick([...personNames, String(random.below(1_000))])}@${place}` }
}

const aNewMember = (random: Random) => ({
  ...aPerson(random),
  role: random.pick(['master', 'trainer', 'coordinator', 'auditor', 'apprentice']),
  ...{ from: '2025-09-01', until: null, invite: random.chance(0.3) },
})

const anEnrolment = (random: Random) => ({
  ...{ apprentice: aPerson(random), guardian: random.chance(0.3) ? aPerson(random) : null },
  company: { name: 'Loire Habitat', city: 'Saint-Étienne', activity: '' },
  ...{ master: aPerson(random), trainer: aPerson(random) },
  ...{ programme: 'bts-ndrc', cohort: '2025-2027' },
  contract: { start: '2025-09-01', end: '2027-08-31' },
})

/** The same with something wrong in it: its body, its address, or how it is sent. */
function wrong(request: Request, random: Random): Request & { readonly headers: HeadersInit } {
  const { body } = request
  const bends = 1 + random.below(3)
  let content = body
  for (let count = 0; count < bends && typeof body === 'object'; count += 1) {
    content = bent(content, random)
  }
  const text = typeof content === 'string' ? content : JSON.stringify(content)
  const cut = random.chance(0.05) && text ? text.slice(0, random.below(text.length)) : text
  const path = random.chance(0.1)
    ? request.path.replace(/[^/]+$/u, () =>
        encodeURIComponent(JSON.stringify(random.pick(odd)).slice(0, 80)),
      )
    : request.path
  const type = random.chance(0.05) ? 'text/plain' : 'application/json'
  return { method: request.method, path, body: cut, headers: { 'Content-Type': type } }
}

/** All that is stored of the logbook that nobody here may write to. */
const storedOf = async ({ pool }: World) => {
  const { rows } = await pool.query<object>(
    `select (select json_agg(d order by id) from document d where logbook_id = $1) as documents,
       (select json_agg(v order by document_id, number) from version v where logbook_id = $1) as versions,
       (select count(*) from operation where logbook_id = $1) as operations,
       (select json_agg(m order by person_id, role, valid_from) from member m where logbook_id = $1)
         as members,
       (select json_agg(p order by p.id) from person p join logbook l on l.centre_id = p.centre_id
        where l.id = $1) as people,
       (select count(*) from logbook l join logbook o on o.centre_id = l.centre_id
        where o.id = $1) as logbooks`,
    [logbooks.here],
  )
  return rows
}

describe('whatever a program sends, to whatever address', () => {
  it(
    `never gets a word of somebody else, nor breaks the server (seed ${seed})`,
    async () => {
      const world = await createWorld()
      const author = await world.device('apprentice')
      const entry = anUnwrittenWeek('2026-W46')
      await author.push([aPatch(entry, { week: '2026-W46', told: SECRET }), anAct('submit', entry)])
      const draft = anUnwrittenWeek('2026-W47')
      await author.push([aPatch(draft, { week: '2026-W47', told: SECRET })])
      const before = await storedOf(world)

      const random = createRandom(seed)
      const strangers = new Map<PersonName, TestDevice>()
      for (const who of personNames) strangers.set(who, await world.device(who, 'elsewhere'))
      const statuses = new Map<number, number>()
      for (let count = 0; count < REQUESTS; count += 1) {
        const stranger = strangers.get(random.pick(personNames))
        if (!stranger) throw new Error('somebody is missing')
        const { path, ...init } = wrong(sound(stranger, random), random)
        const isSignedIn = random.chance(0.9)
        const send = isSignedIn ? stranger.fetch : world.app.request.bind(world.app)
        const answer = await send(path, init as RequestInit)
        const text = await answer.text()
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
        const asked = `${init.method} ${path} ${String(init.body).slice(0, 400)}`
        expect(answer.status, asked).toBeLessThan(500)
        expect(text.includes(SECRET), asked).toBe(false)
      }

      expect(await storedOf(world)).toEqual(before)
      expect(world.failures()).toEqual([])
      // It was not all turned away at the door.
      expect(statuses.get(200) ?? 0).toBeGreaterThan(REQUESTS / 50)
      // eslint-disable-next-line no-console -- what was sent is part of what the command shows
      console.info(`${REQUESTS} generated requests (SEED=${seed}):`, Object.fromEntries(statuses))
    },
    60_000 + REQUESTS * 40,
  )
})
