import type { Value } from '#domain/operation.ts'

/** How a week went, best first. */
export const feelings = ['good', 'mixed', 'hard'] as const
export type FeelingName = (typeof feelings)[number]

export const isFeeling = (value: Value | undefined): value is FeelingName =>
  feelings.some((feeling) => feeling === value)
