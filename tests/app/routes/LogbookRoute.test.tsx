import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { LogbookRoute } from '#app/routes/LogbookRoute.tsx'
import type { Workspace } from '#app/workspace.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import type { Role } from '#domain/kind.ts'
import {
  aBook,
  aVisit,
  aWeek,
  logbookId,
  logbooks,
  personId,
  writeInterview,
  writeNote,
} from '#tests/support/builders.ts'
import { writeAbsence, writeAidClaim, writeMotive } from '#tests/support/apprenticeshipBuilders.ts'
import { hold, pulledAs, rowsOf, holdBook } from '#tests/store/aDatabase.ts'
import { addBook, someFacts } from './aWorkspace.ts'
import { aScreen } from '#tests/support/aScreen.ts'
import { aDevice, openRoute } from './openRoute.tsx'

let workspace: Workspace

beforeEach(() => {
  workspace = aDevice('trainer')
})
afterEach(() => {
  vi.unstubAllGlobals()
})

const begin = async (role: Role, ...documents: LogbookDocument[]) => {
  await addBook(workspace.db, 'trainer')
  await holdBook(workspace.db, { role, facts: someFacts() })
  await hold(workspace.db, ...documents.map((document) => pulledAs(document)))
}
const open = () =>
  openRoute(workspace, '/livret/:logbookId', `/livret/${logbookId}`, <LogbookRoute />)
const linksIn = async (region: string) =>
  within(await screen.findByRole('region', { name: region }))
    .getAllByRole('link')
    .map(({ textContent }) => textContent)

it('the coordinator reads behind which page something waits', async () => {
  workspace = aDevice('coordinator')
  await addBook(workspace.db, 'coordinator')
  const book = aBook()
  const absence = writeAbsence(book, 'published')
  const documents = [
    absence,
    writeMotive(book, absence, 'centre', 'submitted'),
    writeAidClaim(book, 'submitted'),
  ]
  await hold(workspace.db, ...documents.map((document) => pulledAs(document)))
  open()
  for (const page of ['Absences', 'Aides']) {
    const link = await screen.findByRole('link', { name: new RegExp(`^${page}`, 'u') })
    expect(link).toHaveTextContent(/1\sdemande à traiter/u)
  }
  expect(screen.getByText(/^2\sdemandes à traiter$/u)).toBeVisible()
})

it('shows whose it is, what was written, latest first, and how far each is', async () => {
  await begin(
    'trainer',
    aWeek('signed', { week: '2025-W44', told: 'Ancienne.' }),
    aWeek('submitted', { week: '2025-W45', told: 'Récente.' }),
    aVisit('acknowledged'),
    writeInterview(aBook(), 'frozen'),
    writeNote(aBook(), 'published'),
  )
  open()

  expect(await screen.findByRole('heading', { name: 'Léa Moreau' })).toBeVisible()
  expect(screen.getByText('Boissons du Forez, Saint-Étienne, avec Paul Durand')).toBeVisible()
  expect(await linksIn('Semaines')).toEqual([
    expect.stringMatching(/^Semaine\s45.*Récente\..*Envoyée$/u),
    expect.stringMatching(/^Semaine\s44.*Ancienne\..*Signée$/u),
    expect.stringMatching(/^Semaine\s43.*oct\.Rien n’est envoyé\.En retard$/u),
    expect.stringMatching(/^Semaine\s42.*En retard$/u),
    expect.stringMatching(/^Semaine\s41.*En retard$/u),
  ])
  expect(await linksIn('Visites')).toEqual([
    expect.stringMatching(/4\snovembre 2025Lue par Paul$/u),
  ])
  expect(await linksIn('Entretiens')).toEqual([
    expect.stringMatching(/^Entretien tripartite.*À signer \(0\/3\)$/u),
  ])
  expect(screen.getByText('Absent lundi, bon retour.')).toBeVisible()
})

it('a new visit gets its address before its first word', async () => {
  await begin('trainer')
  open()

  await userEvent.click(await screen.findByRole('button', { name: 'Nouvelle visite' }))

  expect(screen.getByLabelText('address')).toHaveTextContent(
    new RegExp(`^/livret/${logbookId}/visite/[0-9a-f-]{36}$`, 'u'),
  )
  expect(await rowsOf(workspace.db, 'outbox')).toEqual([])
})

