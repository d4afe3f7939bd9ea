const NBSP = '\u00a0'

/** What everybody reads who may open the logbook. */
const fr = {
  title: 'Personnes du livret',
  of: (name: string) => `Livret${NBSP}: ${name}`,
  back: 'Livret',
  present: 'Aujourd’hui',
  coming: 'Bientôt',
  past: 'Avant',
  nobody: 'Personne n’est dans ce livret aujourd’hui.',
  since: (role: string, from: string) => `${role}, depuis le ${from}`,
  between: (role: string, from: string, until: string) => `${role}, du ${from} au ${until}`,
  starting: (role: string, from: string) => `${role}, à partir du ${from}`,
}

export const texts = {
  fr,
  en: async () => (await import('./texts.en.ts')).en,
}
