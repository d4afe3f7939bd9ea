import { personId } from '#protocol/identifier.ts'
import * as z from 'zod/mini'
import { api, type ApiAnswer } from './api.ts'
import { deviceLabel } from './device.ts'
import { closeSession, LEAVING, openSession, useSession, type Person } from './session.ts'

const personSchema = z.object({ id: personId, name: z.string() })
const sessionSchema = z.object({ person: personSchema, demo: z.boolean() })

function enter(session: { person: Person; demo: boolean }): void {
  localStorage.removeItem(LEAVING)
  openSession(session)
}

/** Asks the server who is signed in. What is open on this device stays open whatever it says. */
export async function refreshSession(): Promise<void> {
  if (isLeaving()) await endServerSession()
  const answer = await api('GET', '/api/v1/session', null, (json) => {
    const read = sessionSchema.safeParse(json)
    return read.success ? read.data : null
  })
  if (answer.kind === 'ok') {
    const open = useSession.getState().person
    // Another person’s session must not change whose words are on the screen.
    // Who closed the livret here finds it closed, even if the server has not heard of it yet.
    const isOurs = open === null ? !isLeaving() : open.id === answer.body.person.id
    if (isOurs) enter(answer.body)
    else useSession.setState({ demo: answer.body.demo })
  }
  if (answer.kind === 'problem') {
    const { demo } = (answer.body ?? {}) as { demo?: unknown }
    if (typeof demo === 'boolean') useSession.setState({ demo })
  }
}

const isLeaving = () => localStorage.getItem(LEAVING) !== null

const readPerson = (json: unknown) => {
  const read = z.object({ person: personSchema }).safeParse(json)
  return read.success ? read.data.person : null
}

/** Asks for a code by mail. Resolves to the request the code belongs to. */
export const requestCode = (email: string): Promise<ApiAnswer<string>> =>
  api('POST', '/api/v1/sign-in/codes', { email }, (json) => {
    const read = z.object({ requestId: z.string() }).safeParse(json)
    return read.success ? read.data.requestId : null
  })

export async function signIn(requestId: string, code: string): Promise<ApiAnswer<Person>> {
  const label = deviceLabel()
  const answer = await api('POST', '/api/v1/sign-in', { requestId, code, label }, readPerson)
  if (answer.kind === 'ok')
    enter({ person: answer.body, demo: useSession.getState().demo === true })
  return answer
}

/** Becomes one of the demo’s people on this device. */
export async function signInToDemo(id: string): Promise<ApiAnswer<Person>> {
  const body = { personId: id, label: deviceLabel() }
  const answer = await api('POST', '/api/v1/demo/sign-in', body, readPerson)
  if (answer.kind === 'ok') enter({ person: answer.body, demo: true })
  return answer
}

/** Ends the session here, and at the server as soon as it can be reached. Deletes no work. */
export async function endSession(): Promise<void> {
  localStorage.setItem(LEAVING, useSession.getState().person?.id ?? '')
  await closeSession()
  await endServerSession()
}

async function endServerSession(): Promise<void> {
  const answer = await api('DELETE', '/api/v1/session', null, () => true)
  const isEnded = answer.kind === 'ok' || (answer.kind === 'problem' && answer.status === 401)
  if (isEnded) localStorage.removeItem(LEAVING)
}
