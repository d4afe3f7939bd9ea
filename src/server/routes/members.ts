import type { Context, Handler } from 'hono'
import { addressOf, isAddress } from '#domain/enrolment/enrolment.ts'
import { mayManageMembers } from '#domain/enrolment/mayManageMembers.ts'
import {
  endProblem,
  entryProblem,
  type EndProblem,
  type EntryProblem,
} from '#domain/enrolment/memberChanges.ts'
import type { LogbookId, PersonId } from '#domain/identifiers.ts'
import type { Membership } from '#domain/membership.ts'
import {
  memberEndSchema,
  newMemberSchema,
  type MemberEnd,
  type NewMember,
  type NewMemberTaken,
} from '#protocol/centre.ts'
import { logbookId } from '#protocol/identifier.ts'
import { tooManyTries, type Limit } from '#server/access/rateLimit.ts'
import type { Deps } from '#server/deps.ts'
import type { Env } from '#server/env.ts'
import { sendInvitations } from '#server/mail/sendInvitations.ts'
import { problem } from '#server/problem.ts'
import { readJson } from '#server/readJson.ts'
import { findOwnCentre, lockCentre, type StoredCentre } from '#server/storage/centres.ts'
import { civilDay } from '#server/storage/civilDay.ts'
import { inTransaction, type Database } from '#server/storage/database.ts'
import { addMember, endMember, listMemberships } from '#server/storage/logbooks.ts'
import { addPeople, findByAddress } from '#server/storage/people.ts'
import { announceMembers } from '#server/storage/pokeListener.ts'

/** A whole cohort, one after the other; a program that looks for addresses gets no further. */
const perPerson: Limit = { name: 'members', points: 300, seconds: 3600 }

/** Where somebody may let people in and out. */
interface Managed {
  readonly id: LogbookId
  readonly personId: PersonId
  readonly centre: StoredCentre
  readonly at: Date
  /** ISO date. */
  readonly day: string
}

/** See `mayManageMembers`; the coordinator and the logbook have to be of one centre. */
async function findManaged(c: Context<Env>, { pool, now }: Deps): Promise<Managed | null> {
  const id = logbookId.safeParse(c.req.param('id'))
  if (!id.success) return null
  const personId = c.get('session').personId as PersonId
  const at = now()
  const day = civilDay(at)
  if (!mayManageMembers(await listMemberships(pool, id.data), personId, day)) return null
  const centre = await findOwnCentre(pool, id.data, personId)
  return centre && { id: id.data, personId, centre, at, day }
}

type Refusal = EntryProblem | EndProblem | 'empty' | 'not-an-address' | 'taken-address'

/**
 * `POST /api/v1/logbooks/:id/members` `newMemberSchema`: lets somebody in, who is known in the centre
 * by their address or comes new, 200 `newMemberTakenSchema`.
 *
 * 404 `not-found`: no such logbook, or who asks is no coordinator of it and of its centre · 409
 * `already-member` · 422 `second-apprentice`, `same-person`, `ends-before-it-starts` (`EntryProblem`),
 * `empty`, `not-an-address`, `taken-address` (`EnrolmentProblemName`) · 429 `too-many-tries` · what
 * `readJson` refuses.
 */
export const postMember = (deps: Deps): Handler<Env> => {
  const { pool, pokes, rateLimit } = deps
  return async (c) => {
    const managed = await findManaged(c, deps)
    if (!managed) return notFound()
    const wait = await rateLimit(perPerson, managed.personId)
    if (wait !== null) return tooManyTries(wait, 'Trop d’essais d’affilée. Réessayez plus tard.')
    const body = await readJson(c, newMemberSchema)
    if (!body.ok) return body.refusal
    const { name, email, invite } = body.value
    if (name.trim() === '' || email.trim() === '') return refuse('empty')
    if (!isAddress(email)) return refuse('not-an-address')

    const outcome = await inTransaction(pool, (tx) => letIn(tx, managed, body.value, deps)).catch(
      refusalOf,
    )
    if (typeof outcome === 'string') return refuse(outcome)
    pokes.poke({ logbookId: managed.id, news: null, newcomers: [outcome.personId] })
    if (!invite || !outcome.isNew) return c.json(outcome satisfies NewMemberTaken)
    const invited = { name: name.trim(), email: addressOf(email), isApprentice: false }
    const uninvited = await sendInvitations(deps, [invited], managed.centre.name)
    return c.json({ ...outcome, uninvited } satisfies NewMemberTaken)
  }
}

