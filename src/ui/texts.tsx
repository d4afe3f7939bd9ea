import { createContext, use, type ReactNode } from 'react'
import { loadPart } from './loadPart.ts'

export type Language = 'fr' | 'en'

/** How French speaks to somebody. */
export type Address = 'vous' | 'tu'

const LanguageContext = createContext<Language>('fr')
const AddressContext = createContext<Address>('vous')

interface Props {
  readonly language: Language
  readonly address?: Address | undefined
  readonly children: ReactNode
}

/** Says which language all that is inside speaks, and how. Without one: French, « vous ». */
export function LanguageProvider({ language, address = 'vous', children }: Props) {
  return (
    <LanguageContext value={language}>
      <AddressContext value={address}>{children}</AddressContext>
    </LanguageContext>
  )
}

export const useLanguage = (): Language => use(LanguageContext)

/**
 * The words of one screen. French is there at once; English, and « tu », come when somebody asks
 * for them, so that nobody loads both.
 */
export interface Texts<T> {
  readonly fr: T
  /** French to somebody one calls « tu »; absent where nothing is said otherwise. */
  readonly tu?: (() => Promise<T>) | undefined
  readonly en: T | (() => Promise<T>)
}

const fetched = new WeakMap<object, Promise<unknown>>()

/** The texts of one screen in the person’s language. Suspends the first time they are fetched. */
export function useTexts<T>(texts: Texts<T>): T {
  const language = useLanguage()
  const address = use(AddressContext)
  if (language === 'fr') return address === 'tu' && texts.tu ? use(fetchOnce(texts.tu)) : texts.fr
  return typeof texts.en === 'function' ? use(fetchOnce(texts.en as () => Promise<T>)) : texts.en
}

function fetchOnce<T>(fetchTexts: () => Promise<T>): Promise<T> {
  const known = fetched.get(fetchTexts) ?? loadPart(fetchTexts)
  fetched.set(fetchTexts, known)
  return known as Promise<T>
}
