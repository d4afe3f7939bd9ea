import { inTu } from '#ui/inTu.ts'
import type { texts } from './memo.texts.ts'

export const tu = inTu<(typeof texts)['fr']>({
  asking: 'Autorise le micro, puis parle.',
  rule: 'Raconte ton travail. Pas de nom de client, rien de confidentiel.',
  keeping: 'Le mémo se range dans ta semaine…',
  inWords: 'L’écrire aussi, si tu veux',
  problems: {
    'microphone-refused':
      'Le micro est bloqué pour Livret. Autorise-le dans les réglages du navigateur. Ton texte est gardé.',
    'no-microphone': 'Cet appareil n’a pas de micro. Écris plutôt une phrase.',
    'microphone-busy':
      'Le micro sert à une autre application. Ferme-la, puis réessaie. Ton texte est gardé.',
    'no-recorder': 'Ce navigateur ne sait pas enregistrer. Écris plutôt une phrase.',
    'nothing-recorded': 'Rien n’a été enregistré. Réessaie.',
    'kept-aside': 'Le mémo est gardé ici, pas encore dans ta semaine. Ferme Livret et rouvre-le.',
    'not-kept': 'Cet appareil n’a pas pu garder le mémo. Ton texte est gardé.',
  },
})
