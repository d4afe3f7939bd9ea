import { inTu } from '#ui/inTu.ts'
import type { texts } from './emptied.texts.ts'

export const tu = inTu<(typeof texts)['fr']>({
  since: (when) =>
    `Ce qui était envoyé est de retour. Ce que tu as écrit sans réseau depuis le ${when} est perdu.`,
  advice: 'Ajoute Livret à l’écran d’accueil\u00a0: le navigateur ne l’effacera plus de lui-même.',
})
