import { fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { AbsenceForm, type Declaration } from '#features/absence/AbsenceForm.tsx'
import { calendarWith } from '#tests/domain/calendar/plans.ts'

const show = () => {
  const onSend = vi.fn((_: Declaration) => Promise.resolve(null))
  render(
    <AbsenceForm calendar={calendarWith()} today="2025-11-03" asksWhy={false} onSend={onSend} />,
  )
  return onSend
}
const late = () => userEvent.click(screen.getByRole('radio', { name: /^Retard/u }))
const send = () => userEvent.click(screen.getByRole('button', { name: 'Envoyer' }))

it('lateness is one half-day and its minutes, whatever was chosen for an absence before', async () => {
  const onSend = show()
  fireEvent.change(screen.getByLabelText('Au'), { target: { value: '2025-11-07' } })
  await late()
  expect(screen.queryByLabelText('Au')).toBeNull()
  await userEvent.type(screen.getByLabelText('Minutes manquées'), '25')
  await send()
  expect(onSend).toHaveBeenCalledExactlyOnceWith({
    halfDays: [{ date: '2025-11-03', half: 'am' }],
    minutes: 25,
    motive: null,
  })
})

it.each(['', '0', '601', 'dix'])(
  'lateness of “%s” minutes is not sent, and said',
  async (typed) => {
    const onSend = show()
    await late()
    const field = screen.getByLabelText('Minutes manquées')
    if (typed !== '') await userEvent.type(field, typed)
    await send()
    expect(field).toHaveAccessibleDescription('Écrivez un nombre de minutes, de 1 à 600.')
    expect(onSend).not.toHaveBeenCalled()
  },
)

it('an absence has no minutes', async () => {
  const onSend = show()
  await send()
  expect(onSend).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ minutes: null }))
})
