import type { pathChanges } from '#domain/calendar/individualPath.ts'
import type { ExchangeRefusal } from '#domain/calendar/exchange.ts'
import { ofPerson } from '#features/parts/personName.ts'

type Change = (typeof pathChanges)[number]

/** Of what one apprentice has otherwise than the cohort. */
const fr = {
  title: 'Modifier le calendrier',
  back: (name: string) => `Calendrier ${ofPerson(name)}`,
  own: 'Différent de la promotion',
  none: 'Rien n’est différent de la promotion.',
  modify: 'Modifier le calendrier',
  write: 'Écrire un changement',
  lead: 'Tous ceux qui lisent le livret le verront.',
  change: 'Qu’est-ce qui change\u202f?',
  changes: {
    'late-entry': 'Entrée plus tard',
    shortened: 'Parcours plus court',
    extended: 'Parcours plus long',
    moved: 'Demi-journée déplacée',
    period: 'Autre lieu pendant quelques jours',
  } satisfies Record<Change, string>,
  fromOf: {
    'late-entry': 'Premier jour de formation',
    shortened: 'Dernier jour de formation',
    extended: 'Premier jour de l’année en plus',
    moved: 'Jour à déplacer',
    period: 'Du',
  } satisfies Record<Change, string>,
  until: { extended: 'Dernier jour de l’année en plus', period: 'Au' },
  half: 'Quelle demi-journée\u202f?',
  otherOn: 'Échangé avec le',
  halves: { am: 'Le matin', pm: 'L’après-midi' },
  part: 'Quelle partie de la journée\u202f?',
  parts: { whole: 'Toute la journée', am: 'Le matin', pm: 'L’après-midi' },
  place: 'Où',
  places: {
    revision: 'En révisions avant l’examen',
    exam: 'À l’examen',
    centre: 'Au CFA',
    company: 'En entreprise',
    closed: 'Nulle part\u00a0: fermé',
  },
  why: 'Pourquoi, en quelques mots',
  whyHint: 'Facultatif. Tout le livret le lit\u00a0: jamais de raison de santé.',
  send: 'Changer le calendrier',
  sent: 'Le calendrier est changé. Il partira dès que possible.',
  effect: (after: string, before: string) =>
    after === before
      ? `Heures de formation au calendrier\u00a0: ${after}, comme avant.`
      : `Heures de formation au calendrier\u00a0: ${after}, au lieu de ${before}.`,
  problems: {
    day: 'Écrivez une vraie date.',
    order: 'Le dernier jour est avant le premier.',
    outside: 'Ce jour est hors du calendrier.',
    'too-long': 'Trois cents caractères au plus.',
    'no-training': 'Il ne resterait aucun jour de formation.',
    'not-movable': 'Un jour férié ou de repos ne se déplace pas.',
    'no-contract': 'Sans contrat ce jour-là, personne ne travaille en entreprise.',
    'same-place': 'Les deux demi-journées sont au même endroit\u00a0: rien ne changerait.',
    twice: 'Une de ces demi-journées est déjà déplacée.',
  } satisfies Record<ExchangeRefusal | 'day' | 'order' | 'too-long' | 'no-training', string>,
  // One line for each change.
  said: {
    'late-entry': (from: string) => `Entre en formation le ${from}`,
    shortened: (from: string) => `Finit la formation le ${from}`,
    extended: (from: string, until: string) => `Une année de plus, du ${from} au ${until}`,
    moved: (one: string, other: string) => `Échange\u00a0: ${one}, et ${other}`,
  },
  day: (day: string) => `Le ${day}`,
  days: (from: string, until: string) => `Du ${from} au ${until}`,
  onHalf: { am: ', le matin', pm: ', l’après-midi' },
  halfOf: { am: (day: string) => `${day} matin`, pm: (day: string) => `${day} après-midi` },
  shown: {
    company: 'en entreprise',
    centre: 'au CFA',
    exam: 'examen',
    revision: 'révisions',
    closed: 'personne n’attend',
  },
  by: (name: string, day: string) => `${name}, le ${day}`,
  cancelled: 'Annulé',
  cancel: 'Annuler ce changement',
  refused: 'Un échange ne peut plus se faire\u00a0: le calendrier a changé.',
}

export const texts = {
  fr,
  en: async () => (await import('./changes.texts.en.ts')).en,
}
