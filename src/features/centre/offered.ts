import type { ProgrammeOutline } from '#programmes/outline.ts'

/** A programme in which a logbook can be opened, with its cohorts. */
export type Offered = Pick<ProgrammeOutline, 'id' | 'shortTitle' | 'cohorts'>

/** Ids of the cohorts of a programme, as `enrolmentProblems` asks for them. */
export const cohortsIn =
  (offered: readonly Offered[]) =>
  (programme: string): readonly string[] | null =>
    offered.find(({ id }) => id === programme)?.cohorts.map(({ id }) => id) ?? null
