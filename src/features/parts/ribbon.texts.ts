import type { WeekPlace, WeekState } from '#domain/weekStates.ts'
import { plural } from '#ui/plural.ts'

const NBSP = '\u00a0'

export interface Counts {
  readonly signed: number
  readonly sent: number
  readonly kept: number
  readonly late: number
}

const fr = {
  ribbon: (name: string | null, { signed, sent, kept, late }: Counts) =>
    `${name === null ? 'La frise' : `Frise de ${name}`}${NBSP}: ` +
    `${signed} semaine${plural(signed)} signée${plural(signed)}, ` +
    `${sent} envoyée${plural(sent)}, ` +
    (kept > 0 ? `${kept} pas encore envoyée${plural(kept)}, ` : '') +
    `${late} à compléter`,
  year: (year: number) => (year === 1 ? '1re année' : `${year}e année`),
  cell: (number: number, days: string, place: string, state: string) =>
    `Semaine ${number} (${days}), ${place}${NBSP}: ${state}`,
  toCome: 'à venir',
  places: {
    company: 'en entreprise',
    mixed: 'entreprise et CFA',
    closed: 'fermeture',
  } satisfies Record<WeekPlace, string>,
  states: {
    none: 'rien à écrire',
    empty: 'à écrire',
    late: 'en retard',
    draft: 'brouillon',
    kept: 'gardée sur cet appareil, pas encore envoyée',
    sent: 'envoyée',
    returned: 'à corriger',
    signed: 'signée',
  } satisfies Record<WeekState, string>,
  legend: {
    signed: 'Signée',
    kept: 'Gardée sur cet appareil, pas encore envoyée',
    sent: 'Envoyée',
    draft: 'Brouillon',
    returned: 'À corriger',
    late: 'En retard',
    mixed: 'Entreprise et CFA',
    company: 'Toute la semaine en entreprise',
    closed: 'Fermeture',
  },
}

export const texts = {
  fr,
  en: async () => (await import('./ribbon.texts.en.ts')).en,
}
