import type { LogbookId } from '#domain/identifiers.ts'
import type { CentreState, OpeningAnswer, OpenLogbooks } from '#features/centre/opening.ts'
import type { EntryAnswer, PeopleRefusal } from '#features/people/peopleRefusal.ts'
import {
  centreSchema,
  enrolledSchema,
  newMemberTakenSchema,
  type MemberEnd,
  type NewMember,
} from '#protocol/centre.ts'
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
  if (answer.kind === 'ok') return { kind: 'enrolled', enrolled: answer.body }
  if (answer.kind === 'offline') return { kind: 'refused', refusal: 'offline' }
  const problems = notOpenableSchema.safeParse(answer.body).data?.problems ?? []
  if (answer.code === 'not-openable' && problems.length > 0) {
    return { kind: 'not-openable', problems }
  }
  const known = ['signed-out', 'not-found', 'too-many-tries'] as const
  return { kind: 'refused', refusal: known.find((code) => code === answer.code) ?? 'other' }
}

const pathOf = (id: LogbookId) => `/api/v1/logbooks/${id}/members`

/** Lets somebody come into a logbook. */
export async function addMember(id: LogbookId, member: NewMember): Promise<EntryAnswer> {
  const read = (json: unknown) => newMemberTakenSchema.safeParse(json).data ?? null
  const answer = await api('POST', pathOf(id), member, read)
  if (answer.kind !== 'ok') return { kind: 'refused', refusal: refusalOf(answer) }
  return { kind: 'entered', isUninvited: (answer.body.uninvited ?? []).length > 0 }
}

/** Sets the last day of somebody in a logbook. */
export async function endMember(id: LogbookId, end: MemberEnd): Promise<PeopleRefusal | null> {
  const answer = await api('PATCH', pathOf(id), end, () => true)
  return answer.kind === 'ok' ? null : refusalOf(answer)
}

const refusalOf = (answer: Exclude<ApiAnswer<unknown>, { readonly kind: 'ok' }>): PeopleRefusal =>
  answer.kind === 'offline' ? 'offline' : { code: answer.code }
