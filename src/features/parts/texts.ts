import type { FeelingName } from './feelings.ts'

const fr = {
  /** Of a week or a visit, which are feminine in French, or of what is not. */
  state: (e: 'e' | '') => ({
    draft: 'Brouillon',
    amending: 'En correction',
    returned: 'À corriger',
    kept: 'En attente d’envoi',
    sent: `Envoyé${e}`,
    signed: `Signé${e}`,
    earlier: `Signé${e} sur une version précédente`,
  }),
  photo: (n: number) => `Photo ${n}`,
  enlarge: (n: number) => `Agrandir la photo ${n}`,
  closePhoto: 'Fermer la photo',
  photoMissing: 'Photo pas encore sur cet appareil',
  went: {
    good: 'Ça s’est bien passé',
    mixed: 'C’était moyen',
    hard: 'C’était difficile',
  } satisfies Record<FeelingName, string>,
  returnedBy: (name: string) => `À corriger, demandé par ${name}`,
}

export const texts = {
  fr,
  en: async () => (await import('./texts.en.ts')).en,
}
