const fr = {
  title: 'La formation',
  skills: 'Compétences',
  skillsMore: 'Apprenti, maître et formateur côte à côte',
  myProgramme: 'Ma formation',
  programme: 'Le diplôme et le CFA',
  programmeMore: 'Diplôme, compétences, épreuves, CFA, droits et devoirs',
}

export const texts = {
  fr,
  en: async () => (await import('./trainingLinks.texts.en.ts')).en,
}
