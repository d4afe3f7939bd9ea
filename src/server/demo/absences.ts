import type { Motive } from '#domain/absences/motiveNames.ts'

/** An absence of one story, and what came of it. Pure data. */
export interface StoryAbsence {
  /** ISO day on which it was declared. */
  readonly on: string
  readonly by: 'apprentice' | 'trainer'
  /** As `2026-10-13.am`. */
  readonly halfDays: readonly string[]
  /** Of lateness: how much of the half-day was missed. */
  readonly minutes?: number
  /** What the apprentice told each side that waited; none where somebody else noticed it. */
  readonly motive?: Motive
  /** On which day each side saw the proof. */
  readonly seen?: { readonly centre?: string; readonly company?: string }
  readonly told?: readonly ('centre' | 'company')[]
}

const wholeDay = (date: string) => [`${date}.am`, `${date}.pm`]

/** By key of the apprentice. */
export const absences: Readonly<Record<string, readonly StoryAbsence[]>> = {
  'lea-moreau': [
    {
      on: '2026-10-13',
      by: 'apprentice',
      halfDays: [...wholeDay('2026-10-13'), ...wholeDay('2026-10-14')],
      motive: 'illness',
      told: ['centre', 'company'],
      seen: { centre: '2026-10-15', company: '2026-10-15' },
    },
  ],
  // Nobody said why, and the trainer noticed it.
  'hugo-perrin': [
    { on: '2026-11-09', by: 'trainer', halfDays: ['2026-11-09.am'] },
    { on: '2026-11-16', by: 'trainer', halfDays: ['2026-11-16.am'], minutes: 25 },
    {
      on: '2026-11-17',
      by: 'apprentice',
      halfDays: wholeDay('2026-11-17'),
      motive: 'personal',
      told: ['centre'],
    },
  ],
  'yanis-belkacem': [
    {
      on: '2026-11-22',
      by: 'apprentice',
      halfDays: ['2026-11-23.am'],
      motive: 'summons',
      told: ['centre'],
    },
  ],
  'ines-haddad': [
    {
      on: '2026-05-18',
      by: 'apprentice',
      halfDays: wholeDay('2026-05-21'),
      motive: 'defence-day',
      told: ['company'],
      seen: { company: '2026-05-22' },
    },
  ],
}
