import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { OpenLogbooksRoute } from '#app/routes/OpenLogbooksRoute.tsx'
import type { Workspace } from '#app/workspace.ts'
import { createSyncState } from '#sync/syncState.ts'
import { centre } from '#tests/features/centre/someCentre.ts'
import { logbookId, personId } from '#tests/support/builders.ts'
import { addBook, aWorkspace } from './aWorkspace.ts'
import { openRoute } from './openRoute.tsx'
import { problem, serve } from './serve.ts'

afterEach(() => {
  vi.restoreAllMocks()
  localStorage.clear()
})

const state = createSyncState()
let workspace: Workspace
beforeEach(() => {
  workspace = aWorkspace('coordinator', {
    sync: {
      state,
      // What was opened comes with the round after.
      now: () => addBook(workspace.db, 'coordinator'),
    },
  })
})
const open = () => openRoute(workspace, '/centre/livrets', '/centre/livrets', <OpenLogbooksRoute />)
const centreAnswer = () => [200, centre] as const
const csv =
  'apprenti;mail apprenti;entreprise;ville;maître;mail maître;formateur;mail formateur;formation;promotion;début du contrat;fin du contrat\n' +
  'Zoé Blanc;zoe@mail.fr;Vins;Lyon;Max Roy;max@vins.fr;Claire Roux;claire@cfa.fr;BTS NDRC;2025-2027;01/09/2025;31/08/2027'
const answered = (id: string | null) => () =>
  [200, { logbooks: [{ state: 'new', logbookId: id, newPeople: ['Zoé Blanc'] }] }] as const

it('asks the server first, opens after a look, and leads into the logbook once it is here', async () => {
  const asked = serve(centreAnswer, answered(null), answered(logbookId))
  open()
  await userEvent.upload(
    await screen.findByLabelText('Choisir un fichier CSV'),
    new File([csv], 'rentree.csv'),
  )
  await userEvent.click(await screen.findByRole('button', { name: /^Ouvrir 1\slivret$/u }))
  expect(await screen.findByRole('link', { name: /^Zoé Blanc/u })).toHaveAttribute(
    'href',
    `/livret/${logbookId}`,
  )
  expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'GET /api/v1/centre',
    'POST /api/v1/centre/logbooks',
    'POST /api/v1/centre/logbooks',
  ])
  expect(asked.slice(1).map(({ body }) => body)).toMatchObject([
    { preview: true, invite: false, enrolments: [{ cohort: '2025-2027' }] },
    { preview: false, invite: true },
  ])
})

it('what was typed outlasts a network that goes and comes', async () => {
  serve(centreAnswer)
  open()
  await userEvent.click(await screen.findByRole('radio', { name: 'Un apprenti' }))
  await userEvent.type(screen.getByLabelText('Prénom et nom'), 'Zoé')
  act(() => {
    state.setState({ phase: 'offline' })
  })
  expect(await screen.findByText(/^Pas de réseau\./u)).toBeVisible()
  expect(screen.getByLabelText('Prénom et nom')).toHaveValue('Zoé')
  act(() => {
    state.setState({ phase: 'idle' })
  })
  expect(screen.getByLabelText('Prénom et nom')).toHaveValue('Zoé')
})

it('what was typed outlasts its page, and is nobody else’s', async () => {
  serve(centreAnswer, centreAnswer, centreAnswer)
  const { unmount } = open()
  await userEvent.click(await screen.findByRole('radio', { name: 'Un apprenti' }))
  await userEvent.type(screen.getByLabelText('Prénom et nom'), 'Zoé')
  await userEvent.click(screen.getByRole('checkbox', { name: /mineur/iu }))
  unmount()

  const again = open()
  expect(await screen.findByRole('radio', { name: 'Un apprenti' })).toBeChecked()
  expect(screen.getByLabelText('Prénom et nom')).toHaveValue('Zoé')
  expect(screen.getByRole('checkbox', { name: /mineur/iu })).toBeChecked()
  again.unmount()

  const other = aWorkspace('secondApprentice')
  openRoute(other, '/centre/livrets', '/centre/livrets', <OpenLogbooksRoute />)
  expect(await screen.findByRole('radio', { name: 'Depuis un fichier' })).toBeChecked()
})

