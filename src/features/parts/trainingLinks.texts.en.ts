import type { texts } from './trainingLinks.texts.ts'

export const en: (typeof texts)['fr'] = {
  title: 'Training',
  myProgramme: 'My programme',
  programme: 'The diploma and the centre',
  programmeMore: 'Diploma, skills, exams, centre, rights and duties',
}
