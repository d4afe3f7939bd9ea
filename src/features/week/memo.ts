import type { Problem } from '#features/parts/problem.ts'

/** Why there is no memo. `kept-aside`: it is on this device, and in the week at the next start. */
export type MemoProblem =
  | Problem
  | 'microphone-refused'
  | 'no-microphone'
  | 'microphone-busy'
  | 'no-recorder'
  | 'nothing-recorded'
  | 'kept-aside'

/** What became of a recording. `full`: kept too; it ended by itself because it was long enough. */
export type MemoEnd = 'kept' | 'full' | MemoProblem

/** Longest memo, in seconds. */
export const MEMO_MAX = 180

/**
 * Records until `signal` is aborted, until it is long enough, or until the page is out of sight.
 * `onStart`: sound comes in now. Resolves once the memo is in the draft, or to why it is not.
 */
export type RecordMemo = (recording: {
  readonly signal: AbortSignal
  readonly onStart: () => void
}) => Promise<MemoEnd>
