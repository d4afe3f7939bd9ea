import { ofPerson } from '#features/parts/personName.ts'
import { plural } from '#ui/plural.ts'

const NBSP = '\u00a0'

const fr = {
  title: 'Notes et moyennes',
  titleOf: (name: string) => `Notes ${ofPerson(name)}`,
  back: 'Livret',
  home: 'Accueil',
  backToMarks: 'Notes et moyennes',
  loading: 'Lecture des notes…',
  hidden: 'Les notes restent entre le CFA et l’apprenti.',
  hiddenMore: 'Vous lisez l’avis du formateur dans les compétences.',
  none: 'Aucune note pour l’instant.',
  noneMore: 'Quiz, devoirs, oraux\u00a0: elles arrivent ici dès que le CFA les envoie.',
  drafts: 'Pas encore envoyé',
  untitled: 'Note sans titre',
  subjects: 'Moyennes par matière',
  subjectsLabel: 'Moyenne sur 20, par matière',
  outOf: (mark: string) => `${mark} sur 20`,
  average: (mark: string, count: number) => `${mark} sur 20, ${count}${NBSP}note${plural(count)}`,
  standing: 'Si c’était l’examen',
  standingLead: 'Ces notes ne comptent pas pour le diplôme. Elles disent où vous en êtes.',
  standingLeadOfOther: 'Ces notes ne comptent pas pour le diplôme.',
  coefficient: (value: string) => `coefficient ${value}`,
  dispensed: 'Dispensé',
  noMark: 'Pas encore de note',
  total: (average: string, done: string, all: string) =>
    `${average} de moyenne, sur ${done} des ${all} coefficients`,
  noAverage: 'Pas encore de moyenne\u00a0: aucune épreuve n’a de note.',
  needed: (average: string) =>
    average === '0,00' || average === '0.00'
      ? 'Le diplôme serait déjà assuré.'
      : `Il faudrait ${average} de moyenne au reste pour avoir 10.`,
  outOfReach: 'Avec ces notes, même 20 au reste ne suffirait pas.',
  passed: 'Avec ces notes, le diplôme serait obtenu.',
  failed: 'Avec ces notes, il manquerait des points.',
  whatIf: 'Et si\u2026\u202f?',
  whatIfLead: 'Essayez une note. Rien n’est gardé.',
  suppose: (exam: string) => `Note supposée en ${exam}`,
  supposeHint: 'De 0 à 20, par exemple 12,5.',
  notAMark: 'Écrivez une note de 0 à 20.',
  supposed: 'Avec ces suppositions',
  reset: 'Effacer les suppositions',
  marks: 'Les notes',
  detail: (day: string, subject: string, form: string | null) =>
    form === null ? `${subject}, ${day}` : `${form}, ${subject}, ${day}`,
  quoted: (remark: string) => `«${NBSP}${remark}${NBSP}»`,
  add: 'Nouvelle note',
  edit: 'Corriger',
  editLabel: (label: string) => `Corriger${NBSP}: ${label}`,
  // The editor
  newTitle: 'Nouvelle note',
  editTitle: 'Corriger une note',
  label: 'De quoi s’agit-il',
  labelMissing: 'Donnez un titre.',
  form: 'Type',
  subject: 'Matière',
  subjectMissing: 'Choisissez une matière.',
  exam: 'Épreuve préparée',
  mark: 'Note sur 20',
  markMissing: 'Écrivez une note de 0 à 20, par exemple 12,5.',
  date: 'Date',
  dateMissing: 'Donnez une date.',
  weight: 'Poids dans la matière',
  weightHint: 'De 1 à 10. Un devoir compte souvent plus qu’un quiz.',
  remark: 'Appréciation',
  skills: 'Compétences regardées',
  skillCount: (n: number) => `Compétences regardées (${n})`,
  readers: 'L’apprenti et le CFA la lisent. L’entreprise ne la voit pas.',
  takeBack: 'Retirer cette note',
  send: 'Envoyer',
  notYours: 'Cette note n’est pas à vous.',
  notYoursMore: 'Seule la personne qui l’a mise peut la corriger.',
  unknown: 'Cette formation n’est pas dans l’application.',
}

export const texts = {
  fr,
  tu: async () => (await import('./texts.tu.ts')).tu(fr),
  en: async () => (await import('./texts.en.ts')).en,
}
