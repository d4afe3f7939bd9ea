import { expect, it } from 'vitest'
import { formatEuros, formatPercent } from '#ui/formatMoney.ts'

it.each([
  [952.18, '952,18\u00a0€', '€952.18'],
  [1867.02, '1\u202f867,02\u00a0€', '€1,867.02'],
  [0, '0,00\u00a0€', '€0.00'],
])('%d euros are read as an amount in both languages', (euros, french, english) => {
  expect(formatEuros(euros, 'fr')).toBe(french)
  expect(formatEuros(euros, 'en')).toBe(english)
})

it.each([
  [51, '51\u202f%', '51%'],
  [66.6667, '66,6667\u202f%', '66.6667%'],
])('%d percent lose no decimal', (percent, french, english) => {
  expect(formatPercent(percent, 'fr').replace('\u00a0', '\u202f')).toBe(french)
  expect(formatPercent(percent, 'en')).toBe(english)
})
