import { inTu } from '#ui/inTu.ts'
import type { texts } from './texts.ts'

export const tu = inTu<(typeof texts)['fr']>({
  tasks: 'Qu’as-tu fait en entreprise\u202f?',
  tasksHint: 'Touche tes tâches de la semaine.',
  toldHint: 'Pour dicter, touche le micro de ton clavier.',
  send: (name) => `Envoyer à ${name === null ? 'ton maître d’apprentissage' : name}`,
  notSent: 'Rien n’est parti. Ton texte est gardé.',
  sent: (name) => `Envoyée à ${name === null ? 'ton maître d’apprentissage' : name}`,
  sentText: (given) =>
    given === null ? 'Ta semaine attend sa signature.' : `${given} peut la lire et la signer.`,
  keptText: 'Ta semaine part toute seule dès qu’il y a du réseau.',
  correcting: 'Tu corriges une semaine déjà signée',
  closedText: 'C’est une semaine de fermeture. Tu étais en entreprise\u202f?',
  before: (day) => `Ton contrat commence le ${day}.`,
  after: (day) => `Ton contrat s’est terminé le ${day}.`,
  afterText: 'Tes semaines restent ici, à lire et à compléter.',
})
