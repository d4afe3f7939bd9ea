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

const send = () => userEvent.click(screen.getByRole('button', { name: 'Renvoyer à Léa' }))

it('chips and words become one reason, in a fixed order', async () => {
  const { onReturn, onClose } = show()
  await userEvent.click(screen.getByRole('checkbox', { name: 'À préciser' }))
  await userEvent.click(screen.getByRole('checkbox', { name: 'Il manque une tâche' }))
  await userEvent.click(screen.getByRole('textbox'))
  await userEvent.paste('Quel client\u202f?')
  await send()

  expect(onReturn).toHaveBeenCalledExactlyOnceWith(
    'Il manque une tâche. À préciser. Quel client\u202f?',
  )
  expect(onClose).toHaveBeenCalledOnce()
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
