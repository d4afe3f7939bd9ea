import type { WeekCounts } from '#domain/weekCounts.ts'
import type { WeekState } from '#domain/weekStates.ts'
import { plural } from '#ui/plural.ts'

const NBSP = '\u00a0'

const fr = {
  back: 'Vos apprentis',
  title: 'La promotion',
  lead: 'Une ligne par apprenti, une barre par semaine. Touchez une ligne pour ouvrir le livret.',
  loading: 'Lecture des livrets…',
  none: 'Aucun livret sur cet appareil.',
  noneMore: 'Vos livrets arrivent dès que le réseau revient.',
  order: 'Ordre',
  byNeed: 'En retard d’abord',
  byName: 'Par nom',
  list: 'Apprentis de la promotion',
  all: (n: number) => `${n}${NBSP}apprenti${plural(n)}`,
  sum: ({ signed, expected }: WeekCounts) =>
    `${signed}${NBSP}signée${plural(signed)} sur ${expected}`,
  late: (n: number) => `${n} en retard`,
  row: (name: string, { signed, sent, late, returned, expected }: WeekCounts) =>
    `${name}${NBSP}: ${signed} semaine${plural(signed)} signée${plural(signed)} sur ${expected}, ` +
    `${sent} envoyée${plural(sent)}, ${late} en retard, ${returned} à corriger`,
  total: (percent: number) => `${percent}${NBSP}% des semaines attendues sont signées`,
  percent: (percent: number) => `${percent}${NBSP}% signées`,
  print: 'Imprimer',
  legend: {
    signed: 'Signée',
    sent: 'Envoyée',
    draft: 'Brouillon',
    returned: 'À corriger',
    late: 'En retard',
    empty: 'À écrire',
    none: 'Rien à écrire',
    // No week is written on the device of somebody who follows many.
  } satisfies Record<Exclude<WeekState, 'kept'>, string>,
}

export const texts = {
  fr,
  en: async () => (await import('./cohort.texts.en.ts')).en,
}
