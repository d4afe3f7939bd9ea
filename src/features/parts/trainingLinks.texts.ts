const fr = {
  title: 'La formation',
  myProgramme: 'Ma formation',
  programme: 'Le diplôme et le CFA',
  programmeMore: 'Diplôme, compétences, épreuves, CFA, droits et devoirs',
}

export const texts = {
  fr,
  en: async () => (await import('./trainingLinks.texts.en.ts')).en,
}
