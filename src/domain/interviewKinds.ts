import type { KindName } from './kinds.ts'

/** Interviews that all parties read, and those between apprentice and centre. */
export const interviewKinds = ['interview', 'individualInterview'] as const
export type InterviewKind = (typeof interviewKinds)[number]

export const isInterviewKind = (kind: KindName): kind is InterviewKind =>
  (interviewKinds as readonly KindName[]).includes(kind)

/** The kind of one party’s part: it has the readers of its interview. */
export const sectionKindOf = (kind: KindName) =>
  kind === 'individualInterview' ? 'individualSection' : 'section'
