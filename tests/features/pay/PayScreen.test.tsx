import { render, screen, within } from '@testing-library/react'
import { MemoryRouter } from 'react-router'
import { describe, expect, it } from 'vitest'
import type { Content } from '#domain/operation.ts'
import { contractsOf } from '#features/parts/useContracts.ts'
import { PayScreen } from '#features/pay/PayScreen.tsx'
import { writeContract } from '#tests/support/apprenticeshipBuilders.ts'
import { aBook, apprentice } from '#tests/support/builders.ts'
import { someFacts } from '../../app/routes/aWorkspace.ts'

/** What an apprentice with these contracts reads. */
const show = (contracts: readonly Content[], today = '2026-11-25') => {
  const written = contracts.map((each) => writeContract(aBook(), 'published', each))
  const shown = written.map((document) => ({ ...document, waiting: false }))
  render(
    <MemoryRouter>
      <PayScreen
        contracts={contractsOf(shown, apprentice)}
        facts={someFacts()}
        actor={apprentice}
        today={today}
      />
    </MemoryRouter>,
  )
}
const textOf = (name: RegExp) =>
  screen.getByRole('region', { name }).textContent.replaceAll(/\s/gu, ' ')

describe('what an apprentice reads of her pay', () => {
  it('the part that bears contributions follows the day of conclusion in her contract', () => {
    show([{ birthDate: '2003-01-15', concludedOn: '2025-07-08' }])

    expect(textOf(/^Minimum légal au 25\snovembre 2026$/u)).toContain('1 138,88 € brut par mois')
    expect(textOf(/^Cotisations$/u)).toContain('jusqu’à 933,51 €, soit 50 % du SMIC')
    expect(textOf(/^Cotisations$/u)).toContain('Avec cotisations205,37 €')
    expect(textOf(/^Logement et repas fournis$/u)).toContain('284,72 € au moins')
  })

  it('without that day nobody guesses it', () => {
    show([{}])
    expect(textOf(/^Cotisations$/u)).toContain('Il n’est pas écrit.')
    expect(screen.queryByText(/soit 50\s% du SMIC/u)).toBeNull()
  })

  it('in Mayotte the rules of the mainland are not told', () => {
    show([{ concludedOn: '2025-07-08', territory: 'mayotte' }])
    expect(textOf(/^Cotisations$/u)).toContain('d’autres règles')
  })

  it('after a suspension that extends the contract there is still a pay, to its last day', () => {
    const extended = {
      ...{ end: '2026-08-31', extensionReason: 'suspension', extendedEnd: '2027-06-30' },
      ...{ 'suspensions/s1/from': '2026-02-02', 'suspensions/s1/until': '2026-05-31' },
    }
    show([extended])

    expect(screen.queryByRole('alert')).toBeNull()
    expect(textOf(/^Le calcul, ligne par ligne$/u)).toContain('R6222-10')
    const rows = within(screen.getByRole('table')).getAllByRole('row')
    expect(rows.at(-1)?.textContent.replaceAll(/\s/gu, ' ')).toContain('01/09/2026')
    expect(rows.at(-1)).toHaveTextContent('Prolongation')
  })

  it('of two contracts the one that runs is told, and both curves are there', () => {
    show([
      { breachGround: 'agreement', breachOn: '2026-03-31' },
      { start: '2026-04-20', 'couples/c1/company': 'Forez Mobilités' },
    ])
    expect(screen.getByRole('region', { name: 'Contrat chez Forez Mobilités' })).toBeVisible()
    expect(textOf(/^Contrat chez Maison Perrier/u)).toContain('Ce contrat est terminé.')
  })
})
