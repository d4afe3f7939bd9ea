import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter, Route, Routes } from 'react-router'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ApprenticeHomeRoute } from '#app/routes/ApprenticeHomeRoute.tsx'
import { WeekRoute } from '#app/routes/WeekRoute.tsx'
import { WorkspaceContext, type Workspace } from '#app/workspace.ts'
import { breakTable, findHere, hold, pulledAs } from '#tests/store/aDatabase.ts'
import { writePiece, writePublished } from '#tests/support/trainingDocuments.ts'
import { aBook, anUnwrittenWeek, aWeek, logbookId, WEEK } from '#tests/support/builders.ts'
import { addBook, aWorkspace, settle } from './aWorkspace.ts'

let workspace: Workspace

beforeEach(async () => {
  workspace = aWorkspace('apprentice')
  await addBook(workspace.db, 'apprentice')
})
afterEach(() => {
  localStorage.clear()
})

const open = (path = '/') =>
  render(
    <WorkspaceContext value={workspace}>
      <MemoryRouter initialEntries={[path]}>
        <Routes>
          <Route path="/" element={<ApprenticeHomeRoute />} />
          <Route path="/livret/:logbookId/semaine/:week" element={<WeekRoute />} />
        </Routes>
      </MemoryRouter>
    </WorkspaceContext>,
  )

const pulled = (document: ReturnType<typeof aWeek>) => hold(workspace.db, pulledAs(document))

/** A tap on what has this role and name; counted. */
const counter = () => {
  let taps = 0
  const tap = async (role: 'button' | 'checkbox' | 'radio' | 'textbox', name: string | RegExp) => {
    taps += 1
    await userEvent.click(await screen.findByRole(role, { name }))
  }
  return { tap, taps: () => taps }
}

it(
  'a full week is written and sent in six taps and one sentence',
  { timeout: 60_000 },
  async () => {
    open()
    const { tap, taps } = counter()

    await tap('checkbox', 'Portefeuille clients')
    await tap('checkbox', 'Salon')
    await tap('checkbox', 'Diagnostic client')
    await tap('textbox', /^En une phrase/u)
    await userEvent.paste('Salon à Lyon, 14 contacts.')
    await tap('radio', 'Bien')
    await tap('button', 'Envoyer à Paul Durand')

    expect(await screen.findByRole('button', { name: 'Reprendre pour corriger' })).toBeVisible()
    expect(taps()).toBe(6)
    const sent = await findHere(workspace.db, anUnwrittenWeek(WEEK))
    expect(sent?.state).toBe('submitted')
    expect(sent?.versions.at(-1)?.content).toEqual({
      week: WEEK,
      told: 'Salon à Lyon, 14 contacts.',
      feeling: 'good',
      'tasks/client-portfolio': true,
      'tasks/trade-fair': true,
      'tasks/client-diagnosis': true,
    })
  },
)

it('what waits on this device is never called sent; what the server has is', async () => {
  open()
  await userEvent.click(await screen.findByRole('textbox'))
  await userEvent.paste('Tournée avec Paul.')
  await userEvent.click(screen.getByRole('button', { name: 'Envoyer à Paul Durand' }))

  const title = await screen.findByRole('heading', { name: 'Gardée sur cet appareil' })
  await waitFor(() => {
    expect(title).toHaveFocus()
  })
  expect(screen.getByText('En attente d’envoi')).toBeVisible()
  const subtitle = within(screen.getByRole('main')).getByText(/^3\s–\s9/u)
  expect(subtitle).not.toHaveTextContent(/Envoy/u)
  expect(
    await screen.findByRole('link', { name: /^Semaine 45 .*pas encore envoyée$/u }),
  ).toBeVisible()

  await settle(workspace.db)

  expect(await screen.findByRole('heading', { name: 'Envoyée à Paul Durand' })).toBeVisible()
  expect(subtitle).toHaveTextContent(/Envoyée$/u)
  expect(await screen.findByRole('link', { name: /^Semaine 45 .*\s: envoyée$/u })).toBeVisible()
})

it('what is noted in passing is the week: kept at each key, sent without another word', async () => {
  open()
  await userEvent.click(await screen.findByRole('button', { name: 'Écrire' }))
  const field = screen.getByRole('textbox', { name: /^Écrit vendredi 7\snovembre 2025$/u })
  expect(field).toHaveFocus()
  await userEvent.type(field, 'Devis signé')
  await userEvent.click(screen.getByRole('button', { name: 'Écrire' }))
  await userEvent.click(screen.getByRole('button', { name: 'Envoyer à Paul Durand' }))

  await screen.findByRole('button', { name: 'Reprendre pour corriger' })
  expect(await screen.findByText('Devis signé')).toBeVisible()
  expect(screen.getByText(/^vendredi 7\snovembre 2025$/u)).toBeVisible()
  const content = (await findHere(workspace.db, anUnwrittenWeek(WEEK)))?.versions[0]?.content ?? {}
  // The one that was begun and left empty is nothing, not a day without words.
  expect(Object.values(content).sort()).toEqual(['2025-11-07', WEEK, 'Devis signé'])
})

it('a week taken back is a draft again, with every word', async () => {
  await pulled(aWeek('submitted', { told: '40 appels.' }))
  open()

  await userEvent.click(await screen.findByRole('button', { name: 'Reprendre pour corriger' }))

  expect(await screen.findByRole('textbox')).toHaveValue('40 appels.')
  expect(screen.queryByRole('dialog')).toBeNull()
})

