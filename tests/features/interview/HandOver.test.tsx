import { createEvent, fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { HandOver } from '#features/interview/HandOver.tsx'
import { personId } from '#tests/support/builders.ts'

const paul = {
  personId: personId('master'),
  name: 'Paul Durand',
  role: 'master',
  from: '2025-09-01',
  until: null,
} as const

const show = (done: boolean) => {
  const onHandOver = vi.fn()
  const onEnd = vi.fn()
  const view = (isDone: boolean) => (
    <HandOver
      holder="Léa Moreau"
      before={null}
      owner="Claire Roux"
      subject="Entretien tripartite"
      done={isDone}
      others={[paul]}
      onHandOver={onHandOver}
      onEnd={onEnd}
    >
      <p>Ce que Léa lit.</p>
    </HandOver>
  )
  const { rerender } = render(view(done))
  return {
    onHandOver,
    onEnd,
    answer: () => {
      rerender(view(true))
    },
  }
}

it('says first who should hold the device', () => {
  show(false)
  expect(screen.getByRole('dialog', { name: 'Cet appareil est pour Léa Moreau.' })).toBeVisible()
  expect(screen.getByRole('heading', { level: 1 })).toHaveFocus()
})

it('the Escape key does not put the owner’s pages into other hands', () => {
  const { onEnd } = show(false)
  const dialog = screen.getByRole('dialog')
  const cancel = createEvent('cancel', dialog, { cancelable: true })

  fireEvent(dialog, cancel)

  expect(cancel.defaultPrevented).toBe(true)
  expect(onEnd).not.toHaveBeenCalled()
})

it('after the answer nothing of the holder stays, and the ear hears who comes next', () => {
  const { answer } = show(false)
  answer()

  expect(screen.queryByText('Ce que Léa lit.')).toBeNull()
  expect(screen.queryByText(/Léa Moreau/u)).toBeNull()
  expect(screen.getByRole('heading', { level: 1 })).toHaveFocus()
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(
    'Merci. Rendez l’appareil à Claire Roux.',
  )
})

it('the owner takes the device back, or hands it on', async () => {
  const { onHandOver, onEnd } = show(true)

  await userEvent.click(screen.getByRole('button', { name: 'Passer l’appareil à Paul' }))
  expect(onHandOver).toHaveBeenCalledExactlyOnceWith(paul)
  await userEvent.click(screen.getByRole('button', { name: 'Je suis Claire Roux, je reprends' }))
  expect(onEnd).toHaveBeenCalledOnce()
})
