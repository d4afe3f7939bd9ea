import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { expect, it, vi } from 'vitest'
import type { PeopleRefusal } from '#features/people/peopleRefusal.ts'
import { PeopleScreen } from '#features/people/PeopleScreen.tsx'
import type { MemberEnd, NewMember } from '#protocol/centre.ts'
import type { LogbookFacts, Member } from '#protocol/logbookFacts.ts'
import { logbookId, personId } from '#tests/support/builders.ts'

const TODAY = '2026-11-26'

const member = (
  who: Parameters<typeof personId>[0],
  name: string,
  role: Member['role'],
  from: string,
  until: string | null = null,
): Member => ({ personId: personId(who), name, role, from, until })

const facts: LogbookFacts = {
  id: logbookId,
  centre: 'Campus',
  company: { name: 'Boissons du Forez', city: 'Saint-Étienne', activity: '' },
  programme: 'bts-ndrc',
  cohort: '2025-2027',
  contract: { start: '2025-10-06', end: '2027-06-30' },
  members: [
    member('coordinator', 'Hélène Martinet', 'coordinator', '2025-09-01'),
    member('apprentice', 'Léa Moreau', 'apprentice', '2025-09-01'),
    member('master', 'Paul Durand', 'master', '2025-09-01', '2026-11-26'),
    member('secondMaster', 'Max Roy', 'master', '2026-11-27'),
    member('trainer', 'Ancien Formateur', 'trainer', '2025-09-01', '2026-01-31'),
  ],
}

function open(answers: readonly (PeopleRefusal | null)[] = [], controls = true) {
  const added: NewMember[] = []
  const ended: MemberEnd[] = []
  const next = () => answers[added.length + ended.length - 1] ?? null
  render(
    <MemoryRouter>
      <PeopleScreen
        facts={facts}
        reader={personId('coordinator')}
        today={TODAY}
        back="/livret"
        changes={
          controls
            ? {
                onAdd: (one) => {
                  added.push(one)
                  const refusal = next()
                  return Promise.resolve(
                    refusal === null
                      ? { kind: 'entered', isUninvited: false }
                      : { kind: 'refused', refusal },
                  )
                },
                onEnd: (one) => {
                  ended.push(one)
                  return Promise.resolve(next())
                },
              }
            : null
        }
      />
    </MemoryRouter>,
  )
  return { added, ended }
}

const linesOf = (name: string) =>
  within(screen.getByRole('region', { name }))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent.replaceAll('\u00a0', ' '))
const dialog = () => within(screen.getByRole('dialog'))

it('says who is in it, who comes and who was, as what and when; who is no coordinator changes nothing', () => {
  open([], false)
  expect(linesOf('Aujourd’hui')).toEqual([
    'Léa Moreauen apprentissage, depuis le 1er septembre 2025',
    // Until this day included.
    'Paul Durandmaître d’apprentissage, du 1er septembre 2025 au 26 novembre 2026',
    'Hélène Martinetresponsable pédagogique, depuis le 1er septembre 2025',
  ])
  expect(linesOf('Bientôt')).toEqual([
    'Max Roymaître d’apprentissage, à partir du 27 novembre 2026',
  ])
  expect(linesOf('Avant')).toEqual([
    'Ancien Formateurformateur référent, du 1er septembre 2025 au 31 janvier 2026',
  ])
  expect(screen.queryByRole('button')).toBeNull()
})

it('somebody comes in, with a mail unless nobody wants one; who is wrong is told at the fields', async () => {
  const { added } = open()
  await userEvent.click(screen.getByRole('button', { name: 'Faire entrer quelqu’un' }))
  await userEvent.click(dialog().getByRole('button', { name: 'Faire entrer' }))
  expect(dialog().getByLabelText('Prénom et nom')).toBeInvalid()
  await vi.waitFor(() => {
    expect(dialog().getByLabelText('Prénom et nom')).toHaveFocus()
  })
  expect(dialog().getByLabelText('Rôle')).toHaveAccessibleDescription('Choisissez un rôle.')

  await userEvent.type(dialog().getByLabelText('Prénom et nom'), 'Jo Petit')
  await userEvent.type(dialog().getByLabelText('Adresse mail'), 'jo')
  expect(dialog().getByLabelText('Adresse mail')).toBeInvalid()
  await userEvent.type(dialog().getByLabelText('Adresse mail'), '@cfa.fr')
  await userEvent.selectOptions(dialog().getByLabelText('Rôle'), 'Formateur référent')
  await userEvent.type(dialog().getByLabelText('Dernier jour (facultatif)'), '2026-11-01')
  await userEvent.click(dialog().getByRole('button', { name: 'Faire entrer' }))
  expect(dialog().getByLabelText('Dernier jour (facultatif)')).toBeInvalid()
  expect(added).toEqual([])
  await userEvent.clear(dialog().getByLabelText('Dernier jour (facultatif)'))
  await userEvent.click(dialog().getByRole('checkbox'))
  // With the keyboard alone.
  await userEvent.tab()
  expect(dialog().getByRole('button', { name: 'Faire entrer' })).toHaveFocus()
  await userEvent.keyboard('{Enter}')

  expect(screen.queryByRole('dialog')).toBeNull()
  expect(screen.getByText('Jo Petit est dans le livret.')).toBeVisible()
  expect(added).toEqual([
    {
      ...{ name: 'Jo Petit', email: 'jo@cfa.fr', role: 'trainer' },
      ...{ from: TODAY, until: null, invite: false },
    },
  ])
})

