import type { EnrolmentField, EnrolmentProblemName } from '#domain/enrolment/enrolment.ts'
import * as z from 'zod/mini'

const fields: Readonly<Record<EnrolmentField, true>> = {
  'apprentice.name': true,
  'apprentice.email': true,
  'guardian.name': true,
  'guardian.email': true,
  'master.name': true,
  'master.email': true,
  'trainer.name': true,
  'trainer.email': true,
  'company.name': true,
  'company.city': true,
  programme: true,
  cohort: true,
  'contract.end': true,
}

const names: Readonly<Record<EnrolmentProblemName, true>> = {
  empty: true,
  'not-an-address': true,
  'two-names': true,
  'same-person': true,
  twice: true,
  'unknown-programme': true,
  'unknown-cohort': true,
  'ends-before-it-starts': true,
  'taken-address': true,
}

const keysOf = <Key extends string>(record: Readonly<Record<Key, true>>) =>
  Object.keys(record) as Key[]

/** What comes with `not-openable`: which enrolment, from 0, where, and what is wrong with it. */
export const notOpenableSchema = z.object({
  problems: z.array(
    z.object({
      index: z.int(),
      field: z.enum(keysOf(fields)),
      problem: z.enum(keysOf(names)),
    }),
  ),
})

export type EnrolmentRefusal = z.infer<typeof notOpenableSchema>['problems'][number]
