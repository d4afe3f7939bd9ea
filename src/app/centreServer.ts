import type { LogbookId } from '#domain/identifiers.ts'
import type { CentreState, OpeningAnswer, OpenLogbooks } from '#features/centre/opening.ts'
import type { PeopleRefusal } from '#features/people/peopleRefusal.ts'
import { centreSchema, enrolledSchema, type MemberEnd, type NewMember } from '#protocol/centre.ts'
import { notOpenableSchema } from '#protocol/notOpenable.ts'
import { api, type ApiAnswer } from './api.ts'

/** The centre that this person coordinates. */
export async function fetchCentre(signal: AbortSignal): Promise<CentreState> {
  const read = (json: unknown) => centreSchema.safeParse(json).data ?? null
  const answer = await api('GET', '/api/v1/centre', null, read, signal)
  if (answer.kind === 'offline') return { kind: 'offline' }
  if (answer.kind === 'ok') return { kind: 'ok', centre: answer.body }
  return { kind: answer.status === 404 ? 'none' : 'broken' }
}

/** Opens logbooks in the centre of this person, or tells what would be opened. */
export const openLogbooks: OpenLogbooks = async (enrolments, how): Promise<OpeningAnswer> => {
  const read = (json: unknown) => enrolledSchema.safeParse(json).data ?? null
  const answer = await api('POST', '/api/v1/centre/logbooks', { enrolments, ...how }, read)
  if (answer.kind === 'ok') return { kind: 'enrolled', logbooks: answer.body.logbooks }
  if (answer.kind === 'offline') return { kind: 'refused', refusal: 'offline' }
  const problems = notOpenableSchema.safeParse(answer.body).data?.problems ?? []
  if (answer.code === 'not-openable' && problems.length > 0) {
    return { kind: 'not-openable', problems }
  }
  const known = ['signed-out', 'not-found'] as const
  return { kind: 'refused', refusal: known.find((code) => code === answer.code) ?? 'other' }
}

const pathOf = (id: LogbookId) => `/api/v1/logbooks/${id}/members`

/** Lets somebody come into a logbook. */
export const addMember = async (id: LogbookId, member: NewMember): Promise<PeopleRefusal | null> =>
  refusalOf(await api('POST', pathOf(id), member, () => true))

/** Sets the last day of somebody in a logbook. */
export const endMember = async (id: LogbookId, end: MemberEnd): Promise<PeopleRefusal | null> =>
  refusalOf(await api('PATCH', pathOf(id), end, () => true))

function refusalOf(answer: ApiAnswer<true>): PeopleRefusal | null {
  if (answer.kind === 'ok') return null
  return answer.kind === 'offline' ? 'offline' : { code: answer.code }
}
