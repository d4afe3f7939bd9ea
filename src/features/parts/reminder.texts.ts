const fr = {
  remind: (name: string) => `Relancer ${name}`,
}

export const texts = {
  fr,
  en: async () => (await import('./reminder.texts.en.ts')).en,
}
