import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter, Route, Routes } from 'react-router'
import { afterEach, expect, it } from 'vitest'
import { WeekRoute } from '#app/routes/WeekRoute.tsx'
import { WorkspaceContext, type Workspace } from '#app/workspace.ts'
import { act } from '#store/act.ts'
import {
  anUnwrittenWeek,
  aPatch,
  apprentice,
  aWeek,
  logbookId,
  WEEK,
} from '#tests/support/builders.ts'
import { hold, pulledAs, findHere } from '#tests/store/aDatabase.ts'
import { addBook, aWorkspace } from './aWorkspace.ts'

let workspace: Workspace

afterEach(() => {
  localStorage.clear()
})

async function open(
  who: 'apprentice' | 'master' | 'trainer',
  document: ReturnType<typeof aWeek> | null,
  week = WEEK,
) {
  workspace = aWorkspace(who)
  await addBook(workspace.db, who)
  if (document) await hold(workspace.db, pulledAs(document))
  render(
    <WorkspaceContext value={workspace}>
      <MemoryRouter initialEntries={[`/livret/${logbookId}/semaine/${week}`]}>
        <Routes>
          <Route path="/" element={<p>Accueil</p>} />
          <Route path="/livret/:logbookId/semaine/:week" element={<WeekRoute />} />
        </Routes>
      </MemoryRouter>
    </WorkspaceContext>,
  )
  await screen.findByRole('main')
}

const shown = () => findHere(workspace.db, anUnwrittenWeek(WEEK))

it('a signed week shows its stamp; correcting it makes a draft and keeps the stamp in sight', async () => {
  await open('apprentice', aWeek('signed'))
  expect(await screen.findByRole('heading', { name: 'Signée par Paul Durand' })).toBeVisible()
  expect(
    screen.getByText('Cela fait une nouvelle version. La version signée reste visible.'),
  ).toBeVisible()

  await userEvent.click(screen.getByRole('button', { name: 'Corriger quand même' }))

  expect(await screen.findByText('Vous corrigez une semaine déjà signée')).toBeVisible()
  expect(screen.getByRole('textbox')).toHaveValue('Prospection téléphonique\u00a0: 40 appels.')
  await userEvent.click(screen.getByText('Voir la version précédente'))
  expect(screen.getByText('Paul Durand')).toBeVisible()
})

it('two wordings: the author takes the other one, and both stay until then', async () => {
  await open('apprentice', aWeek('draft', { told: 'Du téléphone.' }))
  const otherDevice = aPatch(
    { id: anUnwrittenWeek(WEEK).id, kind: 'entry' },
    { week: WEEK, told: 'De l’ordi.' },
  )
  await act(workspace.db, otherDevice, apprentice)

  expect(await screen.findByText('Une autre version gardée')).toBeVisible()
  expect(screen.getByText('Du téléphone.')).not.toBeVisible()
  expect(screen.getByRole('textbox')).toHaveValue('De l’ordi.')
  await userEvent.click(screen.getByText('Comparer et choisir'))
  expect(screen.getByText('Du téléphone.')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: /^Prendre l’autre\s: En une phrase$/u }))

  await waitFor(() => {
    expect(screen.queryByText('Une autre version gardée')).toBeNull()
  })
  expect(screen.getByRole('textbox')).toHaveValue('Du téléphone.')
  expect(await shown()).toMatchObject({ alternatives: {} })
})

it('two wordings on a week that was sent: taking the other one makes it a draft again', async () => {
  await open('apprentice', aWeek('submitted', { told: 'Envoyé tel quel.' }))
  const late = aPatch(
    { id: anUnwrittenWeek(WEEK).id, kind: 'entry' },
    { week: WEEK, told: 'Trop tard.' },
  )
  await act(workspace.db, late, apprentice)

  await userEvent.click(await screen.findByRole('button', { name: /^Prendre l’autre/u }))

  await waitFor(() => {
    expect(screen.getByRole('textbox')).toHaveValue('Trop tard.')
  })
  expect(await shown()).toMatchObject({ state: 'draft', alternatives: {} })
})

