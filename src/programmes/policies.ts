import type { FollowPolicy } from '#domain/meetingsDue.ts'
import { followPolicy } from './campusTezenasPractice.ts'

/** Of each programme, what its centre asks of those who follow an apprentice. */
const policies: ReadonlyMap<string, FollowPolicy> = new Map([
  ['bts-ndrc', followPolicy],
  ['bts-mco', followPolicy],
])

/** Where nobody has said it: two visits a year are what those who audit centres expect to see. */
const usual: FollowPolicy = { visitsAYear: 2, firstInterviewMonths: null }

/** At once, for lists of many logbooks; a programme this app does not know has the usual one. */
export const policyOf = (programme: string): FollowPolicy => policies.get(programme) ?? usual
