import type { EnrolmentProblemName } from '#domain/enrolment/enrolment.ts'

/**
 * What can be wrong with a field, in a file or a form. `not-a-date` and `too-long` are found on the
 * device; `taken-address`: only the server knows.
 */
export type FieldProblemName = EnrolmentProblemName | 'not-a-date' | 'too-long' | 'taken-address'