it.each([
  ['trainer', ['Nouvelle visite', 'Nouvel entretien'], true],
  ['coordinator', ['Nouvelle visite', 'Nouvel entretien'], true],
  ['master', [], true],
  ['apprentice', [], true],
  ['guardian', [], false],
  ['auditor', [], false],
] as const)('%s is offered what their part allows, and no more', async (role, buttons, notes) => {
  await begin(role)
  open()

  await screen.findByRole('heading', { name: 'Semaines' })
  expect(screen.queryAllByRole('button').map(({ textContent }) => textContent)).toEqual(buttons)
  expect(screen.queryAllByRole('link', { name: 'Écrire une note' })).toHaveLength(notes ? 1 : 0)
  expect(screen.getByRole('link', { name: 'Télécharger le livret' })).toHaveAttribute(
    'href',
    `/livret/${logbookId}/export`,
  )
})

it.each([
  ['trainer', 1],
  ['coordinator', 1],
  ['master', 0],
  ['apprentice', 0],
] as const)('who is late is reminded by who follows: %s', async (role, reminders) => {
  await begin(role)
  open()

  await screen.findByRole('heading', { name: 'Semaines' })
  const links = screen.queryAllByRole('link', { name: 'Relancer Léa' })
  expect(links.map((link) => link.getAttribute('href'))).toEqual(
    Array<string>(reminders).fill(`/livret/${logbookId}/notes?relance`),
  )
})

it('what a reader may not see is not there, even if the device has it', async () => {
  await begin('guardian', aWeek('draft', { told: 'Secret.' }), {
    ...aVisit('draft'),
    author: personId('secondTrainer'),
  })
  open()

  expect(await screen.findByText('Aucune semaine envoyée pour l’instant.')).toBeVisible()
  expect(screen.getByText('Aucune visite pour l’instant.')).toBeVisible()
})

it('long logbooks show the last weeks, the others on demand', async () => {
  const weeks = ['41', '42', '43', '44', '45', '46', '47', '48']
  await begin('master', ...weeks.map((week) => aWeek('signed', { week: `2025-W${week}` })))
  open()

  expect(await linksIn('Semaines')).toHaveLength(6)
  await userEvent.click(screen.getByRole('button', { name: /^Voir les 2\sautres semaines$/u }))
  expect(await linksIn('Semaines')).toHaveLength(8)
  const list = within(screen.getByRole('region', { name: 'Semaines' }))
  expect(list.getByRole('link', { name: /^Semaine\s42/u })).toHaveFocus()
})

it('one week more is asked for as one', async () => {
  const weeks = ['41', '42', '43', '44', '45', '46', '47']
  await begin('master', ...weeks.map((week) => aWeek('signed', { week: `2025-W${week}` })))
  open()

  expect(await screen.findByRole('button', { name: 'Voir l’autre semaine' })).toBeVisible()
})

it('on a wide screen the list stays beside the logbook that was chosen', async () => {
  aScreen('(min-width: 64rem)')
  await begin('trainer')
  await addBook(workspace.db, 'trainer', someFacts('secondApprentice', logbooks.elsewhere))
  open()

  const list = within(await screen.findByRole('list', { name: 'Liste des apprentis' }))
  await waitFor(() => {
    expect(list.getByRole('link', { name: 'Léa Moreau' })).toHaveAttribute('aria-current', 'true')
  })
  expect(list.getByRole('link', { name: 'Inès Benali' })).not.toHaveAttribute('aria-current')
  const detail = within(screen.getByRole('region', { name: 'Livret choisi' }))
  expect(detail.getByRole('heading', { name: 'Léa Moreau' })).toBeVisible()
})

it('an apprentice has no list beside it, on any screen', async () => {
  aScreen('(min-width: 64rem)')
  await begin('apprentice')
  open()

  expect(await screen.findByRole('heading', { level: 1, name: 'Léa Moreau' })).toBeVisible()
  expect(screen.queryByRole('list', { name: 'Liste des apprentis' })).toBeNull()
})

it('a logbook that is not on this device is not shown empty', async () => {
  open()
  expect(await screen.findByText('Ce livret n’est pas sur cet appareil.')).toBeVisible()
})
