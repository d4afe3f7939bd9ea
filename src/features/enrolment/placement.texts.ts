import type { DiagnosticLevel } from './themesOf.ts'

const NBSP = '\u00a0'

const fr = {
  title: 'Positionnement',
  subtitle: 'Ce que l’on sait déjà, et le parcours qui en vient',
  back: 'Entrée et engagements',
  none: 'Le CFA n’a pas encore écrit le positionnement.',
  date: 'Date',
  dateMissing: 'Donnez une date.',
  prior: 'Diplômes et expérience',
  priorHint: 'Ce qui a été fait avant la formation.',
  nothingSaid: 'Rien d’écrit',
  diagnostic: 'Diagnostic par thème',
  diagnosticMissing: 'Choisissez au moins un niveau.',
  levels: {
    'to-build': 'À construire',
    fragile: 'Fragile',
    solid: 'Solide',
  } satisfies Record<DiagnosticLevel, string>,
  path: 'Parcours adapté',
  pathText: 'Comment la formation est adaptée',
  pathHint: 'Sans changement\u00a0: écrivez-le aussi.',
  pathMissing: 'Dites comment la formation est adaptée.',
  months: 'Mois en plus ou en moins sur la durée',
  monthsHint: 'Avec un signe moins pour raccourcir\u00a0: -12. Sans effet\u00a0: 0.',
  monthsWrong: 'Écrivez un nombre de mois, de -30 à 24.',
  monthsEffect: 'Effet sur la durée',
  effectOf: (n: number) => {
    if (n === 0) return 'Aucun'
    const size = Math.abs(n)
    return `${size}${NBSP}mois de ${n < 0 ? 'moins' : 'plus'}`
  },
  durationIs: (n: number) => `Le contrat dure alors ${n}${NBSP}mois.`,
  durationAgreement:
    'Entreprise, apprenti et CFA signent une convention là-dessus, sauf après une rupture.',
  durationNone: 'Il ne resterait aucune durée.',
  durationUnder: `Un contrat dure au moins 6${NBSP}mois, sauf après une rupture.`,
  durationOver: (limit: number) => `Un contrat dure au plus ${limit}${NBSP}mois.`,
  dispenses: 'Dispenses prévues',
  dispensesHint: 'L’apprenti les demande ensuite lui-même, avec son justificatif.',
  exam: (code: string, title: string) => `${code}. ${title}`,
  arrangement: 'Aménagement pour un handicap',
  arrangementReaders:
    'Lu par l’apprenti, sa famille s’il est mineur, et le CFA. L’entreprise ne le lit pas.',
  needed: 'Un aménagement est-il utile\u202f?',
  yes: 'Oui',
  no: 'Non',
  arranged: 'Ce qui est aménagé',
  arrangedHint: 'Temps en plus, salle, supports. N’écrivez jamais pourquoi, ni un diagnostic.',
  neededUntold: 'Un aménagement est utile. Il reste à décrire.',
  notNeeded: 'Aucun aménagement demandé.',
  send: 'Envoyer et signer',
  begin: 'Écrire un nouveau positionnement',
  correct: 'Reprendre pour corriger',
  sign: 'J’ai lu, je signe',
}

export const texts = {
  fr,
  tu: async () => (await import('./placement.texts.tu.ts')).tu(fr),
  en: async () => (await import('./placement.texts.en.ts')).en,
}
