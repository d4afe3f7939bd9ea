const fr = {
  label: 'Contrat et calendrier',
  calendar: 'Calendrier',
  absences: 'Absences',
  contract: 'Contrat',
  pay: 'Rémunération',
  aids: 'Aides',
}

export const texts = {
  fr,
  en: async () => (await import('./contractLinks.texts.en.ts')).en,
}
