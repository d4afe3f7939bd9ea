import type { KeepProblem } from '#store/draftWriter.ts'

/** Why an act did not happen: the trade says no, or the device could not do it. */
export type Problem = KeepProblem | 'no-room' | 'not-loaded'

const fr: Record<Problem, string> = {
  'not-allowed': 'Vous ne pouvez pas faire cela ici. Une question\u202f? Appelez le CFA.',
  'no-document': 'Ce document n’est pas sur cet appareil.',
  'wrong-state': 'Ce document a changé entre-temps. Relisez-le.',
  'wrong-identity': 'Ce document n’est pas celui de cette page. Rouvrez la page.',
  'unknown-version': 'Le texte a changé\u00a0: relisez-le d’abord.',
  'no-reason': 'Écrivez pourquoi, en quelques mots.',
  'sections-missing': 'Chaque personne doit d’abord terminer sa partie.',
  incomplete: 'Il manque quelque chose. Cochez une tâche ou écrivez une phrase.',
  'too-long': 'Ce texte est trop long pour être envoyé. Il est gardé\u00a0: raccourcissez-le.',
  'too-many': 'Il y en a trop. Retirez-en pour pouvoir envoyer.',
  'too-long-to-keep':
    'Ce texte est trop long pour être gardé. Coupez-le en deux avant de quitter la page.',
  'not-kept': 'Cet appareil n’a pas pu garder vos mots. Ne fermez pas la page, réessayez.',
  'not-loaded': 'L’application n’est pas encore complète ici. Réessayez avec du réseau.',
  'no-room': 'Cet appareil n’a plus de place. Votre texte est gardé.',
}

/** A sentence for each problem: what happened, what is kept, what to do. */
export const problemTexts = {
  fr,
  tu: async () => (await import('./problem.tu.ts')).tu(fr),
  en: async () => (await import('./problem.en.ts')).en,
}
