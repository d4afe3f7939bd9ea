import { plural } from '#ui/plural.ts'

const NBSP = '\u00a0'

const fr = {
  title: 'La formation',
  skills: 'Compétences',
  skillsMore: 'Apprenti, maître et formateur côte à côte',
  plan: 'Plan de travail',
  planMore: 'Quoi, qui, pour quand',
  toDo: (n: number) => `${n}${NBSP}objectif${plural(n)} à atteindre`,
  marks: 'Notes et moyennes',
  marksMore: 'Évaluations au CFA, et ce qu’elles donneraient à l’examen',
  exam: 'L’examen',
  examMore: 'Ce qui serait refusé aujourd’hui, pièces et dates',
  toCorrect: (n: number) => `${n}${NBSP}pièce${plural(n)} à corriger`,
  myProgramme: 'Ma formation',
  programme: 'Le diplôme et le CFA',
  programmeMore: 'Diplôme, compétences, épreuves, CFA, droits et devoirs',
  enrolment: 'Entrée et engagements',
  enrolmentMore: 'Textes à signer, enquêtes, positionnement, admission',
}

export const texts = {
  fr,
  en: async () => (await import('./trainingLinks.texts.en.ts')).en,
}
