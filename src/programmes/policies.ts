import { policy } from './campusTezenasPractice.ts'
import type { Policy } from './policy.ts'

/** Of each programme, how its centre follows an apprentice and names what it sees. */
const policies: ReadonlyMap<string, Policy> = new Map([
  ['bts-ndrc', policy],
  ['bts-mco', policy],
])

/** Where nobody has said it: two visits a year are what those who audit centres expect to see. */
const usual: Policy = { visitsAYear: 2, firstInterviewMonths: null, scale: null }

/** At once, for lists of many logbooks; a programme this app does not know has the usual one. */
export const policyOf = (programme: string): Policy => policies.get(programme) ?? usual
