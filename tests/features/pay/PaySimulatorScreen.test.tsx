import { fireEvent, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { beforeEach, describe, expect, it } from 'vitest'
import { PaySimulatorScreen } from '#features/pay/PaySimulatorScreen.tsx'

const field = (name: string) => screen.getByLabelText(name)
const fill = (name: string, value: string) => {
  fireEvent.change(field(name), { target: { value } })
}
const compute = () => userEvent.click(screen.getByRole('button', { name: 'Calculer' }))

/** The facts of a part of the answer, as they are read. */
const factsOf = (name: string) => {
  const part = screen.getByRole('region', { name })
  const read = (role: string) =>
    within(part)
      .getAllByRole(role)
      .map(({ textContent }) => textContent.replaceAll(/\s/gu, ' '))
  const amounts = read('definition')
  return read('term').map((term, index) => [term, amounts[index]])
}

beforeEach(() => {
  render(
    <MemoryRouter>
      <PaySimulatorScreen today="2026-11-25" />
    </MemoryRouter>,
  )
})

describe('the pay simulator', () => {
  it('says the minimum of the day, and the reason of each line with its article', async () => {
    fill('Date de naissance', '2006-05-14')
    fill('Premier jour du contrat', '2025-09-01')
    await compute()

    expect(screen.getByText(/^952,18\s€ brut par mois$/u)).toBeVisible()
    const why = screen.getByRole('region', { name: 'Le calcul, ligne par ligne' })
    const lines = within(why).getAllByRole('listitem')
    expect(lines.map(({ textContent }) => textContent.replaceAll(/\s/gu, ' '))).toEqual([
      '2e année d’exécution du contrat, depuis le 1er septembre 2026.D6222-26',
      'Grille légale : 51 % pour 18 à 20 ans, en 2e année.D6222-26',
      'SMIC depuis le 1er juin 2026 : 12,31 € de l’heure, 1 867,02 € par mois.L3231-2',
      '51 % de 1 867,02 € = 952,18 €.',
    ])
  })

  it('shows each step of the contract in a picture and in a table, with its reason', async () => {
    fill('Date de naissance', '2005-03-10')
    fill('Premier jour du contrat', '2025-09-01')
    await compute()

    expect(screen.getByRole('img')).toHaveAccessibleName(/^Rémunération minimale en 5\sétapes/u)
    const rows = within(screen.getByRole('table')).getAllByRole('row').slice(1)
    expect(rows.map((row) => row.textContent.replaceAll(/\s/gu, ' '))).toEqual([
      '101/09/2025774,77 €43 %Début du contrat',
      '201/01/2026783,90 €43 %Nouveau SMIC',
      '301/04/2026966,21 €53 %Nouvelle tranche d’âge',
      '401/06/2026989,52 €53 %Nouveau SMIC',
      '501/09/20261 138,88 €61 %Nouvelle année d’exécutionAujourd’hui',
    ])
  })

  it('says what part bears contributions by the day of conclusion, and what stays in money', async () => {
    fill('Date de naissance', '2003-01-15')
    fill('Premier jour du contrat', '2025-03-03')
    await compute()
    expect(screen.queryByRole('heading', { name: 'Cotisations' })).toBeNull()

    // 61 % of 1 867.02 € is 1 138.88 €: above 50 % of the SMIC, below 79 %.
    fill('Contrat conclu le (facultatif)', '2025-03-01')
    expect(factsOf('Cotisations')).toEqual([
      ['Sans cotisation', '933,51 €'],
      ['Avec cotisations', '205,37 €'],
      ['Avec CSG et CRDS', '205,37 €'],
    ])
    fill('Contrat conclu le (facultatif)', '2025-02-28')
    expect(factsOf('Cotisations')).toEqual([
      ['Sans cotisation', '1 138,88 €'],
      ['Avec cotisations', '0,00 €'],
      ['Avec CSG et CRDS', '0,00 €'],
    ])

    await userEvent.click(screen.getByLabelText('L’entreprise loge ou nourrit l’apprenti'))
    fill('Valeur du logement et des repas, en euros par mois', '100')
    expect(factsOf('Logement et repas fournis')).toEqual([
      ['Retenue, au plus', '75,00 €'],
      ['Versé en argent, au moins', '1 063,88 €'],
    ])
  })

  it('refuses in words what the rules do not know, gives no amount, and keeps what was typed', async () => {
    fill('Date de naissance', '2012-05-14')
    fill('Premier jour du contrat', '2025-09-01')
    await compute()

    expect(screen.getByRole('alert')).toHaveTextContent(/15\sans.*14\smai 2027/u)
    expect(screen.queryByText(/brut par mois/u)).toBeNull()
    expect(field('Date de naissance')).toHaveValue('2012-05-14')
  })

  it('marks what is missing at its field, goes there, and says nothing before one asks', async () => {
    expect(field('Date de naissance')).not.toHaveAttribute('aria-invalid')
    fill('Durée du contrat, en mois', 'deux ans')
    await compute()

    expect(field('Date de naissance')).toHaveAttribute('aria-invalid', 'true')
    expect(field('Durée du contrat, en mois')).toHaveAccessibleDescription(/nombre entier/u)
    expect(field('Durée du contrat, en mois')).toHaveValue('deux ans')
    await screen.findByText(/Il manque des réponses/u)
    await expect.poll(() => document.activeElement).toBe(field('Date de naissance'))
  })

  it('never shows an amount of other values than those on the screen', async () => {
    fill('Date de naissance', '2006-05-14')
    fill('Premier jour du contrat', '2025-09-01')
    await compute()
    fill('Jour du calcul', '2025-09-01')
    expect(screen.getByText(/^774,77\s€ brut par mois$/u)).toBeVisible()
    fill('Jour du calcul', '')
    expect(screen.queryByText(/brut par mois/u)).toBeNull()
  })
})
