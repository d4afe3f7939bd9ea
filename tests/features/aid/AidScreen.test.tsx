import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { expect, it, vi } from 'vitest'
import { centrePeriods } from '#domain/aidCount.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import type { Content } from '#domain/operation.ts'
import { AidScreen } from '#features/aid/AidScreen.tsx'
import { claimsOf, type ShownClaim } from '#features/aid/claims.ts'
import { someFacts } from '#tests/app/routes/aWorkspace.ts'
import { calendarWith } from '#tests/domain/calendar/plans.ts'
import { aBook, actor } from '#tests/support/builders.ts'
import { writeAidClaim } from '#tests/support/apprenticeshipBuilders.ts'

const calendar = calendarWith()
const context = { centrePeriods: centrePeriods(calendar), birthDate: '2005-03-10', contracts: [] }

const show = (
  role: 'apprentice' | 'coordinator',
  documents: readonly LogbookDocument[] = [],
  today = '2025-11-07',
) => {
  const acts = {
    onSend: vi.fn((_: Content) => Promise.resolve(null)),
    onConfirm: vi.fn((_: ShownClaim) => Promise.resolve(null)),
    onReturn: vi.fn((_: ShownClaim, __: string) => Promise.resolve(null)),
    onTakeBack: vi.fn((_: ShownClaim) => Promise.resolve(null)),
  }
  const shown = documents.map((document) => ({ ...document, waiting: false }))
  render(
    <MemoryRouter>
      <AidScreen
        claims={claimsOf(shown, actor(role), context)}
        calendar={calendar}
        context={context}
        facts={someFacts()}
        actor={actor(role)}
        today={today}
        {...acts}
      />
    </MemoryRouter>,
  )
  return acts
}

const tick = (day: string, name: string) =>
  within(screen.getByRole('group', { name: new RegExp(`^${day}\\s`, 'u') })).getByRole('checkbox', {
    name,
  })

it('the apprentice ticks what was taken, reads what it comes to, and sends that', async () => {
  const { onSend } = show('apprentice')
  await userEvent.click(tick('lundi 3', 'Nuit'))
  await userEvent.click(tick('lundi 3', 'Déjeuner'))
  expect(screen.getByText(/^1\snuit, 1\srepas\s: 9,00\s€\.$/u)).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Envoyer au CFA' }))
  expect(onSend).toHaveBeenCalledExactlyOnceWith({
    ...{ aid: 'stay', on: '2025-11-01' },
    ...{ 'nights/2025-11-03': true, 'meals/2025-11-03.lunch': true },
  })
})

it('nothing ticked: says so, and sends nothing', async () => {
  const { onSend } = show('apprentice')
  await userEvent.click(screen.getByRole('button', { name: 'Envoyer au CFA' }))
  expect(screen.getByText('Cochez au moins une nuit ou un repas.')).toBeVisible()
  expect(onSend).not.toHaveBeenCalled()
})

it('a night to come was not taken: it cannot be ticked', () => {
  show('apprentice', [], '2025-11-03')
  expect(tick('lundi 3', 'Nuit')).toBeVisible()
  expect(screen.queryByRole('group', { name: /^mardi 4/u })).toBeNull()
})

it('the centre confirms, or returns with a reason; it declares nothing itself', async () => {
  const { onConfirm, onReturn } = show('coordinator', [writeAidClaim(aBook(), 'submitted')])
  expect(screen.queryByRole('button', { name: 'Envoyer au CFA' })).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: /^Confirmer/u }))
  expect(onConfirm).toHaveBeenCalledOnce()

  await userEvent.click(screen.getByRole('button', { name: /^Renvoyer,/u }))
  await userEvent.click(screen.getByRole('button', { name: 'Renvoyer' }))
  expect(screen.getByLabelText('Pourquoi la renvoyer')).toHaveAccessibleDescription(
    /Écrivez pourquoi\./u,
  )
  expect(onReturn).not.toHaveBeenCalled()
  await userEvent.type(screen.getByLabelText('Pourquoi la renvoyer'), 'Absente ce jour-là')
  await userEvent.click(screen.getByRole('button', { name: 'Renvoyer' }))
  expect(onReturn).toHaveBeenCalledExactlyOnceWith(expect.anything(), 'Absente ce jour-là')
})

it('what is confirmed and what waits are told apart in euros', () => {
  const book = aBook()
  show('apprentice', [
    writeAidClaim(book, 'signed'),
    writeAidClaim(book, 'submitted', { 'nights/2025-11-03': null, 'meals/2025-11-04.lunch': true }),
  ])
  expect(screen.getByText('Confirmé par le CFA').nextSibling).toHaveTextContent(/^6,00\s€$/u)
  expect(screen.getByText('Attend le CFA', { selector: 'dt' }).nextSibling).toHaveTextContent(
    /^3,00\s€$/u,
  )
})

it('a claim that came back says why, and counts for nothing until it is sent again', () => {
  show('apprentice', [writeAidClaim(aBook(), 'returned')])
  expect(screen.getByText(/^Renvoyée par le CFA\s:/u)).toBeVisible()
  expect(screen.queryByText(/6,00/u)).toBeNull()
  expect(screen.getByRole('button', { name: /^Reprendre/u })).toBeVisible()
})

it('a night of a claim that came back is paid in the one that is sent instead', () => {
  const book = aBook()
  show('apprentice', [writeAidClaim(book, 'returned'), writeAidClaim(book, 'submitted')])
  expect(screen.getByText('Attend le CFA', { selector: 'dt' }).nextSibling).toHaveTextContent(
    /^6,00\s€$/u,
  )
})

it('what was taken back is not shown any more', () => {
  show('apprentice', [
    writeAidClaim(aBook(), 'discarded'),
    writeAidClaim(aBook(), 'submitted', { cancelled: 'yes' }),
  ])
  expect(screen.getByText('Aucune demande.')).toBeVisible()
})

it('after February 2026 it is said that there is no aid for the driving licence any more', () => {
  show('apprentice', [], '2026-11-25')
  expect(screen.getByText(/fermée depuis le 20\sfévrier 2026/u)).toBeVisible()
})
