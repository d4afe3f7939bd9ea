import type { PersonId } from '#domain/identifiers.ts'
import type { Address, Language } from '#ui/texts.tsx'
import { create } from 'zustand'

const KEY = 'livret-language'
const TU_KEY = 'livret-tu'

/**
 * How Livret speaks on this device: French unless somebody chose, and « vous », as to any adult, but
 * to the one person who prefers « tu ».
 */
export const useLanguageChoice = create<{
  readonly language: Language
  /** Who is called « tu ». */
  readonly tu: string | null
}>(() => ({
  language: localStorage.getItem(KEY) === 'en' ? 'en' : 'fr',
  tu: localStorage.getItem(TU_KEY),
}))

export function chooseLanguage(language: Language): void {
  localStorage.setItem(KEY, language)
  useLanguageChoice.setState({ language })
}

export function chooseAddress(person: PersonId, address: Address): void {
  const tu = address === 'tu' ? person : ''
  localStorage.setItem(TU_KEY, tu)
  useLanguageChoice.setState({ tu })
}
