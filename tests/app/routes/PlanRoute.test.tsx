import { ObjectiveRoute } from '#app/routes/ObjectiveRoute.tsx'
import { PlanRoute } from '#app/routes/PlanRoute.tsx'
import { VisitRoute } from '#app/routes/VisitRoute.tsx'
import type { Workspace } from '#app/workspace.ts'
import { hold, pulledAs } from '#tests/store/aDatabase.ts'
import { aBook, logbookId, nextId, writeVisit } from '#tests/support/builders.ts'
import { writePublished } from '#tests/support/trainingDocuments.ts'
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { addBook } from './aWorkspace.ts'
import { aDevice, openRoute, written } from './openRoute.tsx'

const base = `/livret/${logbookId}/plan`

async function aDeviceOf(role: 'apprentice' | 'master' | 'trainer') {
  const workspace = aDevice(role)
  await addBook(workspace.db, role)
  return workspace
}
const openPlan = (workspace: Workspace) =>
  openRoute(workspace, '/livret/:logbookId/plan', base, <PlanRoute />)
const openObjective = (workspace: Workspace, id: string = nextId()) =>
  openRoute(workspace, '/livret/:logbookId/plan/:documentId', `${base}/${id}`, <ObjectiveRoute />)

it('an apprentice says in one tap that an objective is done, and the plan says so', async () => {
  const workspace = await aDeviceOf('apprentice')
  const objective = writePublished(aBook(), 'objective', 'published')
  await hold(workspace.db, pulledAs(objective))
  openPlan(workspace)

  await userEvent.click(await screen.findByRole('button', { name: /^C’est fait\s: Appeler/u }))

  expect(await screen.findByText('Fait, dit par Léa Moreau le 7 novembre 2025')).toBeVisible()
  expect(await written(workspace)).toMatchObject([{ type: 'sign', documentId: objective.id }])
})

it('a master is not asked to do what is the apprentice’s', async () => {
  const workspace = await aDeviceOf('master')
  await hold(workspace.db, pulledAs(writePublished(aBook(), 'objective', 'published')))
  openPlan(workspace)

  expect(await screen.findByText('Appeler dix prospects.')).toBeVisible()
  expect(screen.queryByRole('button', { name: /^(?:C’est fait|Modifier)/u })).toBeNull()
})

it('an objective without a date or somebody to do it is not sent, and what is typed stays', async () => {
  const workspace = await aDeviceOf('trainer')
  openObjective(workspace)
  await userEvent.type(await screen.findByLabelText('Quoi'), 'Relire la fiche')
  await userEvent.click(screen.getByRole('button', { name: 'Envoyer' }))

  expect(await screen.findByText('Donnez une date.')).toBeVisible()
  expect(screen.getByText('Dites qui s’en charge.')).toBeVisible()
  expect(screen.getByLabelText('Quoi')).toHaveValue('Relire la fiche')
  expect((await written(workspace)).map(({ type }) => type)).not.toContain('publish')
})

it('nobody changes the objective of somebody else', async () => {
  const workspace = await aDeviceOf('master')
  const objective = writePublished(aBook(), 'objective', 'published')
  await hold(workspace.db, pulledAs(objective))
  openObjective(workspace, objective.id)

  expect(await screen.findByText('Cet objectif n’est pas à vous.')).toBeVisible()
})

it('whoever prepares a visit has the open objectives before their eyes', async () => {
  const workspace = await aDeviceOf('trainer')
  const book = aBook()
  const open = writePublished(book, 'objective', 'published', {
    set: { due: '2025-11-01', label: 'Ranger le fichier' },
  })
  const done = writePublished(book, 'objective', 'acknowledged', { set: { label: 'Fini' } })
  await hold(workspace.db, pulledAs(open), pulledAs(done))
  const at = `/livret/${logbookId}/visite/${nextId()}`
  openRoute(workspace, '/livret/:logbookId/visite/:documentId', at, <VisitRoute />)

  expect(await screen.findByText('Ranger le fichier')).toBeVisible()
  expect(screen.getByText('Date passée')).toBeVisible()
  expect(screen.queryByText('Fini')).toBeNull()
})

it('an action agreed at a visit is put on the plan in one tap, once, and nobody else is offered it', async () => {
  const book = aBook()
  const visit = writeVisit(book, 'published', {
    'actions/a1/label': 'Confier une opération.',
    'actions/a1/owner': 'master',
    'actions/a1/due': '2025-12-12',
  })
  const open = (workspace: Workspace) =>
    openRoute(
      workspace,
      '/livret/:logbookId/visite/:documentId',
      `/livret/${logbookId}/visite/${visit.id}`,
      <VisitRoute />,
    )
  const workspace = await aDeviceOf('trainer')
  await hold(workspace.db, pulledAs(visit))
  const { unmount } = open(workspace)

  await userEvent.click(
    await screen.findByRole('button', { name: /^Mettre au plan de travail\s: Confier/u }),
  )

  expect(await screen.findByText('Au plan de travail')).toBeVisible()
  expect(screen.queryByRole('button', { name: /^Mettre au plan/u })).toBeNull()
  expect(await written(workspace)).toMatchObject([
    {
      kind: 'objective',
      type: 'patch',
      set: {
        about: visit.id,
        label: 'Confier une opération.',
        owner: 'master',
        due: '2025-12-12',
      },
    },
    { kind: 'objective', type: 'publish' },
  ])
  unmount()

  const other = await aDeviceOf('master')
  await hold(other.db, pulledAs(visit))
  open(other)
  expect(await screen.findByText('Confier une opération.')).toBeVisible()
  expect(screen.queryByRole('button', { name: /^Mettre au plan/u })).toBeNull()
})

it('an action that says neither who nor when is opened to be completed, with its words', async () => {
  const visit = writeVisit(aBook(), 'published', { 'actions/a1/label': 'Revoir le planning.' })
  const workspace = await aDeviceOf('trainer')
  await hold(workspace.db, pulledAs(visit))
  openRoute(
    workspace,
    '/livret/:logbookId/visite/:documentId',
    `/livret/${logbookId}/visite/${visit.id}`,
    <VisitRoute />,
  )

  await userEvent.click(await screen.findByRole('button', { name: /^Mettre au plan/u }))

  expect(await screen.findByText(/^\/livret\/.+\/plan\/.+/u)).toBeVisible()
  expect((await written(workspace)).map(({ type }) => type)).toEqual(['patch'])
})

it('an objective begun at a meeting says at which, and an address that was tampered with is left out', async () => {
  const meeting = nextId()
  const open = (workspace: Workspace, from: string) =>
    openRoute(
      workspace,
      '/livret/:logbookId/plan/:documentId',
      `${base}/${nextId()}?convenu=${from}`,
      <ObjectiveRoute />,
    )
  const workspace = await aDeviceOf('trainer')
  const { unmount } = open(workspace, meeting)
  await userEvent.type(await screen.findByLabelText('Quoi'), 'X')
  await vi.waitFor(async () => {
    expect(await written(workspace)).toMatchObject([{ set: { about: meeting, label: 'X' } }])
  })
  unmount()

  const other = await aDeviceOf('trainer')
  open(other, 'nonsense')
  await userEvent.type(await screen.findByLabelText('Quoi'), 'Y')
  await vi.waitFor(async () => {
    const sets = (await written(other)).map((each) => 'set' in each && each.set)
    expect(sets.at(-1)).toEqual({ label: 'Y' })
  })
})
