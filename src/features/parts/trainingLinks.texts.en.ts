import type { texts } from './trainingLinks.texts.ts'

export const en: (typeof texts)['fr'] = {
  title: 'Training',
  skills: 'Skills',
  skillsMore: 'Apprentice, master and trainer side by side',
  myProgramme: 'My programme',
  programme: 'The diploma and the centre',
  programmeMore: 'Diploma, skills, exams, centre, rights and duties',
}
