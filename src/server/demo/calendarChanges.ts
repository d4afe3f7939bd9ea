import type { Content } from '#domain/operation.ts'

/** What is otherwise in the calendar of one story, as the centre wrote it. Pure data. */
export interface StoryChange {
  /** ISO day on which it was written. */
  readonly on: string
  readonly by: 'trainer' | 'coordinator'
  readonly content: Content
}

/** By key of the apprentice. */
export const calendarChanges: Readonly<Record<string, readonly StoryChange[]>> = {
  // Came in January: for her, training begins then.
  'chloe-faure': [
    {
      on: '2026-01-06',
      by: 'coordinator',
      content: {
        change: 'late-entry',
        from: '2026-01-05',
        why: 'Entrée en cours d’année, après le positionnement.',
      },
    },
  ],
  'lea-moreau': [
    {
      on: '2026-11-12',
      by: 'trainer',
      content: {
        ...{ change: 'moved', from: '2026-12-01', half: 'pm' },
        ...{ otherOn: '2026-12-03', otherHalf: 'am' },
        why: 'Salon professionnel avec l’entreprise.',
      },
    },
  ],
}
