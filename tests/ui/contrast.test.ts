import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

// From the root: an import would be emptied, as all style sheets are in these tests.
const css = readFileSync('src/ui/tokens.css', 'utf8')
const [lightCss = '', darkCss = ''] = css.split('@media screen and (prefers-color-scheme: dark)')

const colours = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/--([\w-]+):\s*(#[\da-f]{6});/gu)].map(([, name = '', hex = '']) => [
      name,
      hex,
    ]),
  )

const light = colours(lightCss)
const dark = { ...light, ...colours(darkCss) }

/** Text and what it stands on, as the components put them together. */
const texts = [
  ['ink', 'paper'],
  ['ink', 'paper-raised'],
  ['ink', 'paper-sunk'],
  ['ink-soft', 'paper'],
  ['ink-soft', 'paper-raised'],
  ['ink-soft', 'paper-sunk'],
  ['blue', 'paper'],
  ['blue', 'paper-raised'],
  ['blue', 'paper-sunk'],
  ['blue-deep', 'paper'],
  ['blue-deep', 'paper-sunk'],
  ['on-blue', 'blue'],
  ['on-blue', 'blue-deep'],
  ['on-blue-soft', 'blue-soft'],
  ['on-warm-soft', 'warm-soft'],
  ['on-warm-soft', 'paper-raised'],
  ['on-sage-soft', 'sage-soft'],
  ['danger', 'paper'],
  ['danger', 'paper-raised'],
  ['on-danger', 'danger'],
  ['on-danger', 'danger-deep'],
  ['on-danger-soft', 'danger-soft'],
  ['paper', 'ink'],
] as const

/** Borders, signs, rings and fills that carry a meaning. */
const parts = [
  ['line-strong', 'paper'],
  ['line-strong', 'paper-raised'],
  ['line-strong', 'paper-sunk'],
  ['paper-raised', 'line-strong'],
  ['blue', 'blue-soft'],
  ['warm', 'paper'],
  ['warm', 'paper-raised'],
  ['warm', 'paper-sunk'],
  ['warm', 'warm-soft'],
  ['paper-raised', 'warm'],
  ['danger', 'danger-soft'],
  ['sage', 'paper-sunk'],
  ['sage', 'sage-soft'],
  ['focus', 'paper'],
  ['focus', 'paper-raised'],
  ['focus', 'paper-sunk'],
  ['focus', 'blue-soft'],
] as const

describe.each([
  ['light', light],
  ['dark', dark],
])('on %s paper', (_, theme) => {
  it.each(texts)('%s can be read on %s', (front, back) => {
    expect(contrast(theme[front], theme[back])).toBeGreaterThanOrEqual(4.5)
  })

  it.each(parts)('%s can be seen on %s', (front, back) => {
    expect(contrast(theme[front], theme[back])).toBeGreaterThanOrEqual(3)
  })
})

it('dark has a colour of its own for each one of light', () => {
  expect(Object.keys(colours(darkCss)).sort()).toEqual(Object.keys(light).sort())
})

/** WCAG 2.2, “contrast ratio”: 1 to 21. */
function contrast(a = '', b = ''): number {
  const [dim = 0, bright = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (bright + 0.05) / (dim + 0.05)
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
