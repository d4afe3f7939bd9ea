import { plural } from '#ui/plural.ts'

const NBSP = '\u00a0'

const fr = {
  tasks: 'Tâches',
  skills: 'Compétences',
  moment: 'Sur le moment',
  photos: (n: number) => `${n}${NBSP}photo${plural(n)}`,
}

export const texts = {
  fr,
  en: async () => (await import('./entryView.texts.en.ts')).en,
}
