import type { Content } from '#domain/operation.ts'

/** What the coordinator told a company for the pay of one month. Pure data. */
export interface StoryPayNote {
  readonly on: string
  readonly content: Content
}

/** By key of the apprentice; the minutes are those of the absences of the story. */
export const payNotes: Readonly<Record<string, readonly StoryPayNote[]>> = {
  'lea-moreau': [
    {
      on: '2026-11-02',
      content: { month: '2026-10-01', maintained: 0, insurance: 630, undecided: 0, deductible: 0 },
    },
  ],
}
