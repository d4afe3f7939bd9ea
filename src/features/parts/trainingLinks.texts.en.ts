import { plural } from '#ui/plural.ts'
import type { texts } from './trainingLinks.texts.ts'

export const en: (typeof texts)['fr'] = {
  title: 'Training',
  skills: 'Skills',
  skillsMore: 'Apprentice, master and trainer side by side',
  plan: 'Work plan',
  planMore: 'What, who, until when',
  toDo: (n) => `${n} objective${plural(n)} to reach`,
  marks: 'Marks and averages',
  marksMore: 'Assessments in the centre, and where that leads',
  exam: 'The exam',
  examMore: 'What would be refused today, pieces and dates',
  toCorrect: (n) => `${n} piece${plural(n)} to correct`,
  myProgramme: 'My programme',
  programme: 'The diploma and the centre',
  programmeMore: 'Diploma, skills, exams, centre, rights and duties',
  enrolment: 'Coming in and commitments',
  enrolmentMore: 'Texts to sign, surveys, placement, admission',
}
