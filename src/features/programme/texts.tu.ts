import { inTu } from '#ui/inTu.ts'
import type { texts } from './texts.ts'

export const tu = inTu<(typeof texts)['fr']>({
  unknownMore: 'Avec du réseau, mets Livret à jour.',
  skillsLead: (skills, blocks) =>
    `${skills}\u00a0compétences en ${blocks}\u00a0blocs. Touche un bloc pour les lire.`,
  tuition: 'Pour toi',
  rights: 'Tes droits',
  duties: 'Tes devoirs',
})