it('a week that has not begun cannot be written', async () => {
  await open('apprentice', null, '2025-W47')

  expect(await screen.findByText('Cette semaine n’a pas commencé.')).toBeVisible()
  expect(screen.queryByRole('textbox')).toBeNull()
})

it('a week after the contract is not in it', async () => {
  await open('apprentice', null, '2030-W10')

  expect(await screen.findByText('Cette semaine n’est pas dans le contrat.')).toBeVisible()
})

it('the master reads the version that was sent, and signs it', async () => {
  await open('master', aWeek('submitted'))

  expect(await screen.findByText('Prospection téléphonique : 40 appels.')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: /^Signer la semaine\s45 de\sLéa$/u }))

  expect(await screen.findByText('Paul Durand')).toBeVisible()
  expect(await shown()).toMatchObject({ state: 'signed' })
  expect(screen.queryByRole('button', { name: /^Signer/u })).toBeNull()
})

it('a trainer may return a week and never sign it', async () => {
  await open('trainer', aWeek('submitted'))

  await userEvent.click(await screen.findByRole('button', { name: 'Renvoyer à corriger' }))
  expect(screen.queryByRole('button', { name: /^Signer/u })).toBeNull()
  const dialog = within(screen.getByRole('dialog'))
  await userEvent.click(dialog.getByRole('button', { name: 'À préciser' }))

  await waitFor(async () => {
    expect((await shown())?.returns).toMatchObject([{ reason: 'À préciser.' }])
  })
  expect(await screen.findByText('À corriger, demandé par Claire Roux')).toBeVisible()
})

it.each([
  ['trainer', 1],
  ['master', 0],
] as const)(
  'a late week says that nothing came, when it was and where, and who follows can remind: %s',
  async (who, reminders) => {
    await open(who, null, '2025-W42')

    expect(await screen.findByText('Léa n’a rien envoyé pour cette semaine.')).toBeVisible()
    expect(screen.getByText('En retard')).toBeVisible()
    expect(screen.getByText(/^13\s–\s19\soct\.$/u)).toBeVisible()
    expect(screen.getByText('Entreprise et CFA.')).toBeVisible()
    expect(screen.queryAllByRole('link', { name: 'Relancer Léa' })).toHaveLength(reminders)
  },
)

it('a week that is not over yet is not called late', async () => {
  await open('trainer', null, '2025-W45')

  expect(await screen.findByText('Léa n’a rien envoyé pour cette semaine.')).toBeVisible()
  expect(screen.queryByText('En retard')).toBeNull()
  expect(screen.queryByRole('link', { name: 'Relancer Léa' })).toBeNull()
})

it('a draft is nobody’s business but its author’s', async () => {
  await open('master', aWeek('draft', { told: 'Pas encore.' }))

  expect(await screen.findByText('Léa n’a rien envoyé pour cette semaine.')).toBeVisible()
  expect(screen.queryByText('Pas encore.')).toBeNull()
})

it('what the author changes after taking a week back stays hidden; the sent version is shown', async () => {
  await open('master', aWeek('withdrawn'))

  expect(await screen.findByText(/^Léa corrige cette semaine/u)).toBeVisible()
  expect(screen.getByText('Prospection téléphonique : 40 appels.')).toBeVisible()
  expect(screen.queryByRole('button', { name: /^Signer/u })).toBeNull()
})

it('an address that is no week leads home', async () => {
  workspace = aWorkspace('apprentice')
  await addBook(workspace.db, 'apprentice')
  render(
    <WorkspaceContext value={workspace}>
      <MemoryRouter initialEntries={[`/livret/${logbookId}/semaine/2025-W60`]}>
        <Routes>
          <Route path="/" element={<p>Accueil</p>} />
          <Route path="/livret/:logbookId/semaine/:week" element={<WeekRoute />} />
        </Routes>
      </MemoryRouter>
    </WorkspaceContext>,
  )

  expect(await screen.findByText('Accueil')).toBeVisible()
})
