import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { payNoteContent } from '#domain/absences/payNoteContent.ts'
import type { PayNote } from '#domain/absences/counters.ts'
import { readContract, type ContractRecord } from '#domain/contract/readContract.ts'
import type { Content } from '#domain/operation.ts'
import { absencesOf } from '#features/absence/absences.ts'
import { PayNotes, type ToldNote } from '#features/absence/PayNotes.tsx'
import { calendarWith } from '#tests/domain/calendar/plans.ts'
import { aBook, actor } from '#tests/support/builders.ts'
import { writeAbsence, writeMotive } from '#tests/support/apprenticeshipBuilders.ts'

/** Monday and Tuesday in the centre, 3 h 30 the half-day. The apprentice missed Monday 3 November. */
const calendar = calendarWith()

const show = (
  role: 'coordinator' | 'master' | 'apprentice',
  { motive = 'personal', set = {}, told = [], contracts = [] }: Told = {},
) => {
  const book = aBook()
  const absence = writeAbsence(book, 'published', set)
  const centre = writeMotive(book, absence, 'centre', 'signed', motive)
  const onTell = vi.fn((_: PayNote) => Promise.resolve(null))
  render(
    <PayNotes
      absences={absencesOf([{ ...absence, waiting: false }], [centre], actor(role))}
      calendar={calendar}
      actor={actor(role)}
      today="2025-12-01"
      contracts={contracts}
      told={told}
      onTell={onTell}
    />,
  )
  return onTell
}
interface Told {
  readonly motive?: string
  readonly set?: Content
  readonly told?: readonly ToldNote[]
  readonly contracts?: readonly ContractRecord[]
}

const told = (minutes: Partial<PayNote['minutes']>): ToldNote[] => [
  {
    at: '2025-11-20T09:00:00.000Z',
    content: payNoteContent({
      month: '2025-11',
      minutes: { ...{ maintained: 0, insurance: 0, undecided: 0, deductible: 0 }, ...minutes },
    }),
  },
]

it('the centre tells the company hours, and neither the reason nor the day', async () => {
  const onTell = show('coordinator')
  expect(screen.getByText(/^7\sh non justifiées/u)).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: /^Dire à l’entreprise/u }))
  expect(onTell).toHaveBeenCalledExactlyOnceWith({
    month: '2025-11',
    minutes: { maintained: 0, insurance: 0, undecided: 0, deductible: 420 },
  })
})

it('what was told already is not asked to be told again', () => {
  show('coordinator', { told: told({ deductible: 420 }) })
  expect(screen.getByText(/^Dit à l’entreprise le 20\snovembre 2025/u)).toBeVisible()
  expect(screen.queryByRole('button')).toBeNull()
})

it('what has changed since can be corrected', () => {
  show('coordinator', { told: told({ undecided: 420 }) })
  expect(screen.getByRole('button', { name: /^Dire à l’entreprise/u })).toHaveTextContent(
    'Corriger ce que l’entreprise sait',
  )
})

it('an absence that was taken back after it was told can be corrected to nothing', async () => {
  const onTell = show('coordinator', { set: { cancelled: 'yes' }, told: told({ deductible: 420 }) })
  expect(screen.getByText('Rien à changer dans la paie.')).toBeVisible()
  await userEvent.click(screen.getByRole('button'))
  expect(onTell).toHaveBeenCalledExactlyOnceWith({
    month: '2025-11',
    minutes: { maintained: 0, insurance: 0, undecided: 0, deductible: 0 },
  })
})

it('the company reads what it was told, and nothing before', () => {
  show('master')
  expect(screen.queryByText('Pour la paie')).toBeNull()
})

it('the company reads the hours that the centre told, and cannot tell any', () => {
  show('master', { told: told({ maintained: 420 }) })
  expect(screen.getByText(/^7\sh payées/u)).toBeVisible()
  expect(screen.queryByRole('button')).toBeNull()
})

it('lateness is told with its minutes, not with the whole half-day', () => {
  show('apprentice', { set: { 'halfDays/2025-11-03.pm': null, minutes: 25 } })
  expect(screen.getByText(/^25\smin non justifiées/u)).toBeVisible()
})

it('an absence that the law provides for is paid', () => {
  show('apprentice', { motive: 'exam-leave' })

  expect(screen.getByText(/payées/u)).toBeVisible()
})

/** Paid 43 % of 1 801.80 € in November 2025. */
const contract = readContract({
  ...{ birthDate: '2005-03-10', start: '2025-09-01', end: '2027-08-31', cycleMonths: 24 },
})

it('who reads the note reads what unjustified hours come to at the legal minimum, and why no more', () => {
  show('master', { told: told({ deductible: 420 }), contracts: [contract] })
  expect(
    screen.getByText(/Au minimum légal\s: 38,74\s€ au plus, sur 774,77\s€ brut pour 140\sh\.$/u),
  ).toBeVisible()
  expect(screen.getByText(/le calcul part du minimum légal du mois/u)).toBeVisible()
  expect(screen.getByText(/L1331-2/u)).toBeVisible()
})

it('hours that are paid, or to decide, come to no deduction', () => {
  show('master', { told: told({ maintained: 420, undecided: 210 }), contracts: [contract] })
  expect(screen.queryByText(/minimum légal/u)).toBeNull()
})

it('without a contract that covers the month no amount is told', () => {
  show('master', { told: told({ deductible: 420 }) })
  expect(screen.getByText(/^7\sh non justifiées/u)).toBeVisible()
  expect(screen.queryByText(/minimum légal/u)).toBeNull()
})
