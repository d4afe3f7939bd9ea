import { fireEvent, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { alternationOf } from '#features/parts/alternationOf.ts'
import type { CohortPlan } from '#domain/calendar/plan.ts'
import type { Content } from '#domain/operation.ts'
import type { Problem } from '#features/parts/problem.ts'
import { ChangeForm } from '#features/calendar/ChangeForm.tsx'

/** Monday and Tuesday in the centre, for four weeks. */
const plan: CohortPlan = {
  years: [{ start: '2025-10-06', end: '2025-10-31' }],
  rhythm: { weeks: [['mon-am', 'mon-pm', 'tue-am', 'tue-pm']], minutesPerHalfDay: 210 },
  periods: [],
}
const span = { start: '2025-09-01', end: '2026-08-31' }
const calendarWith = (changes: readonly Content[]) =>
  alternationOf({ plan, own: span, contracts: [], changes })

const show = (answer: Problem | null = null) => {
  const onSend = vi.fn((_: Content) => Promise.resolve(answer))
  render(
    <ChangeForm
      calendar={calendarWith([])}
      tryOut={(change) => calendarWith([change])}
      onSend={onSend}
    />,
  )
  return onSend
}
const type = (label: string, value: string) => {
  fireEvent.change(screen.getByLabelText(label), { target: { value } })
}
const choose = (value: string) =>
  userEvent.selectOptions(screen.getByLabelText(/^Qu’est-ce qui change/u), value)
const send = () => userEvent.click(screen.getByRole('button', { name: 'Changer le calendrier' }))

it('a half-day is moved: what is sent names both, and says that no hour is lost', async () => {
  const onSend = show()
  type('Jour à déplacer', '2025-10-06')
  type('Échangé avec le', '2025-10-09')
  const [, other] = screen.getAllByRole('group', { name: /^Quelle demi-journée/u })
  if (!other) throw new Error('there is no second half-day to choose')
  await userEvent.click(within(other).getByRole('radio', { name: 'L’après-midi' }))
  expect(screen.getByText(/^Heures de formation.*comme avant\.$/u)).toBeVisible()
  await send()
  expect(onSend).toHaveBeenCalledExactlyOnceWith({
    ...{ change: 'moved', from: '2025-10-06', half: 'am' },
    ...{ otherOn: '2025-10-09', otherHalf: 'pm' },
  })
})

it('what cannot be moved is said at the day, and nothing is sent', async () => {
  const onSend = show()
  type('Jour à déplacer', '2025-10-06')
  type('Échangé avec le', '2025-10-07')
  await send()
  expect(screen.getByLabelText('Jour à déplacer')).toHaveAccessibleDescription(
    /^Les deux demi-journées sont au même endroit/u,
  )
  expect(onSend).not.toHaveBeenCalled()
})

it('a late entry says how many hours are lost, before anybody sends it', async () => {
  show()
  await choose('late-entry')
  type('Premier jour de formation', '2025-10-13')
  expect(screen.getByText(/42\sh, au lieu de 56\sh\.$/u)).toBeVisible()
})

it('a late entry after the last day of training would leave none: it is refused', async () => {
  const onSend = show()
  await choose('late-entry')
  type('Premier jour de formation', '2026-05-04')
  await send()
  expect(screen.getByLabelText('Premier jour de formation')).toHaveAccessibleDescription(
    expect.stringContaining('Il ne resterait aucun jour de formation.'),
  )
  expect(onSend).not.toHaveBeenCalled()
})

it('a refusal is said, and what was typed stays', async () => {
  show('not-allowed')
  await choose('period')
  type('Du', '2026-05-04')
  type('Au', '2026-05-08')
  await userEvent.type(screen.getByLabelText('Pourquoi, en quelques mots'), 'Examen')
  await send()
  expect(await screen.findByRole('alert')).toBeVisible()
  expect(screen.getByLabelText('Du')).toHaveValue('2026-05-04')
  expect(screen.getByLabelText('Pourquoi, en quelques mots')).toHaveValue('Examen')
})
