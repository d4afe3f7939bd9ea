import { createContext, use, type ReactNode } from 'react'
import { loadPart } from './loadPart.ts'

export type Language = 'fr' | 'en'

const LanguageContext = createContext<Language>('fr')

interface Props {
  readonly language: Language
  readonly children: ReactNode
}

/** Says which language all that is inside speaks. Without one: French. */
export function LanguageProvider({ language, children }: Props) {
  return <LanguageContext value={language}>{children}</LanguageContext>
}

export const useLanguage = (): Language => use(LanguageContext)

/**
 * The words of one screen. French is there at once; English comes when somebody asks for it, so
 * that nobody loads both.
 */
export interface Texts<T> {
  readonly fr: T
  readonly en: T | (() => Promise<T>)
}

const english = new WeakMap<object, Promise<unknown>>()

/** The texts of one screen in the person’s language. Suspends the first time they are fetched. */
export function useTexts<T>(texts: Texts<T>): T {
  const language = useLanguage()
  if (language === 'fr') return texts.fr
  return typeof texts.en === 'function' ? use(fetchOnce(texts.en as () => Promise<T>)) : texts.en
}

function fetchOnce<T>(fetchTexts: () => Promise<T>): Promise<T> {
  const known = english.get(fetchTexts) ?? loadPart(fetchTexts)
  english.set(fetchTexts, known)
  return known as Promise<T>
}
