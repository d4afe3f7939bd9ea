// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { PROTOCOL_HEADER } from '#protocol/conversation.ts'

const lea = { id: '0195a000-0000-7000-8000-00000000000a', name: 'Léa Martin' }
const karim = { id: '0195a000-0000-7000-8000-00000000000b', name: 'Karim Benali' }

beforeEach(() => {
  vi.unstubAllGlobals()
  localStorage.clear()
})

/** The app as it starts in this browser. */
async function start() {
  vi.resetModules()
  const session = await import('#app/session.ts')
  return { ...session, ...(await import('#app/sessionServer.ts')) }
}

interface Server {
  /** Who is signed in by the cookie of this browser. */
  person: typeof lea | null
  isReachable: boolean
  /** Status of every answer, when the server is in trouble. */
  trouble: number | null
}

function aServer(person: typeof lea | null, change: Partial<Server> = {}) {
  const server: Server = { person, isReachable: true, trouble: null, ...change }
  const asked: string[] = []
  const answer = (status: number, body: unknown) =>
    new Response(status === 204 ? null : JSON.stringify(body), {
      status,
      headers: { [PROTOCOL_HEADER]: '1' },
    })
  vi.stubGlobal('fetch', (path: string, { method = 'GET' }: RequestInit = {}) => {
    asked.push(`${method} ${path}`)
    if (!server.isReachable) return Promise.reject(new TypeError('Failed to fetch'))
    if (server.trouble !== null) return Promise.resolve(answer(server.trouble, { code: 'failed' }))
    if (method === 'DELETE') {
      server.person = null
      return Promise.resolve(answer(204, null))
    }
    if (method === 'POST') return Promise.resolve(answer(200, { person: server.person }))
    return Promise.resolve(
      server.person
        ? answer(200, { person: server.person, demo: false })
        : answer(401, { code: 'signed-out', demo: true }),
    )
  })
  return Object.assign(server, { asked })
}

const open = (person: typeof lea) => {
  localStorage.setItem('livret-session', JSON.stringify({ person, demo: false }))
}

describe('the app starts', () => {
  it.each([
    '',
    'null',
    '{"person":',
    '[]',
    '{"person":{"id":"1"},"demo":false}',
    '{"person":null,"demo":false}',
    'undefined',
  ])('with nobody when what it kept is damaged: %j', async (text) => {
    localStorage.setItem('livret-session', text)
    const { useSession } = await start()
    expect(useSession.getState()).toEqual({ person: null, demo: null })
  })

  it('in a browser that lets no page keep anything', async () => {
    vi.stubGlobal('localStorage', {
      getItem: () => {
        throw new DOMException('denied', 'SecurityError')
      },
    })
    const { useSession } = await start()
    expect(useSession.getState().person).toBeNull()
  })

  it('with the livret that was open here, without a network, for ever', async () => {
    open(lea)
    aServer(lea, { isReachable: false })
    const { useSession, refreshSession } = await start()
    await refreshSession()
    expect(useSession.getState().person).toEqual(lea)
  })

  it('with the livret that was open here when the server no longer knows the session', async () => {
    open(lea)
    aServer(null)
    const { useSession, refreshSession } = await start()
    await refreshSession()
    expect(useSession.getState()).toEqual({ person: lea, demo: true })
  })

  it('with the person whom the server knows, when nobody is open here', async () => {
    aServer(karim)
    const { useSession, refreshSession } = await start()
    await refreshSession()
    expect(useSession.getState().person).toEqual(karim)
    expect((await start()).useSession.getState().person).toEqual(karim)
  })
})

describe('whose words are on the screen', () => {
  it('does not change because somebody else signed in in another tab', async () => {
    open(lea)
    aServer(karim)
    const { useSession, refreshSession } = await start()
    await refreshSession()

    expect(useSession.getState().person).toEqual(lea)
    expect(localStorage.getItem('livret-session')).toContain(lea.id)
  })

  it('is not closed and opened anew under who is writing, when the server says the same name', async () => {
    open(lea)
    aServer({ ...lea, name: 'Léa Martin-Duval' })
    const { useSession, refreshSession } = await start()
    const before = useSession.getState().person
    await refreshSession()

    expect(useSession.getState().person).toBe(before)
    expect((await start()).useSession.getState().person?.name).toBe('Léa Martin-Duval')
  })

  it('changes when the other person signs in here', async () => {
    open(lea)
    aServer(karim)
    const { useSession, signIn } = await start()
    expect(await signIn('request', '123456')).toEqual({ kind: 'ok', body: karim })
    expect(useSession.getState().person).toEqual(karim)
  })
})

