import { expect, it } from 'vitest'
import { isHeic } from '#app/photos/isHeic.ts'

const begins = (text: string) => new Blob([new Uint8Array([0, 0, 0, 24]), text, 'mif1heic'])

it.each([
  ['a photo of an iPhone', begins('ftypheic'), true],
  ['one in a general box', begins('ftypmif1'), true],
  ['a burst', begins('ftyphevc'), true],
  ['an AVIF, which is another kind', begins('ftypavif'), false],
  ['a film', begins('ftypmp42'), false],
  ['a JPEG', new Blob([new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), 'JFIF']), false],
  ['a text about them', new Blob(['heic']), false],
  ['nothing', new Blob([]), false],
])('%s', async (_, file, expected) => {
  expect(await isHeic(file)).toBe(expected)
})
