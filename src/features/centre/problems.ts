import type { EnrolmentRefusal } from '#protocol/notOpenable.ts'

/** What can be wrong with a field, in a file or a form: the last two are found on the device only. */
export type FieldProblemName = EnrolmentRefusal['problem'] | 'not-a-date' | 'too-long'
