import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ActionBar } from '#ui/ActionBar.tsx'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { startShortcuts } from '#ui/shortcuts.ts'

const onHelp = vi.fn<() => void>()
const onSend = vi.fn<() => void>()
const onOpen = vi.fn<(name: string) => void>()
let letters = true
let stop: () => void

beforeEach(() => {
  vi.resetAllMocks()
  letters = true
  stop = startShortcuts({ hasLetters: () => letters, onHelp })
})
afterEach(() => {
  stop()
})

const names = ['Chloé', 'Hugo', 'Inès']

const show = (current?: string, modal = false) =>
  render(
    <main>
      <input type="search" aria-label="Chercher" />
      {names.map((name) => (
        <a
          key={name}
          href={`#${name}`}
          data-step
          aria-current={name === current ? 'true' : undefined}
          onClick={() => {
            onOpen(name)
          }}
        >
          {name}
        </a>
      ))}
      <textarea aria-label="En une phrase" />
      <ActionBar>
        <Button disabled>Enregistrer</Button>
        <Button onClick={onSend}>Envoyer</Button>
      </ActionBar>
      <Dialog open={modal} title="Renvoyer" closeLabel="Fermer" onClose={() => undefined}>
        <textarea aria-label="Votre message" />
      </Dialog>
    </main>,
  )

it('a letter that somebody writes is a letter, and nothing else', async () => {
  show()
  const told = screen.getByRole('textbox', { name: 'En une phrase' })
  await userEvent.type(told, 'j/k?')
  expect(told).toHaveValue('j/k?')
  expect(told).toHaveFocus()
  expect(onHelp).not.toHaveBeenCalled()
})

it('/ goes to the search, without writing itself there', async () => {
  show()
  await userEvent.keyboard('/')
  expect(screen.getByRole('searchbox')).toHaveFocus()
  expect(screen.getByRole('searchbox')).toHaveValue('')
})

it('j and k walk along the list, and stop at its ends', async () => {
  show()
  await userEvent.keyboard('j')
  expect(screen.getByRole('link', { name: 'Chloé' })).toHaveFocus()
  await userEvent.keyboard('jjj')
  expect(screen.getByRole('link', { name: 'Inès' })).toHaveFocus()
  await userEvent.keyboard('k')
  expect(screen.getByRole('link', { name: 'Hugo' })).toHaveFocus()
  expect(onOpen).not.toHaveBeenCalled()
})

it('where one is open beside the list, the next one opens', async () => {
  show('Hugo')
  await userEvent.keyboard('j')
  expect(onOpen.mock.calls).toEqual([['Inès']])
})

it('single letters can be switched off; who has none keeps Ctrl+Enter', async () => {
  letters = false
  show()
  await userEvent.keyboard('j/?')
  expect(document.body).toHaveFocus()
  expect(onHelp).not.toHaveBeenCalled()
  await userEvent.type(screen.getByRole('textbox', { name: 'En une phrase' }), 'Fait.')
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  expect(onSend).toHaveBeenCalledTimes(1)
})

it('Ctrl+Enter sends nothing for who does not write, or writes in a dialog', async () => {
  const { unmount } = show()
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  unmount()
  show(undefined, true)
  await userEvent.type(screen.getByRole('textbox', { name: 'Votre message' }), 'Avec qui ?')
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  expect(onSend).not.toHaveBeenCalled()
})

it('? shows the list, j with Alt or Ctrl is the browser’s', async () => {
  show()
  await userEvent.keyboard('{Alt>}j{/Alt}{Control>}j{/Control}')
  expect(document.body).toHaveFocus()
  await userEvent.keyboard('?')
  expect(onHelp).toHaveBeenCalledTimes(1)
})
