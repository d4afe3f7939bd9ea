import { inTu } from '#ui/inTu.ts'
import type { texts } from './texts.ts'

export const tu = inTu<(typeof texts)['fr']>({
  helpLead: 'Appelle le CFA\u00a0: 04\u00a077\u00a079\u00a014\u00a008.',
  devicesLoading: 'Nous cherchons tes appareils…',
  devicesOffline: 'Il faut le réseau pour voir tes appareils.',
  stillHeld: (count) =>
    count === 1
      ? 'Un élément n’est jamais parti de cet appareil. Ouvres-y Livret avec du réseau.'
      : `${count} éléments ne sont jamais partis de cet appareil. Ouvres-y Livret avec du réseau.`,
  allSent: 'Tout est envoyé. Ton livret sera effacé de cet appareil, pas du CFA.',
  unsentLead: 'Ils partiront quand tu rouvriras ton livret ici.',
  seeSending: 'Voir tes envois',
})
