import { act, render, screen } from '@testing-library/react'
import { Suspense } from 'react'
import { expect, it } from 'vitest'
import { inTu } from '#ui/inTu.ts'
import { LanguageProvider, useTexts, type Address, type Language } from '#ui/texts.tsx'

const fr = { greet: 'Touchez ici', deep: { ask: (n: number) => `Vos ${n} mots`, kept: 'Gardé' } }
const tu = inTu<typeof fr>({ greet: 'Touche ici', deep: { ask: (n) => `Tes ${n} mots` } })
const texts = {
  fr,
  tu: () => Promise.resolve(tu(fr)),
  en: { greet: 'Tap here', deep: { ask: (n: number) => `Your ${n} words`, kept: 'Kept' } },
}

function Words() {
  const t = useTexts(texts)
  return <p>{[t.greet, t.deep.ask(2), t.deep.kept].join(', ')}</p>
}

it.each<[Language, Address, string]>([
  ['fr', 'vous', 'Touchez ici, Vos 2 mots, Gardé'],
  ['fr', 'tu', 'Touche ici, Tes 2 mots, Gardé'],
  ['en', 'tu', 'Tap here, Your 2 words, Kept'],
])(
  '%s to who is called « %s »: nothing is missing, only what differs is another',
  async (...said) => {
    const [language, address, words] = said
    await act(async () => {
      render(
        <LanguageProvider language={language} address={address}>
          <Suspense>
            <Words />
          </Suspense>
        </LanguageProvider>,
      )
      // The words come in a moment of their own.
      await Promise.resolve()
    })
    expect(await screen.findByText(words)).toBeVisible()
  },
)
