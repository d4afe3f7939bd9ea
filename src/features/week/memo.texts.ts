import type { MemoProblem } from './memo.ts'

const NBSP = '\u00a0'

const fr = {
  title: 'Mémo vocal',
  close: 'Fermer',
  asking: 'Autorisez le micro, puis parlez.',
  recording: 'Enregistrement en cours',
  elapsed: (time: string, most: string) => `${time} sur ${most}`,
  rule: 'Racontez votre travail. Pas de nom de client, rien de confidentiel.',
  stop: 'Arrêter',
  keepAndClose: 'Garder le mémo et fermer',
  keeping: 'Le mémo se range dans votre semaine…',
  noMemo: 'Pas de mémo',
  // In the week
  memo: (n: number) => `Mémo vocal${NBSP}${n}`,
  inWords: 'L’écrire aussi, si vous voulez',
  transcript: (n: number) => `Ce que dit le mémo${NBSP}${n}`,
  transcriptHint: 'Pour qui ne peut pas l’écouter.',
  remove: (n: number) => `Retirer le mémo${NBSP}${n}`,
  problems: {
    'microphone-refused':
      'Le micro est bloqué pour Livret. Autorisez-le dans les réglages du navigateur. Votre texte est gardé.',
    'no-microphone': 'Cet appareil n’a pas de micro. Écrivez plutôt une phrase.',
    'microphone-busy':
      'Le micro sert à une autre application. Fermez-la, puis réessayez. Votre texte est gardé.',
    'no-recorder': 'Ce navigateur ne sait pas enregistrer. Écrivez plutôt une phrase.',
    'nothing-recorded': 'Rien n’a été enregistré. Réessayez.',
    'kept-aside':
      'Le mémo est gardé ici, pas encore dans votre semaine. Fermez Livret et rouvrez-le.',
    'not-kept': 'Cet appareil n’a pas pu garder le mémo. Votre texte est gardé.',
  } satisfies Partial<Record<MemoProblem, string>> as Partial<Record<MemoProblem, string>>,
}

export const texts = {
  fr,
  tu: async () => (await import('./memo.texts.tu.ts')).tu(fr),
  en: async () => (await import('./memo.texts.en.ts')).en,
}
