import { isCivilDate } from '#domain/civilDate.ts'
import { roles } from '#domain/kind.ts'
import * as z from 'zod/mini'
import { logbookId, personId } from './identifier.ts'

/** Logbooks that are opened in one go at most: the cohorts of a centre have under two hundred. */
export const ENROLMENTS_MAX = 300
/** Of a name, an address of mail or any other cell, in UTF-16 code units. */
export const CELL_MAX = 200

const words = z.string().check(z.maxLength(CELL_MAX))
const somebody = z.strictObject({ name: words, email: words })
/** Of a year in which somebody may have a contract: the database knows no year 0. */
const date = z.iso.date().check(z.refine(isCivilDate))

/** What a coordinator knows of an apprentice before there is a logbook. */
export const enrolmentSchema = z.strictObject({
  apprentice: somebody,
  /** Of a minor. */
  guardian: z.nullable(somebody),
  company: z.strictObject({ name: words, city: words, activity: words }),
  master: somebody,
  trainer: somebody,
  /** Id of a programme of `src/programmes`, and one of its cohorts. */
  programme: words,
  cohort: words,
  contract: z.strictObject({ start: date, end: date }),
})

/**
 * `POST /api/v1/centre/logbooks`. `preview`: nothing is written, but it is told what would be.
 * `invite`: who is new gets a mail that says so.
 */
export const enrolmentsSchema = z.strictObject({
  enrolments: z.array(enrolmentSchema).check(z.minLength(1), z.maxLength(ENROLMENTS_MAX)),
  preview: z.boolean(),
  invite: z.boolean(),
})

/**
 * What became of each, in the order in which they were sent. `known`: this apprentice has a logbook
 * of this programme and cohort already, which stays as it is.
 */
export const enrolledSchema = z.object({
  logbooks: z.array(
    z.object({
      state: z.enum(['new', 'known']),
      /** `null`: not opened yet. */
      logbookId: z.nullable(logbookId),
      /** Names of those who come in for the first time. */
      newPeople: z.array(z.string()),
    }),
  ),
  /**
   * Names of new people whose invitation had not left when this was answered: it failed, or takes
   * long. They can come in all the same. Left out where nobody was invited.
   */
  uninvited: z.optional(z.array(z.string())),
})

/** `GET /api/v1/centre`, for who coordinates it. */
export const centreSchema = z.object({
  name: z.string(),
  /** Who follows or coordinates a logbook of the centre today: to choose from. */
  trainers: z.array(somebody),
})

/** `POST /api/v1/logbooks/:id/members`: somebody comes in, from one day to another, both included. */
export const newMemberSchema = z.strictObject({
  ...somebody.shape,
  role: z.enum(roles),
  from: date,
  until: z.nullable(date),
  invite: z.boolean(),
})

/** Its answer. `uninvited`: see `enrolledSchema`. */
export const newMemberTakenSchema = z.object({
  personId,
  /** Comes in for the first time. */
  isNew: z.boolean(),
  uninvited: z.optional(z.array(z.string())),
})

/** `PATCH /api/v1/logbooks/:id/members`: the last day of who came in on `from` as `role`. */
export const memberEndSchema = z.strictObject({
  personId,
  role: z.enum(roles),
  from: date,
  until: z.nullable(date),
})

export type Enrolment = z.infer<typeof enrolmentSchema>
export type Enrolled = z.infer<typeof enrolledSchema>
export type Centre = z.infer<typeof centreSchema>
export type NewMember = z.infer<typeof newMemberSchema>
export type NewMemberTaken = z.infer<typeof newMemberTakenSchema>
export type MemberEnd = z.infer<typeof memberEndSchema>
