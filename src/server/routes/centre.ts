import type { Handler } from 'hono'
import { enrolmentProblems, type EnrolmentProblem } from '#domain/enrolment/enrolment.ts'
import type { PersonId } from '#domain/identifiers.ts'
import { findOutline, loadOutline } from '#programmes/outlines.ts'
import { programmeIds } from '#programmes/programmes.ts'
import { enrolmentsSchema, type Centre, type Enrolled } from '#protocol/centre.ts'
import { tooManyTries, type Limit } from '#server/access/rateLimit.ts'
import { NotOpenable, openLogbooks } from '#server/centre/openLogbooks.ts'
import type { Deps } from '#server/deps.ts'
import type { Env } from '#server/env.ts'
import { sendInvitations } from '#server/mail/sendInvitations.ts'
import { problem } from '#server/problem.ts'
import { readJson } from '#server/readJson.ts'
import { findCoordinated, listTrainers } from '#server/storage/centres.ts'
import { civilDay } from '#server/storage/civilDay.ts'
import { inTransaction } from '#server/storage/database.ts'

/** Whole cohorts with their trials; a program that looks for addresses gets no further. */
const perPerson: Limit = { name: 'enrolment', points: 200, seconds: 3600 }

/** `GET /api/v1/centre`: 200 `centreSchema` · 404 `not-found`: who asks coordinates no centre today. */
export const getCentre = ({ pool, now }: Deps): Handler<Env> => {
  return async (c) => {
    const day = civilDay(now())
    const centre = await findCoordinated(pool, c.get('session').personId as PersonId, day)
    if (!centre) return notFound()
    const trainers = await listTrainers(pool, centre.id, day)
    return c.json({ name: centre.name, trainers } satisfies Centre)
  }
}

/**
 * `POST /api/v1/centre/logbooks` `enrolmentsSchema`: opens all of them or none, 200 `enrolledSchema`.
 * What is open already stays as it is, so that the same may be sent again.
 *
 * 404 `not-found`: who asks coordinates no centre today · 422 `not-openable` with `problems`
 * (`EnrolmentProblem`) · 429 `too-many-tries` with `Retry-After` · what `readJson` refuses.
 */
export const postLogbooks = (deps: Deps): Handler<Env> => {
  const { pool, now, newId, origin, pokes, rateLimit } = deps
  return async (c) => {
    const at = now()
    const day = civilDay(at)
    const personId = c.get('session').personId as PersonId
    const centre = await findCoordinated(pool, personId, day)
    if (!centre) return notFound()
    const wait = await rateLimit(perPerson, personId)
    if (wait !== null) return tooManyTries(wait, 'Trop d’essais d’affilée. Réessayez plus tard.')
    const body = await readJson(c, enrolmentsSchema)
    if (!body.ok) return body.refusal
    const { enrolments, preview, invite } = body.value
    const problems = enrolmentProblems(enrolments, await readCohorts())
    if (problems.length > 0) return notOpenable(problems)

    const context = { centreId: centre.id, at, day, newId, origin, preview }
    const opened = await inTransaction(pool, (tx) => openLogbooks(tx, enrolments, context)).catch(
      (error: unknown) => {
        if (error instanceof NotOpenable) return error
        throw error
      },
    )
    if (opened instanceof NotOpenable) return notOpenable(opened.problems)
    const { logbooks, newPeople, newcomers } = opened
    for (const [logbookId, people] of newcomers) {
      pokes.poke({ logbookId, news: null, newcomers: people })
    }
    if (preview || !invite) return c.json({ logbooks } satisfies Enrolled)
    const uninvited = await sendInvitations(deps, newPeople, centre.name)
    return c.json({ logbooks, uninvited } satisfies Enrolled)
  }
}

/** The cohorts of a programme, by name; `null`: nobody knows the programme. */
async function readCohorts(): Promise<(programme: string) => readonly string[] | null> {
  await Promise.all(programmeIds.map(loadOutline))
  return (programme) => findOutline(programme)?.cohorts.map(({ id }) => id) ?? null
}

const notFound = () => problem(404, 'not-found', 'Vous ne coordonnez aucun centre.')
const notOpenable = (problems: readonly EnrolmentProblem[]) =>
  problem(422, 'not-openable', 'Ces livrets ne peuvent pas être ouverts ainsi.', { problems })
