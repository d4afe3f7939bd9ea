import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { absencesOf } from '#features/absence/absences.ts'
import type { LeaveToAsk } from '#features/absence/ExamLeaveHint.tsx'
import { WhyForm } from '#features/absence/WhyForm.tsx'
import { calendarWith } from '#tests/domain/calendar/plans.ts'
import { aBook, actor } from '#tests/support/builders.ts'
import { writeAbsence } from '#tests/support/apprenticeshipBuilders.ts'

const leave: LeaveToAsk = {
  input: {
    firstExam: '2027-05-18',
    continuousOnly: false,
    organised: null,
    isHoliday: (date) => date === '2027-05-06',
  },
  takenBefore: ['2027-04-19', '2027-04-20', '2027-04-21'],
}

/** Somebody else noticed that the apprentice was away on these half-days. */
async function show(days: readonly string[], known: LeaveToAsk | null = leave) {
  const halves = days.map((day) => [`halfDays/${day}`, true] as const)
  const set = {
    'halfDays/2025-11-03.am': null,
    'halfDays/2025-11-03.pm': null,
    ...Object.fromEntries(halves),
  }
  const document = writeAbsence(aBook(), 'published', set)
  const [absence] = absencesOf([{ ...document, waiting: false }], [], actor('apprentice'))
  if (!absence) throw new Error('no absence')
  const onTell = vi.fn(() => Promise.resolve(null))
  render(
    <WhyForm
      absence={absence}
      title="lundi 3 mai"
      calendar={calendarWith()}
      leave={known}
      onTell={onTell}
    />,
  )
  await userEvent.click(screen.getByText(/^Dire pourquoi/u))
  return onTell
}
const choose = (motive: string) =>
  userEvent.selectOptions(screen.getByLabelText('Pourquoi'), motive)

it.each<[string, string[], RegExp]>([
  [
    'days that are due',
    ['2027-05-03.am', '2027-05-03.pm'],
    /^Cinq jours payés, en plus des congés/u,
  ],
  ['days long before', ['2027-03-01.am'], /^Ce congé se prend du .*18.avril.* au .*17.mai/u],
  ['a public holiday', ['2027-05-06.am'], /^Dimanche ou jour férié/u],
  [
    'one day more than is left',
    ['2027-05-03.am', '2027-05-04.am', '2027-05-05.am'],
    /et 3 sont déjà pris/u,
  ],
])('who says why later hears, too, what the law says of %s', async (_, days, said) => {
  const onTell = await show(days)
  await choose('illness')
  expect(screen.queryByText(said)).toBeNull()
  await choose('exam-leave')
  expect(screen.getByText(said)).toBeVisible()
  // It comes while one chooses: who does not see the screen is told.
  expect(screen.getByText(said).closest('[role="status"]')).not.toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'Envoyer la raison' }))
  expect(onTell).toHaveBeenCalledOnce()
})

it('where nobody knows the calendar, nothing of the leave is made up', async () => {
  await show(['2027-05-03.am'], null)
  await choose('exam-leave')
  expect(screen.queryByText(/congé/u, { selector: 'p' })).toBeNull()
})
