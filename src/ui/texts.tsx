import { createContext, use, type ReactNode } from 'react'

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

/** The texts of one screen in the person's language; both must have the same shape. */
export const useTexts = <T,>(texts: { readonly fr: T; readonly en: T }): T => texts[useLanguage()]
