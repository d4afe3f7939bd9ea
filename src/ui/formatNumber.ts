import type { Language } from './texts.tsx'

const locales = { fr: 'fr-FR', en: 'en-GB' } as const

/** 1350 → “1 350”, 12.5 → “12,5”; `decimals`: how many are always there. */
export const formatNumber = (value: number, language: Language, decimals = 0): string =>
  new Intl.NumberFormat(locales[language], {
    minimumFractionDigits: decimals,
    maximumFractionDigits: Math.max(2, decimals),
  }).format(value)

/** 86.96 → “86,96 %”. */
export const formatPercent = (percent: number, language: Language): string =>
  new Intl.NumberFormat(locales[language], { style: 'percent', maximumFractionDigits: 2 }).format(
    percent / 100,
  )
