import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import type { Problem } from '#features/parts/problem.ts'
import { ReturnDialog } from '#features/parts/ReturnDialog.tsx'

const show = (answer: Problem | null = null) => {
  const onReturn = vi.fn(() => Promise.resolve(answer))
  const onClose = vi.fn()
  const said = {
    title: 'Renvoyer la semaine 45 à Léa',
    quick: ['task-missing', 'more-precise'],
    name: 'Léa',
  } as const
  render(<ReturnDialog open {...said} onReturn={onReturn} onClose={onClose} />)
  return { onReturn, onClose }
}

const send = () => userEvent.click(screen.getByRole('button', { name: 'Renvoyer avec ce message' }))

it('the tap on a reason sends it, and nothing else has to be tapped', async () => {
  const { onReturn, onClose } = show()
  await userEvent.click(screen.getByRole('button', { name: 'À préciser' }))

  expect(onReturn).toHaveBeenCalledExactlyOnceWith('À préciser.')
  expect(onClose).toHaveBeenCalledOnce()
})

it('words that were written go with the reason', async () => {
  const { onReturn } = show()
  await userEvent.click(screen.getByRole('textbox'))
  await userEvent.paste('Quel client\u202f?')
  await userEvent.click(screen.getByRole('button', { name: 'Il manque une tâche' }))

  expect(onReturn).toHaveBeenCalledExactlyOnceWith('Il manque une tâche. Quel client\u202f?')
})

it('what becomes of the message is said before anything is tapped', async () => {
  show()
  const words = screen.getByRole('textbox')
  expect(words).toHaveAccessibleDescription(
    /^Facultatif\. Il part avec la raison, et Léa lit les deux\./u,
  )
  expect(
    screen.getByRole('group', { name: /^Touchez une raison\s: cela repart aussitôt à Léa\.$/u }),
  ).toBeVisible()

  await userEvent.click(words)
  await userEvent.paste('Quel client\u202f?')

  expect(
    screen.getByRole('group', {
      name: /^Touchez une raison\s: cela repart aussitôt à Léa, avec votre message\.$/u,
    }),
  ).toBeVisible()
})

it('nothing goes back without a reason; the cursor is where one can be given', async () => {
  const { onReturn, onClose } = show()
  await send()

  expect(onReturn).not.toHaveBeenCalled()
  expect(onClose).not.toHaveBeenCalled()
  expect(screen.getByRole('textbox')).toHaveFocus()
  expect(screen.getByRole('textbox')).toHaveAccessibleDescription(/Écrivez pourquoi/u)
})

it('a refusal keeps the dialog and its words', async () => {
  const { onClose } = show('wrong-state')
  await userEvent.click(screen.getByRole('textbox'))
  await userEvent.paste('Mes mots.')
  await send()

  expect(await screen.findByRole('alert')).toHaveTextContent('Ce document a changé entre-temps.')
  expect(screen.getByRole('textbox')).toHaveValue('Mes mots.')
  expect(onClose).not.toHaveBeenCalled()
})
