import { inTu } from '#ui/inTu.ts'
import type { texts } from './texts.ts'

export const tu = inTu<(typeof texts)['fr']>({
  fromServerHint: 'Le fichier complet, avec l’historique entier, photos et mémos si tu veux.',
  done: 'Le fichier est dans tes téléchargements.',
})
