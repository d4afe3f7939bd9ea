import type { Language } from '#ui/texts.tsx'
import { create } from 'zustand'

const KEY = 'livret-language'

/** The language chosen on this device; French unless somebody chose. */
export const useLanguageChoice = create<{ readonly language: Language }>(() => ({
  language: localStorage.getItem(KEY) === 'en' ? 'en' : 'fr',
}))

export function chooseLanguage(language: Language): void {
  localStorage.setItem(KEY, language)
  useLanguageChoice.setState({ language })
}
