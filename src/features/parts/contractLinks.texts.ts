const fr = {
  label: 'Contrat et calendrier',
  calendar: 'Calendrier',
  contract: 'Contrat',
  pay: 'Rémunération',
}

export const texts = {
  fr,
  en: async () => (await import('./contractLinks.texts.en.ts')).en,
}
