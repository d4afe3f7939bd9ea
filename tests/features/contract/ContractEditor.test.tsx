import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { MemoryRouter } from 'react-router'
import { expect, it, vi } from 'vitest'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import type { Value } from '#domain/operation.ts'
import { ContractEditor } from '#features/contract/ContractEditor.tsx'
import { aBook } from '#tests/support/builders.ts'
import { writeContract } from '#tests/support/apprenticeshipBuilders.ts'

/** The editor on a document that takes what is typed, as the device’s database would. */
function Editor({ set, onPublish }: { set: Record<string, Value>; onPublish: () => void }) {
  const [document, setDocument] = useState<LogbookDocument>(() =>
    writeContract(aBook(), 'draft', set),
  )
  const value = (key: string) => document.fields[key]?.value ?? null
  return (
    <MemoryRouter>
      <ContractEditor
        document={document}
        draft={{
          value,
          text: (key) => {
            const held = value(key)
            return typeof held === 'string' ? held : ''
          },
          set: (key, held) => {
            const written = { value: held, by: '' as never }
            setDocument((before) => ({ ...before, fields: { ...before.fields, [key]: written } }))
          },
          problem: null,
          flush: () => Promise.resolve(null),
        }}
        back="/"
        today="2026-11-25"
        companyDays={[]}
        charges={[]}
        contracts={[]}
        newItemId={() => 'c9'}
        onPublish={() => {
          onPublish()
          return Promise.resolve(null)
        }}
        onResolve={vi.fn()}
      />
    </MemoryRouter>
  )
}

const show = (set: Record<string, Value> = {}) => {
  const onPublish = vi.fn()
  render(<Editor set={set} onPublish={onPublish} />)
  return onPublish
}
const publish = () => userEvent.click(screen.getByRole('button', { name: 'Publier le contrat' }))
const percent = /^Pourcentage du SMIC dû/u

it('asks for the former pay only where there was a contract, and its diploma was obtained', async () => {
  show()
  expect(screen.queryByLabelText(percent)).toBeNull()
  await userEvent.selectOptions(screen.getByLabelText(/^Un apprentissage juste avant/u), 'other')
  expect(screen.queryByLabelText(percent)).toBeNull()
  const diploma = screen.getByRole('group', { name: /^Le diplôme a-t-il été obtenu/u })
  await userEvent.click(within(diploma).getByRole('radio', { name: 'Oui' }))
  expect(screen.getByLabelText(percent)).toBeVisible()
})

it('does not publish a guarantee without the percent that counts', async () => {
  const onPublish = show({ previousCompany: 'other', previousDiploma: 'yes' })
  await publish()
  const field = screen.getByLabelText(percent)
  await vi.waitFor(() => {
    expect(field).toHaveFocus()
  })
  expect(field).toHaveAccessibleDescription(/Écrivez un pourcentage, de 0 à 500\./u)
  expect(onPublish).not.toHaveBeenCalled()

  await userEvent.type(field, '67,5')
  await publish()
  await vi.waitFor(() => {
    expect(onPublish).toHaveBeenCalledOnce()
  })
})

it('says what an end asks for as soon as its ground is chosen, and what is wrong with its days', async () => {
  show({ breachOn: '2026-03-31', companyToldOn: '2026-03-25', mediatorAskedOn: '2026-03-23' })
  expect(screen.queryByText('L’apprenti saisit d’abord le médiateur.')).toBeNull()
  await userEvent.selectOptions(screen.getByLabelText('Raison de la rupture'), 'apprentice')

  expect(screen.getByText('L’apprenti saisit d’abord le médiateur.')).toBeVisible()
  expect(
    screen.getByText(/^Employeur prévenu trop tôt\s: pas avant le 28\smars 2026\.$/u),
  ).toBeVisible()
  expect(screen.getByText(/^Les six mois au CFA.*30\sseptembre 2026\.$/u)).toBeVisible()
})

it('a word of the guardian is asked for a minor only', () => {
  show({ breachGround: 'agreement', breachOn: '2026-03-31', birthDate: '2005-03-10' })
  expect(screen.queryByRole('group', { name: /^Le représentant légal/u })).toBeNull()
})

it('a minor who leaves by agreement: the word of the guardian is asked for', () => {
  show({ breachGround: 'agreement', breachOn: '2026-03-31', birthDate: '2009-02-14' })
  expect(screen.getByRole('group', { name: /^Le représentant légal/u })).toBeVisible()
})

it('before the birth and the dates are there, no rule is said to be kept', () => {
  show({ birthDate: null })
  expect(
    screen.getByText('Écrivez la naissance, les dates, la durée et l’entreprise.'),
  ).toBeVisible()
})

it('asks when the last centre agreed where it is the third contract of a level, and says that it must', async () => {
  show()
  const agreed = 'Accord du directeur du dernier CFA, le'
  const before = screen.getByRole('group', { name: /^Contrats d’apprentissage de même niveau/u })
  await userEvent.click(within(before).getByRole('radio', { name: 'Un' }))
  expect(screen.queryByLabelText(agreed)).toBeNull()
  await userEvent.click(within(before).getByRole('radio', { name: 'Deux ou plus' }))
  expect(screen.getByText(/il faut l’accord du directeur du dernier CFA/u)).toBeVisible()

  await userEvent.type(screen.getByLabelText(agreed), '2025-06-20')
  expect(screen.getByText(/le dernier CFA l’a accepté le 20.juin.2025/u)).toBeVisible()
})