it('the words typed in the last instant are in what is sent', async () => {
  open()
  const field = await screen.findByRole('textbox')

  await userEvent.click(field)
  await userEvent.paste('Vente de douze fûts')
  await userEvent.type(field, ' +2')
  await userEvent.click(screen.getByRole('button', { name: 'Envoyer à Paul Durand' }))

  await screen.findByRole('button', { name: 'Reprendre pour corriger' })
  const sent = await findHere(workspace.db, anUnwrittenWeek(WEEK))
  expect(sent?.versions.at(-1)?.content['told']).toBe('Vente de douze fûts +2')
})

it('words that could not be written keep the week from being sent without them', async () => {
  open()
  const field = await screen.findByRole('textbox')
  await userEvent.click(field)
  await userEvent.paste('Gardé.')
  await waitFor(async () => {
    expect(await findHere(workspace.db, anUnwrittenWeek(WEEK))).not.toBeNull()
  })
  breakTable(workspace.db, 'outbox')

  await userEvent.paste(' Pas gardé.')
  await userEvent.click(screen.getByRole('button', { name: 'Envoyer à Paul Durand' }))

  expect(await screen.findByText(/^Cet appareil n’a pas pu garder vos mots/u)).toBeVisible()
  expect(field).toHaveValue('Gardé. Pas gardé.')
  expect((await findHere(workspace.db, anUnwrittenWeek(WEEK)))?.state).toBe('draft')
})

it('last week’s tasks come back in one tap, its words do not', async () => {
  await pulled(aWeek('signed', { week: '2025-W44', told: 'Foire de Saint-Étienne.' }))
  open()

  await userEvent.click(
    await screen.findByRole('button', { name: 'Reprendre la semaine dernière' }),
  )

  await waitFor(() => {
    expect(screen.getByRole('checkbox', { name: 'prospection', checked: true })).toBeInTheDocument()
  })
  expect(screen.getByRole('textbox')).toHaveValue('')
})

it('says what came back and why, and which weeks are missing, each a tap away', async () => {
  await pulled(aWeek('returned', { week: '2025-W43' }))
  await pulled(aWeek('signed', { week: '2025-W41' }))
  open()

  const back = await screen.findByRole('region', { name: 'À corriger' })
  const returned = within(back).getByRole('link')
  expect(returned).toHaveTextContent('Semaine 43 (20 – 26 oct.)')
  expect(returned).toHaveTextContent('Paul : « Précisez le prospect. »')
  const missing = screen.getByRole('region', { name: '2 semaines à compléter' })
  expect(
    within(missing)
      .getAllByRole('link')
      .map((link) => link.textContent),
  ).toEqual([
    'Semaine 44 (27\u00a0oct.\u00a0–\u00a02\u00a0nov.)À écrire',
    'Semaine 42 (13\u00a0–\u00a019\u00a0oct.)En retard, à écrire',
  ])

  await userEvent.click(returned)

  // Once above the text, and once with the version it is about.
  const [reason] = await screen.findAllByText('À corriger, demandé par Paul Durand')
  expect(reason).toBeVisible()
  expect(screen.getByRole('textbox')).toHaveValue('Prospection téléphonique\u00a0: 40 appels.')
})

it('a task ticked by mistake takes nothing with it when the tick goes', async () => {
  open()
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Salon' }))
  await userEvent.click(screen.getByRole('textbox', { name: /^En une phrase/u }))
  await userEvent.paste('Salon à Lyon.')
  await userEvent.click(screen.getByRole('checkbox', { name: 'Salon' }))

  await waitFor(async () => {
    const week = await findHere(workspace.db, anUnwrittenWeek(WEEK))
    expect(week?.fields['tasks/trade-fair']?.value).toBeNull()
    expect(week?.fields['told']?.value).toBe('Salon à Lyon.')
  })
})

it('in a closed week nothing is asked', async () => {
  workspace = { ...workspace, today: () => '2025-12-24' }
  open()

  expect(await screen.findByText('Rien à écrire cette semaine.')).toBeVisible()
  expect(screen.queryByRole('textbox')).toBeNull()
  expect(screen.getByRole('link', { name: 'Écrire cette semaine' })).toHaveAttribute(
    'href',
    `/livret/${logbookId}/semaine/2025-W52`,
  )
})

it('before the contract there is nothing to write, and the day is said', async () => {
  workspace = { ...workspace, today: () => '2025-09-20' }
  open()

  expect(await screen.findByText('Votre contrat commence le 6 octobre 2025.')).toBeVisible()
  expect(screen.queryByRole('textbox')).toBeNull()
})

it('a piece of the exam file that came back, and what is to do, are named on the page one opens', async () => {
  const book = aBook()
  await hold(workspace.db, pulledAs(writePiece(book, 'returned')))
  await hold(workspace.db, pulledAs(writePiece(book, 'submitted', { nature: 'negotiation' })))
  for (const set of [{}, { owner: 'master' }, { outcome: 'dropped' }]) {
    await hold(workspace.db, pulledAs(writePublished(book, 'objective', 'published', { set })))
  }
  open()

  const exam = await screen.findByText(/^1\spièce à corriger$/u, {}, { timeout: 60_000 })
  expect(await screen.findByText(/^1\sobjectif à atteindre$/u)).toBeVisible()
  expect(exam.closest('a')).toHaveAttribute('href', `/livret/${logbookId}/examen`)
})
