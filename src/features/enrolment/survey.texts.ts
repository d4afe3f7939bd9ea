import type { AnswerLevel, SurveyParty } from '#domain/enrolment/surveys.ts'
import { ofPerson } from '#features/parts/personName.ts'
import { plural } from '#ui/plural.ts'

const NBSP = '\u00a0'

const fr = {
  back: 'Entrée et engagements',
  none: 'Cette enquête n’attend pas votre réponse.',
  readers: 'Seul le responsable pédagogique du CFA lit vos réponses.',
  waitsFor: (name: string) => `Au sujet ${ofPerson(name)}. Deux minutes.`,
  levels: {
    1: 'Non',
    2: 'Plutôt non',
    3: 'Plutôt oui',
    4: 'Oui',
  } satisfies Record<AnswerLevel, string>,
  answerMissing: 'Choisissez une réponse.',
  missing: (n: number) => `Il manque encore ${n}${NBSP}réponse${plural(n)}.`,
  told: 'Une phrase, si vous voulez',
  toldHint: 'Ce qui aiderait, ce qui va bien.',
  send: 'Envoyer mes réponses',
  sent: 'Vos réponses sont envoyées.',
  change: 'Changer mes réponses',
  ofLogbook: 'Dans ce livret',
  ofCohort: 'Tous les livrets suivis',
  nobody: 'Personne n’a encore répondu.',
  answered: (apprentices: number, masters: number) =>
    `${apprentices}${NBSP}apprenti${plural(apprentices)} et ${masters}${NBSP}maître${plural(masters)} d’apprentissage ${apprentices + masters > 1 ? 'ont' : 'a'} répondu.`,
  result: (average: string, n: number, counts: string) =>
    `${average} sur 4, ${n}${NBSP}réponse${plural(n)}${NBSP}: ${counts}`,
  countOf: (n: number, level: string) => `${n}${NBSP}${level.toLowerCase()}`,
  parties: {
    apprentice: 'Un apprenti',
    master: 'Un maître d’apprentissage',
  } satisfies Record<SurveyParty, string>,
}

export const texts = {
  fr,
  tu: async () => (await import('./survey.texts.tu.ts')).tu(fr),
  en: async () => (await import('./survey.texts.en.ts')).en,
}
