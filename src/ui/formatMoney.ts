import type { Language } from './texts.tsx'

const locales = { fr: 'fr-FR', en: 'en-GB' } as const

/** Euros → “1 065,32 €”, in English “€1,065.32”; spaces never break a line. */
export const formatEuros = (euros: number, language: Language): string =>
  new Intl.NumberFormat(locales[language], { style: 'currency', currency: 'EUR' }).format(euros)

/** Percent → “53 %”, in English “53%”; decimals only where there are some. */
export const formatPercent = (percent: number, language: Language): string =>
  new Intl.NumberFormat(locales[language], { style: 'percent', maximumFractionDigits: 4 }).format(
    percent / 100,
  )
