import { inTu } from '#ui/inTu.ts'
import type { problemTexts } from './problem.ts'

export const tu = inTu<(typeof problemTexts)['fr']>({
  'not-allowed': 'Tu ne peux pas faire cela ici. Une question\u202f? Appelle le CFA.',
  'wrong-state': 'Ce document a changé entre-temps. Relis-le.',
  'wrong-identity': 'Ce document n’est pas celui de cette page. Rouvre la page.',
  'unknown-version': 'Le texte a changé\u00a0: relis-le d’abord.',
  incomplete: 'Il manque quelque chose. Coche une tâche ou écris une phrase.',
  'too-long': 'Ce texte est trop long pour être envoyé. Il est gardé\u00a0: raccourcis-le.',
  'too-many': 'Il y en a trop. Retires-en pour pouvoir envoyer.',
  'too-long-to-keep':
    'Ce texte est trop long pour être gardé. Coupe-le en deux avant de quitter la page.',
  'not-kept': 'Cet appareil n’a pas pu garder tes mots. Ne ferme pas la page, réessaie.',
  'not-loaded': 'L’application n’est pas encore complète ici. Réessaie avec du réseau.',
  'no-room': 'Cet appareil n’a plus de place. Ton texte est gardé.',
  'no-reason': 'Écris pourquoi, en quelques mots.',
})