it.each<[PeopleRefusal, RegExp]>([
  ['offline', /^Il faut le réseau\./u],
  [{ code: 'already-member' }, /déjà dans ce livret/u],
  [{ code: 'never-heard-of' }, /^Le serveur n’a rien changé\./u],
])('what was typed outlasts a refusal (%j) and a closed dialog', async (refusal, told) => {
  const { added } = open([refusal])
  await userEvent.click(screen.getByRole('button', { name: 'Faire entrer quelqu’un' }))
  await userEvent.type(dialog().getByLabelText('Prénom et nom'), 'Jo Petit')
  await userEvent.type(dialog().getByLabelText('Adresse mail'), 'jo@cfa.fr')
  await userEvent.selectOptions(dialog().getByLabelText('Rôle'), 'Auditeur')
  await userEvent.click(dialog().getByRole('button', { name: 'Faire entrer' }))
  expect(dialog().getByRole('alert')).toHaveTextContent(told)

  await userEvent.click(dialog().getByRole('button', { name: 'Fermer' }))
  await userEvent.click(screen.getByRole('button', { name: 'Faire entrer quelqu’un' }))
  expect(dialog().getByLabelText('Prénom et nom')).toHaveValue('Jo Petit')
  await userEvent.click(dialog().getByRole('button', { name: 'Faire entrer' }))
  expect(added).toHaveLength(2)
})

it('a last day is set with what it means, never before the first, and can be taken away again', async () => {
  const { ended } = open()
  const name = /^Dernier jour\s: Paul Durand, maître d’apprentissage$/u
  await userEvent.click(screen.getByRole('button', { name }))
  expect(dialog().getByText(/lit et écrit jusqu’à ce jour compris/u)).toBeVisible()
  const day = dialog().getByLabelText('Dernier jour')
  expect(day).toHaveValue('2026-11-26')
  await userEvent.clear(day)
  await userEvent.type(day, '2025-08-31')
  await userEvent.click(dialog().getByRole('button', { name: 'Noter ce dernier jour' }))
  expect(day).toHaveAccessibleDescription(
    'Ce jour vient avant le premier jour. dimanche 31\u00a0août 2025',
  )
  expect(ended).toEqual([])

  await userEvent.clear(day)
  await userEvent.type(day, '2026-12-31')
  await userEvent.click(dialog().getByRole('button', { name: 'Noter ce dernier jour' }))
  expect(
    screen.getByText(/^Dernier jour noté pour Paul Durand\s: 31\sdécembre 2026\.$/u),
  ).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name }))
  await userEvent.click(dialog().getByRole('button', { name: 'Enlever le dernier jour' }))
  const part = { personId: personId('master'), role: 'master', from: '2025-09-01' }
  expect(ended).toEqual([
    { ...part, until: '2026-12-31' },
    { ...part, until: null },
  ])
})

it('the last coordinator is told that somebody has to come in first, and whose day it is', async () => {
  open([{ code: 'last-coordinator' }])
  await userEvent.click(screen.getByRole('button', { name: /^Dernier jour\s: Hélène Martinet/u }))
  expect(dialog().getByText(/^C’est vous\s:/u)).toBeVisible()
  await userEvent.click(dialog().getByRole('button', { name: 'Noter ce dernier jour' }))
  expect(dialog().getByRole('alert')).toHaveTextContent(/le seul responsable pédagogique/u)
})

it('whose logbook it is has no last day to set', () => {
  open()
  expect(screen.queryByRole('button', { name: /Léa Moreau/u })).toBeNull()
})
