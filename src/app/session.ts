import type { PersonId } from '#domain/identifiers.ts'
import { forgetPerson, recallPerson, rememberPerson } from '#store/openPerson.ts'
import { create } from 'zustand'

export interface Person {
  readonly id: PersonId
  readonly name: string
}

/** Whose livret is open on this device. It stays open without a network. */
export interface Session {
  readonly person: Person | null
  /** Whether this server is a demo, or `null` while nobody knows. */
  readonly demo: boolean | null
}

const KEY = 'livret-session'
/** Who closed the livret here; set while somebody has not heard of it: the server, or the database. */
export const LEAVING = 'livret-leaving'

/**
 * Whatever stands there, the app starts: with nobody, if it cannot be read. Checked by hand, so
 * that the first screen loads no schemas.
 */
function readStored(): Session {
  try {
    const stored = JSON.parse(localStorage.getItem(KEY) ?? 'null') as StoredSession | null
    const { id, name } = stored?.person ?? {}
    const isPerson = typeof id === 'string' && /^[\da-f-]{36}$/u.test(id)
    if (isPerson && typeof name === 'string' && typeof stored?.demo === 'boolean') {
      return { person: { id: id as PersonId, name }, demo: stored.demo }
    }
  } catch {
    // Not JSON, or a browser that lets no page keep anything.
  }
  return { person: null, demo: null }
}

interface StoredSession {
  readonly person?: { readonly id?: unknown; readonly name?: unknown }
  readonly demo?: unknown
}

export const useSession = create<Session>(() => readStored())

/** Opens the livret of a person on this device, from now on and at the next start. */
export function openSession(session: { person: Person; demo: boolean }): void {
  localStorage.setItem(KEY, JSON.stringify(session))
  void rememberPerson({ ...session.person, demo: session.demo }).catch(ignored)
  // The same person stays the same object: another one would close the livret and open it anew,
  // under the hands of who is writing. A new name is shown at the next start.
  const open = useSession.getState().person
  const person = open?.id === session.person.id ? open : session.person
  useSession.setState({ ...session, person })
}

/** Closes the livret on this device; resolves when the next start knows it too. Deletes no work. */
export function closeSession(): Promise<void> {
  localStorage.removeItem(KEY)
  useSession.setState({ person: null })
  return forgetPerson().catch(ignored)
}

/** Finds the open livret again where a killed browser lost what it had not written yet. */
export async function recallSession(): Promise<void> {
  if (useSession.getState().person !== null) return
  const stored = await recallPerson().catch(ignored)
  if (stored && useSession.getState().person === null) {
    const { id, name, demo } = stored
    // Their page went away before the database had forgotten them.
    if (id === localStorage.getItem(LEAVING)) return forgetPerson().catch(ignored)
    openSession({ person: { id: id as PersonId, name }, demo })
  }
}

/** A browser that keeps nothing: the livret is open as long as this page is. */
const ignored = () => undefined
