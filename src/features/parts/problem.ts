import type { KeepProblem } from '#store/draftWriter.ts'

/** Why an act did not happen: the trade says no, or the device could not do it. */
export type Problem = KeepProblem | 'not-a-photo' | 'photo-too-big'

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
  'not-a-photo': 'Ce fichier n’est pas une photo que nous savons lire. Essayez une image JPEG.',
  'photo-too-big': 'Plus de place pour une photo sur cet appareil. Votre texte est gardé.',
}

const en: typeof fr = {
  'not-allowed': 'You cannot do this here. Any question? Call the centre.',
  'no-document': 'This document is not on this device.',
  'wrong-state': 'This document has changed meanwhile. Read it again.',
  'wrong-identity': 'This document is not the one of this page. Open the page again.',
  'unknown-version': 'The text has changed: read it first.',
  'no-reason': 'Say why, in a few words.',
  'sections-missing': 'Everybody has to finish their part first.',
  incomplete: 'Something is missing. Tick a task or write a sentence.',
  'too-long': 'This text is too long to send. It is kept: make it shorter.',
  'too-many': 'There are too many. Remove some before you send.',
  'too-long-to-keep': 'This text is too long to keep. Cut it in two before you leave the page.',
  'not-kept': 'This device could not keep your words. Do not close the page, try again.',
  'not-a-photo': 'We cannot read this file as a photo. Try a JPEG picture.',
  'photo-too-big': 'No room for a photo on this device. Your text is kept.',
}

/** A sentence for each problem: what happened, what is kept, what to do. */
export const problemTexts = { fr, en }
