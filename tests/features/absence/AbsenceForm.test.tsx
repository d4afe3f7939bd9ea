import { fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { AbsenceForm, type Declaration } from '#features/absence/AbsenceForm.tsx'
import { calendarWith } from '#tests/domain/calendar/plans.ts'

const show = () => {
  const onSend = vi.fn((_: Declaration) => Promise.resolve(null))
  render(
    <AbsenceForm
      calendar={calendarWith()}
      today="2025-11-03"
      asksWhy={false}
      leave={null}
      onSend={onSend}
    />,
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

const NONE = { takenBefore: [] as string[] }
const april = ['2027-04-19', '2027-04-20', '2027-04-21']

it.each([
  [
    'five days in the month before',
    '2027-05-10',
    '2027-05-14',
    NONE,
    /^Cinq jours payés, en plus des congés/u,
  ],
  [
    'days long before',
    '2027-03-01',
    '2027-03-02',
    NONE,
    /^Ce congé se prend du .*18.avril.* au .*17.mai/u,
  ],
  ['a sixth day', '2027-05-03', '2027-05-10', NONE, 'Ce congé dure cinq jours au plus.'],
  ['more than is left', '2027-05-03', '2027-05-05', { takenBefore: april }, /et 3 sont déjà pris/u],
  [
    'days when all are taken',
    '2027-05-03',
    '2027-05-03',
    { takenBefore: [...april, ...april] },
    /déjà pris/u,
  ],
  ['a public holiday', '2027-05-06', '2027-05-06', NONE, /^Dimanche ou jour férié/u],
] as const)(
  'the leave before the exam says what the law says of %s',
  async (_, from, until, taken, said) => {
    const input = {
      ...{ firstExam: '2027-05-18', continuousOnly: false, organised: null },
      isHoliday: (date: string) => date === '2027-05-06',
    }
    const onSend = vi.fn((_: Declaration) => Promise.resolve(null))
    render(
      <AbsenceForm
        calendar={calendarWith()}
        today={from}
        asksWhy
        leave={{ input, ...taken }}
        onSend={onSend}
      />,
    )
    fireEvent.change(screen.getByLabelText('Au'), { target: { value: until } })
    expect(screen.queryByText(said)).toBeNull()
    await userEvent.selectOptions(screen.getByLabelText('Pourquoi'), 'exam-leave')
    expect(screen.getByText(said)).toBeVisible()
    // It is the company that gives the leave: the form says, and does not forbid.
    await send()
    expect(onSend).toHaveBeenCalledOnce()
  },
)

it('while nobody knows when the exam is, the form says so', async () => {
  const input = { firstExam: null, continuousOnly: false, organised: null, isHoliday: () => false }
  render(
    <AbsenceForm
      calendar={calendarWith()}
      today="2027-05-03"
      asksWhy
      leave={{ input, ...NONE }}
      onSend={() => Promise.resolve(null)}
    />,
  )
  await userEvent.selectOptions(screen.getByLabelText('Pourquoi'), 'exam-leave')
  expect(screen.getByText(/^La date de l’examen n’est pas encore connue/u)).toBeVisible()
})
