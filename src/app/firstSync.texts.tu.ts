import { inTu } from '#ui/inTu.ts'
import type { texts } from './firstSync.texts.ts'

export const tu = inTu<(typeof texts)['fr']>({
  asking: { title: 'Nous préparons ton livret sur cet appareil.' },
  offline: {
    title: 'Ton livret n’est pas encore sur cet appareil.',
    lead: 'Le CFA ne répond pas. Ton livret arrivera tout seul avec le réseau.',
  },
  none: { title: 'Aucun livret ne t’est ouvert.', lead: 'Appelle le CFA si tu en attendais un.' },
})
