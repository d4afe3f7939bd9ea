import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { expect, it, vi } from 'vitest'
import { AppFrame } from '#ui/AppFrame.tsx'
import { Button } from '#ui/Button.tsx'
import { ChipButton } from '#ui/ChipButton.tsx'
import { Page } from '#ui/Page.tsx'
import { LanguageProvider, useTexts } from '#ui/texts.tsx'

const nav = [
  { to: '/', label: 'Accueil', icon: null, end: true },
  { to: '/visits', label: 'Visites', icon: null },
]

const frame = (
  <MemoryRouter initialEntries={['/visits/3']}>
    <AppFrame header="Livret" nav={nav} navLabel="Principal" skipLabel="Aller au contenu">
      <Page title="Visite">…</Page>
    </AppFrame>
  </MemoryRouter>
)

it('the first Tab offers to skip the header, and Enter does it', async () => {
  render(frame)

  await userEvent.tab()
  expect(screen.getByRole('link', { name: 'Aller au contenu' })).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  expect(screen.getByRole('main')).toHaveFocus()
})

it('says where one is: in the tabs, in the title of the window', () => {
  render(frame)

  expect(screen.getByRole('link', { current: 'page' })).toHaveTextContent('Visites')
  expect(document.title).toBe('Visite · Livret')
})

it('a busy button keeps the focus and takes no second click', async () => {
  const click = vi.fn()
  const { rerender } = render(<Button onClick={click}>Envoyer</Button>)
  const button = screen.getByRole('button', { name: 'Envoyer' })

  await userEvent.click(button)
  rerender(
    <Button onClick={click} busy>
      Envoyer
    </Button>,
  )
  await userEvent.click(button)

  expect(click).toHaveBeenCalledOnce()
  expect(button).toHaveFocus()
})

it('a busy button does not send the form again', async () => {
  const send = vi.fn((event: React.SyntheticEvent) => {
    event.preventDefault()
  })
  render(
    <form onSubmit={send}>
      <Button type="submit" busy>
        Envoyer
      </Button>
    </form>,
  )

  await userEvent.click(screen.getByRole('button', { name: 'Envoyer' }))
  expect(send).not.toHaveBeenCalled()
})

it('speaks French unless told otherwise', () => {
  const texts = { fr: 'Bonjour', en: 'Hello' }
  function Greeting() {
    return <p>{useTexts(texts)}</p>
  }
  render(
    <>
      <Greeting />
      <LanguageProvider language="en">
        <Greeting />
      </LanguageProvider>
    </>,
  )

  expect(screen.getByText('Bonjour')).toBeVisible()
  expect(screen.getByText('Hello')).toBeVisible()
})

it('a state that opens something points there; one that filters does not', () => {
  render(
    <>
      <ChipButton tone="info">Envoyé</ChipButton>
      <ChipButton tone="info" aria-pressed={false}>
        En retard
      </ChipButton>
    </>,
  )
  const pointsOn = (name: string) =>
    screen.getByRole('button', { name }).querySelector('.lucide-chevron-right') !== null

  expect(pointsOn('Envoyé')).toBe(true)
  expect(pointsOn('En retard')).toBe(false)
})
