import { inTu } from '#ui/inTu.ts'
import type { texts } from './texts.ts'

export const tu = inTu<(typeof texts)['fr']>({
  noneMore: 'Elle arrivera avec le réseau, si elle te concerne.',
  observations: 'Tes observations',
  dictate: 'Pour dicter, touche le micro de ton clavier.',
  observationsMissing: 'Écris ou dicte au moins une phrase.',
  dateMissing: 'Indique le jour de la visite.',
  discardedMore: 'Tu peux encore le reprendre ici.',
  readHint: 'Ton nom et l’heure s’ajoutent au compte rendu.',
  amending: 'Tu corriges un compte rendu déjà envoyé.',
  amendingMore: 'Les autres lisent l’ancienne version jusqu’à ton envoi.',
})