const KEPT = `livret-enrolment:${personId('coordinator')}`
/** As it stands in the browser when it is filled in, but for what is left out. */
const filledIn = (change: Readonly<Record<string, string>> = {}) =>
  JSON.stringify({
    cells: {
      ...{ 'apprentice.name': 'Zoé Blanc', 'apprentice.email': 'zoe@mail.fr' },
      ...{ 'company.name': 'Vins', 'company.city': 'Lyon', 'company.activity': '' },
      ...{ 'master.name': 'Max Roy', 'master.email': 'max@vins.fr' },
      ...{ programme: 'bts-ndrc', cohort: '2025-2027' },
      ...{ 'contract.start': '2025-09-01', 'contract.end': '2027-08-31', ...change },
    },
    isMinor: false,
    trainer: 'claire@cfa.fr',
  })

it('the form is kept until its logbook is open, and not a moment longer', async () => {
  localStorage.setItem(KEPT, filledIn())
  serve(centreAnswer, answered(null), answered(logbookId))
  open()
  await userEvent.click(await screen.findByRole('button', { name: 'Vérifier' }))
  const openButton = await screen.findByRole('button', { name: /^Ouvrir 1\slivret$/u })
  expect(localStorage.getItem(KEPT)).toBe(filledIn())
  await userEvent.click(openButton)

  expect(await screen.findByText(/^1\slivret est ouvert$/u)).toBeVisible()
  expect(localStorage.getItem(KEPT)).toBeNull()
})

it('a file that is opened leaves the form that was begun as it is', async () => {
  localStorage.setItem(KEPT, filledIn({ 'company.city': 'Roanne' }))
  serve(centreAnswer, answered(null), answered(logbookId))
  open()
  await userEvent.click(await screen.findByRole('radio', { name: 'Depuis un fichier' }))
  await userEvent.upload(
    screen.getByLabelText('Choisir un fichier CSV'),
    new File([csv], 'rentree.csv'),
  )
  await userEvent.click(await screen.findByRole('button', { name: /^Ouvrir 1\slivret$/u }))
  await userEvent.click(await screen.findByRole('button', { name: 'Ouvrir d’autres livrets' }))
  await userEvent.click(screen.getByRole('radio', { name: 'Un apprenti' }))

  expect(screen.getByLabelText('Ville')).toHaveValue('Roanne')
  expect(localStorage.getItem(KEPT)).toBe(filledIn({ 'company.city': 'Roanne' }))
})

it.each(['', 'null', '{', '[]', '{"cells":null}', '{"cells":{"x":1}}'])(
  'the page opens whatever stands in the browser: %s',
  async (kept) => {
    serve(centreAnswer)
    localStorage.setItem(KEPT, kept)
    open()
    await userEvent.click(await screen.findByRole('radio', { name: 'Un apprenti' }))
    expect(screen.getByLabelText('Prénom et nom')).toHaveValue('')
  },
)

it('says that the network is needed where it is not there, and goes on once it is', async () => {
  serve(null, centreAnswer)
  open()
  expect(await screen.findByText(/^Il faut le réseau/u)).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Réessayer' }))
  expect(await screen.findByLabelText('Choisir un fichier CSV')).toBeInTheDocument()
})

it('who coordinates no centre finds nothing to open', async () => {
  serve(problem(404, 'not-found'))
  open()
  expect(await screen.findByText(/^Seul le responsable pédagogique/u)).toBeVisible()
  expect(screen.queryByLabelText('Choisir un fichier CSV')).toBeNull()
})

it('what the server says is wrong, in words this app does not know, is still a refusal', async () => {
  const strange = { code: 'not-openable', problems: [{ index: 0, field: 'x', problem: 'y' }] }
  serve(centreAnswer, () => [422, strange])
  open()
  await userEvent.upload(
    await screen.findByLabelText('Choisir un fichier CSV'),
    new File([csv], 'rentree.csv'),
  )
  expect(await screen.findByRole('alert')).toHaveTextContent(/^Le serveur n’a rien ouvert/u)
})