/**
 * `PATCH /api/v1/logbooks/:id/members` `memberEndSchema`: sets the last day of a membership, 204.
 *
 * 404 `not-found`: as above, or nobody came in like this · 409 `already-member`: the same person in
 * the same role on some of these days · 422 `apprentice-stays`, `last-coordinator`,
 * `ends-before-it-starts` (`EndProblem`) · what `readJson` refuses.
 */
export const patchMember = (deps: Deps): Handler<Env> => {
  const { pool, pokes } = deps
  return async (c) => {
    const managed = await findManaged(c, deps)
    if (!managed) return notFound()
    const body = await readJson(c, memberEndSchema)
    if (!body.ok) return body.refusal
    const { id } = managed
    const end = body.value
    const found = await inTransaction(pool, (tx) => letOut(tx, managed, end, deps))
    if (found) return refuse(found)
    pokes.poke({ logbookId: id, news: null, newcomers: [end.personId] })
    return c.body(null, 204)
  }
}

/**
 * Takes the centre, as all do who change members, and gives those of the logbook. `null`: who asks was
 * let out in this very moment.
 */
async function lockMembers(
  tx: Database,
  { id, personId, centre, day }: Managed,
): Promise<Membership[] | null> {
  await lockCentre(tx, centre.id)
  const memberships = await listMemberships(tx, id)
  return mayManageMembers(memberships, personId, day) ? memberships : null
}

/** Undoes the transaction. */
class Refused extends Error {
  readonly reason: Refusal
  constructor(reason: Refusal) {
    super(reason)
    this.reason = reason
  }
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof Refused) return error.reason
  throw error
}

async function letIn(
  tx: Database,
  managed: Managed,
  { name, email, role, from, until }: NewMember,
  { newId, origin }: Deps,
): Promise<Pick<NewMemberTaken, 'personId' | 'isNew'>> {
  const { id, centre, at } = managed
  const memberships = await lockMembers(tx, managed)
  if (!memberships) throw new Refused('not-found')
  const known = (await findByAddress(tx, [email])).get(addressOf(email))
  if (known && known.centreId !== centre.id) throw new Refused('taken-address')
  const personId = known?.id ?? (newId() as PersonId)
  const wrong = entryProblem(memberships, { personId, role, from, until })
  if (wrong) throw new Refused(wrong)
  // Another centre may have taken the address in this very moment.
  if (!known && !(await addPeople(tx, [{ id: personId, centreId: centre.id, name, email, at }])))
    throw new Refused('taken-address')
  await addMember(tx, { logbookId: id, personId, role, from, until })
  await announceMembers(tx, origin, id, [personId])
  return { personId, isNew: !known }
}

/** Nothing is written where there is a refusal. */
async function letOut(
  tx: Database,
  managed: Managed,
  end: MemberEnd,
  { origin }: Deps,
): Promise<Refusal | null> {
  const { id, day } = managed
  const memberships = await lockMembers(tx, managed)
  if (!memberships) return 'not-found'
  const wrong = endProblem(memberships, end, day)
  if (wrong) return wrong
  await endMember(tx, { logbookId: id, ...end })
  // Also whoever comes in again has no page yet that listens.
  await announceMembers(tx, origin, id, [end.personId])
  return null
}

const notFound = () => problem(404, 'not-found', 'Il n’y a personne à gérer à cette adresse.')

const sentences: Readonly<Record<Exclude<Refusal, 'not-found'>, string>> = {
  'second-apprentice': 'Un livret a un seul apprenti, qui ne change pas.',
  'same-person': 'L’apprenti ne peut pas être quelqu’un d’autre dans son livret.',
  'ends-before-it-starts': 'Le dernier jour est avant le premier.',
  'already-member': 'Cette personne a déjà ce rôle pendant ces jours.',
  'apprentice-stays': 'Le livret est celui de l’apprenti\u00a0: il y reste.',
  'last-coordinator':
    'Personne ne serait plus responsable de ce livret. Ajoutez d’abord quelqu’un.',
  empty: 'Il manque le nom ou l’adresse.',
  'not-an-address': 'Ce n’est pas une adresse de mail.',
  'taken-address': 'Cette adresse ne peut pas servir dans ce centre.',
}

const refuse = (reason: Refusal): Response =>
  reason === 'not-found'
    ? notFound()
    : problem(reason === 'already-member' ? 409 : 422, reason, sentences[reason])
