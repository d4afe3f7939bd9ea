import { givenName } from '#features/parts/personName.ts'
import { inTu } from '#ui/inTu.ts'
import type { texts } from './texts.ts'

export const tu = inTu<(typeof texts)['fr']>({
  chooseType: 'Quel entretien prépares-tu\u202f?',
  noneMore: 'Il arrivera avec le réseau, s’il te concerne.',
  discardedMore: 'Tu peux encore le reprendre ici.',
  yourPart: 'Ta partie',
  dictate: 'Pour dicter, touche le micro de ton clavier.',
  onlyYou: 'Les autres ne lisent rien avant que tu aies terminé.',
  writeSomething: 'Écris au moins une phrase.',
  allDone: 'Toutes les parties sont là. Relis-les\u00a0: ensuite, le texte ne change plus.',
  frameIncomplete: 'Indique le jour, et si c’est sur place ou à distance.',
  holderHint: 'Lis, puis réponds. Personne d’autre ne doit le faire.',
  passOn: (before) =>
    `Merci, ${givenName(before)}. Passe l’appareil\u00a0: personne d’autre ne doit répondre.`,
  giveBackTo: (name) => `Rends l’appareil à ${name}.`,
})
