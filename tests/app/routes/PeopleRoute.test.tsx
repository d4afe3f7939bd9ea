import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import { PeopleRoute } from '#app/routes/PeopleRoute.tsx'
import type { Workspace } from '#app/workspace.ts'
import { logbookId, personId } from '#tests/support/builders.ts'
import { addBook, aWorkspace, someFacts, TODAY } from './aWorkspace.ts'
import { openRoute } from './openRoute.tsx'
import { problem, serve } from './serve.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

const open = (workspace: Workspace) =>
  openRoute(
    workspace,
    '/livret/:logbookId/personnes',
    `/livret/${logbookId}/personnes`,
    <PeopleRoute />,
  )
const path = `/api/v1/logbooks/${logbookId}/members`

it('a master reads without a network who is in the logbook, and changes nothing', async () => {
  const asked = serve(null)
  const workspace = aWorkspace('master')
  await addBook(workspace.db, 'master')
  open(workspace)
  expect(await screen.findByText('Claire Roux')).toBeVisible()
  expect(screen.getByText(/^formateur référent, depuis le 1er\sseptembre 2025$/u)).toBeVisible()
  expect(screen.queryByRole('button')).toBeNull()
  expect(asked).toEqual([])
})

it('who was the coordinator until yesterday changes nothing any more', async () => {
  const workspace = aWorkspace('coordinator')
  const facts = someFacts()
  const members = facts.members.map((member) =>
    member.role === 'coordinator' ? { ...member, until: '2025-11-06' } : member,
  )
  await addBook(workspace.db, 'coordinator', { ...facts, members })
  open(workspace)
  expect(await screen.findByText('Claire Roux')).toBeVisible()
  expect(screen.queryByRole('button')).toBeNull()
})

it('a master is replaced: a last day for one, an entry for the other; the list follows', async () => {
  const asked = serve(
    problem(404, 'not-found'),
    () => [200, {}],
    () => [200, { personId: personId('secondMaster'), isNew: true, uninvited: ['Max Roy'] }],
  )
  const facts = someFacts()
  const workspace = aWorkspace('coordinator', {
    sync: {
      ...aWorkspace('coordinator').sync,
      now: async () => {
        const members = facts.members.map((member) =>
          member.role === 'master' ? { ...member, until: '2025-11-06' } : member,
        )
        await addBook(workspace.db, 'coordinator', { ...facts, members })
      },
    },
  })
  await addBook(workspace.db, 'coordinator', facts)
  open(workspace)
  await userEvent.click(
    await screen.findByRole('button', { name: /^Dernier jour\s: Paul Durand/u }),
  )
  const dialog = within(screen.getByRole('dialog'))
  await userEvent.clear(dialog.getByLabelText('Dernier jour'))
  await userEvent.type(dialog.getByLabelText('Dernier jour'), '2025-11-06')
  await userEvent.click(dialog.getByRole('button', { name: 'Noter ce dernier jour' }))
  expect(dialog.getByRole('alert')).toHaveTextContent(/plus responsable pédagogique/u)
  await userEvent.click(dialog.getByRole('button', { name: 'Noter ce dernier jour' }))
  expect(await screen.findByRole('region', { name: 'Avant' })).toHaveTextContent(/Paul Durand/u)

  await userEvent.click(screen.getByRole('button', { name: 'Faire entrer quelqu’un' }))
  const entry = within(screen.getByRole('dialog'))
  await userEvent.type(entry.getByLabelText('Prénom et nom'), 'Max Roy')
  await userEvent.type(entry.getByLabelText('Adresse mail'), 'max@vins.fr')
  await userEvent.selectOptions(entry.getByLabelText('Rôle'), 'Maître d’apprentissage')
  await userEvent.click(entry.getByRole('button', { name: 'Faire entrer' }))
  expect(
    await screen.findByText(/^Max Roy est dans le livret\. Le mail n’est pas encore parti/u),
  ).toBeVisible()

  const end = { personId: personId('master'), role: 'master', from: '2025-09-01' }
  expect(asked).toEqual([
    { method: 'PATCH', path, body: { ...end, until: '2025-11-06' } },
    { method: 'PATCH', path, body: { ...end, until: '2025-11-06' } },
    {
      method: 'POST',
      path,
      body: {
        ...{ name: 'Max Roy', email: 'max@vins.fr', role: 'master', from: TODAY },
        ...{ until: null, invite: true },
      },
    },
  ])
})
