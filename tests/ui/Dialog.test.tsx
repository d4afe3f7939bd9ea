import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, it, vi } from 'vitest'
import { Dialog } from '#ui/Dialog.tsx'

function Opener({ keep }: { readonly keep: boolean }) {
  const [open, setOpen] = useState(false)
  const dialog = (
    <Dialog
      open={open}
      title="Envoyer"
      closeLabel="Fermer"
      onClose={() => {
        setOpen(false)
      }}
    >
      <p>Une fois envoyée.</p>
    </Dialog>
  )
  return (
    <>
      <button
        type="button"
        onClick={() => {
          setOpen(true)
        }}
      >
        Ouvrir
      </button>
      {(keep || open) && dialog}
    </>
  )
}

it.each([
  ['closed', true],
  ['taken away', false],
])('the focus goes to the title, and back to the button when it is %s', async (_, keep) => {
  render(<Opener keep={keep} />)
  const opener = screen.getByRole('button', { name: 'Ouvrir' })

  await userEvent.click(opener)
  expect(screen.getByRole('dialog', { name: 'Envoyer' })).toBeVisible()
  expect(screen.getByRole('heading', { name: 'Envoyer' })).toHaveFocus()

  await userEvent.click(screen.getByRole('button', { name: 'Fermer' }))
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(opener).toHaveFocus()
})

it('Escape asks to close, once', () => {
  const close = vi.fn()
  render(
    <Dialog open title="Envoyer" closeLabel="Fermer" onClose={close}>
      <input type="file" aria-label="Fichier" />
    </Dialog>,
  )

  // What a browser sends for Escape.
  screen.getByRole('dialog').dispatchEvent(new Event('cancel', { cancelable: true }))
  expect(close).toHaveBeenCalledOnce()

  // A file picker that was given up says “cancel” too: the dialog stays.
  screen.getByLabelText('Fichier').dispatchEvent(new Event('cancel', { bubbles: true }))
  expect(close).toHaveBeenCalledOnce()
})
