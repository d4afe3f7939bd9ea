const NBSP = '\u00a0'

const fr = {
  title: 'Notes gardées',
  lead: 'Une note d’au moins 10 sur 20 peut être gardée cinq ans. Le candidat le demande, et ne repasse pas l’épreuve.',
  exam: (code: string, title: string) => `${code}. ${title}`,
  got: (mark: string, day: string) => `${mark} sur 20, obtenu le ${day}`,
  until: (day: string) => `Valable jusqu’au ${day}`,
  states: { holds: 'Gardée', lapsed: 'Trop ancienne' },
  lapsed: 'Cette épreuve est à repasser.',
  none: 'Aucune note d’une session passée n’est notée.',
  add: 'Noter une note gardée',
  source: `Source${NBSP}: Code de l’éducation, D643-15 et D643-23.`,
}

export const texts = {
  fr,
  en: async () => (await import('./kept.texts.en.ts')).en,
}
