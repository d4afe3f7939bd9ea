/**
 * How far somebody is with a skill, in order. `not-seen` (non vu): no occasion to see it, which says
 * nothing of the person.
 *
 * Source: logbooks in use name three steps (découverte, en cours d’acquisition, acquis) and “non vu”,
 * others end with “autonome” (domain notes, §2.2): here are all four and “non vu”. It is not the grid
 * of the exam commission (TI, I, S, TS), which no candidate is shown and no mark is made of. What they
 * are called is the centre’s policy (`programmes/policy.ts`).
 */
export const levels = ['not-seen', 'discovering', 'progressing', 'acquired', 'independent'] as const
export type Level = (typeof levels)[number]

export const isLevel = (value: unknown): value is Level => levels.some((level) => level === value)