describe('who closes the livret here', () => {
  it('is signed out at the server too', async () => {
    open(lea)
    const server = aServer(lea)
    const { useSession, endSession } = await start()
    await endSession()

    expect(useSession.getState().person).toBeNull()
    expect(server.person).toBeNull()
    expect(localStorage.length).toBe(0)
  })

  it('without a network stays signed out, and the server hears of it later', async () => {
    open(lea)
    const server = aServer(lea, { isReachable: false })
    const first = await start()
    await first.endSession()
    expect(first.useSession.getState().person).toBeNull()

    const second = await start()
    await second.refreshSession()
    expect(second.useSession.getState().person).toBeNull()

    server.isReachable = true
    await second.refreshSession()
    expect(server.person).toBeNull()
    expect(second.useSession.getState().person).toBeNull()
    expect(localStorage.length).toBe(0)
  })

  it.each([503, 500, 429])(
    'while the server is in trouble (%i) stays signed out',
    async (trouble) => {
      open(lea)
      const server = aServer(lea, { trouble })
      const first = await start()
      await first.endSession()

      server.trouble = null
      const { useSession, refreshSession } = await start()
      await refreshSession()
      expect(useSession.getState().person).toBeNull()
      expect(server.person).toBeNull()
    },
  )

  it('is not signed in again because only the question got through, not the good-bye', async () => {
    open(lea)
    aServer(lea, { isReachable: false })
    const { endSession, useSession, refreshSession } = await start()
    await endSession()
    const server = aServer(lea)
    const through = globalThis.fetch
    vi.stubGlobal('fetch', (path: string, init?: RequestInit) =>
      init?.method === 'DELETE' ? Promise.reject(new TypeError('lost')) : through(path, init),
    )
    await refreshSession()
    expect(useSession.getState().person).toBeNull()
    expect(server.person).toEqual(lea)
    expect(localStorage.getItem('livret-leaving')).not.toBeNull()
  })

  it('is not found open by a page that starts before the database has forgotten', async () => {
    const { rememberPerson, recallPerson } = await import('#store/openPerson.ts')
    await rememberPerson({ ...lea, demo: false })
    // What a page leaves that was called off in the middle of its good-bye.
    localStorage.setItem('livret-leaving', lea.id)
    const { recallSession, useSession } = await start()
    await recallSession()
    expect(useSession.getState().person).toBeNull()
    expect(await recallPerson()).toBeUndefined()

    // Whoever came in afterwards, and whose browser was killed, is found all the same.
    await rememberPerson({ ...karim, demo: false })
    await recallSession()
    expect(useSession.getState().person).toEqual(karim)
  })

  it('is ended at the server when the database knows it', async () => {
    open(lea)
    const server = aServer(lea)
    const { rememberPerson, recallPerson } = await import('#store/openPerson.ts')
    await rememberPerson({ ...lea, demo: false })
    const { endSession } = await start()
    const ended = endSession()
    expect(server.asked).toEqual([])
    await ended
    expect(await recallPerson()).toBeUndefined()
    expect(server.person).toBeNull()
  })

  it('a later sign-in here is not ended by the good-bye of before', async () => {
    open(lea)
    const server = aServer(lea, { isReachable: false })
    const { endSession, signIn, refreshSession, useSession } = await start()
    await endSession()
    server.isReachable = true
    server.person = karim
    await signIn('request', '123456')
    await refreshSession()

    expect(useSession.getState().person).toEqual(karim)
    expect(server.asked.filter((each) => each.startsWith('DELETE'))).toHaveLength(1)
  })
})

describe('a server in trouble', () => {
  it('does not make a demo of the livret, or the livret of a demo', async () => {
    open(lea)
    localStorage.setItem('livret-session', JSON.stringify({ person: lea, demo: true }))
    aServer(lea, { trouble: 500 })
    const { useSession, refreshSession } = await start()
    await refreshSession()
    expect(useSession.getState().demo).toBe(true)
  })
})
