import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { TrainerHomeRoute } from '#app/routes/TrainerHomeRoute.tsx'
import type { Workspace } from '#app/workspace.ts'
import type { DocumentId, LogbookId } from '#domain/identifiers.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import { hold, pulledAs, rowsOf } from '#tests/store/aDatabase.ts'
import { writeAbsence, writeAidClaim, writeMotive } from '#tests/support/apprenticeshipBuilders.ts'
import { aBook, aVisit, aWeek, logbooks, nextId } from '#tests/support/builders.ts'
import { addBook, someFacts } from './aWorkspace.ts'
import { aDevice, openRoute } from './openRoute.tsx'

let workspace: Workspace

beforeEach(() => {
  workspace = aDevice('trainer')
})
afterEach(() => {
  vi.restoreAllMocks()
})
const pulled = async (...documents: LogbookDocument[]) => {
  await hold(workspace.db, ...documents.map((document) => pulledAs(document)))
}
const open = () => openRoute(workspace, '/', '/', <TrainerHomeRoute />)
const names = async () =>
  within(await screen.findByRole('list', { name: 'Liste des apprentis' }))
    .getAllByRole('link')
    .map(({ textContent }) => textContent)
    .filter((name) => !name.startsWith('Relancer'))

/** Léa is up to date; Inès has written nothing. */
async function twoApprentices() {
  await addBook(workspace.db, 'trainer')
  await addBook(workspace.db, 'trainer', someFacts('secondApprentice', logbooks.elsewhere))
  const weeks = ['2025-W41', '2025-W42', '2025-W43', '2025-W44', '2025-W45']
  await pulled(aVisit('acknowledged'), ...weeks.map((week) => aWeek('signed', { week })))
}

it('who needs help stands alone at first; the others are one tap away', async () => {
  await twoApprentices()
  open()

  expect(await names()).toEqual(['Inès Benali'])
  expect(screen.getByText(/^\d\ssemaines en retard$/u)).toBeVisible()
  expect(screen.getByRole('status')).toHaveTextContent(/^1\slivret demande quelque chose\.$/u)

  await userEvent.click(screen.getByRole('radio', { name: 'Tous (2)' }))
  expect(await names()).toEqual(['Inès Benali', 'Léa Moreau'])
})

it('who is late can be reminded from the list, and nobody else', async () => {
  await twoApprentices()
  open()
  await userEvent.click(await screen.findByRole('radio', { name: 'Tous (2)' }))

  const reminders = screen.getAllByRole('link', { name: /^Relancer/u })
  expect(reminders.map(({ textContent }) => textContent)).toEqual(['Relancer Inès'])
  expect(reminders[0]).toHaveAttribute('href', `/livret/${logbooks.elsewhere}/notes?relance`)
})

it('a coordinator hears in which logbook a proof or a claim waits, without opening each', async () => {
  workspace = aDevice('coordinator')
  await addBook(workspace.db, 'coordinator')
  const book = aBook()
  const absence = writeAbsence(book, 'published')
  await pulled(
    ...['2025-W41', '2025-W42', '2025-W43', '2025-W44'].map((week) => aWeek('signed', { week })),
    aVisit('acknowledged'),
    absence,
    writeMotive(book, absence, 'centre', 'submitted'),
    writeAidClaim(book, 'submitted'),
  )
  open()
  expect(await names()).toEqual(['Léa Moreau'])
  expect(screen.getByText(/^2\sdemandes à traiter$/u)).toBeVisible()
})

it.each(['trainer', 'coordinator'] as const)(
  'the way to open logbooks is a coordinator’s: %s',
  async (role) => {
    workspace = aDevice(role)
    await addBook(workspace.db, role)
    open()
    await screen.findByRole('radio', { name: 'Tous (1)' })
    expect(screen.queryAllByRole('link', { name: 'Ouvrir des livrets' })).toHaveLength(
      role === 'coordinator' ? 1 : 0,
    )
  },
)

it('with many apprentices, who is late is one tap away, and everybody one more', async () => {
  await twoApprentices()
  for (const weeks of [0, 1, 2, 2]) {
    const id = nextId<LogbookId>()
    await addBook(workspace.db, 'trainer', someFacts('apprentice', id))
    const written = ['2025-W41', '2025-W42', '2025-W43', '2025-W44', '2025-W45'].slice(0, weeks)
    for (const week of written) {
      const entry = { ...aWeek('signed', { week }), id: nextId<DocumentId>(), logbookId: id }
      await pulled(entry)
    }
  }
  open()

  const filter = await screen.findByRole('group', { name: 'Ce qui est attendu' })
  const counts = within(filter).getAllByRole('button')
  expect(counts[0]).toHaveTextContent(/^En retard\s: 5$/u)
  await userEvent.click(screen.getByRole('radio', { name: 'Tous (6)' }))
  const [late] = counts as [HTMLElement]
  await userEvent.click(late)
  expect(late).toHaveAttribute('aria-pressed', 'true')
  expect(await names()).toHaveLength(5)
  expect(screen.getByRole('status')).toHaveTextContent(/^5\sapprentis$/u)
  expect(screen.getByRole('radio', { name: 'Tous (6)' })).not.toBeChecked()

  await userEvent.click(late)
  expect(await names()).toHaveLength(6)
})

it('a search looks through everybody, without accents, in names and companies', async () => {
  await twoApprentices()
  open()

  const search = await screen.findByLabelText('Chercher un nom ou une entreprise')
  await userEvent.type(search, 'lea')
  expect(await names()).toEqual(['Léa Moreau'])
  await userEvent.clear(search)
  await userEvent.type(search, 'FOREZ')
  expect(await names()).toHaveLength(2)
  await userEvent.type(search, 'x')
  expect(screen.getByRole('status')).toHaveTextContent('Aucun apprenti trouvé.')
})

it('a visit nobody has read names who has to', async () => {
  await addBook(workspace.db, 'trainer')
  await pulled(aVisit('published'))
  open()

  expect(await screen.findByText('Visite à lire par Léa et Paul')).toBeVisible()
})

it('a visit that was begun stands on top until it is sent', async () => {
  await addBook(workspace.db, 'trainer')
  const draft = aVisit('draft')
  await pulled(draft, aVisit('published', { date: '2025-10-14' }))
  open()

  const drafts = within(await screen.findByRole('region', { name: 'Vos visites à terminer' }))
  expect(drafts.getAllByRole('link')).toHaveLength(1)
  expect(drafts.getByRole('link')).toHaveAttribute(
    'href',
    `/livret/${draft.logbookId}/visite/${draft.id}`,
  )
})

it('when all is up to date it says so, and everybody is still one tap away', async () => {
  await addBook(workspace.db, 'trainer')
  const weeks = ['2025-W41', '2025-W42', '2025-W43', '2025-W44', '2025-W45']
  await pulled(aVisit('acknowledged'), ...weeks.map((week) => aWeek('signed', { week })))
  open()

  expect(await screen.findByText('Tout est à jour.')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Voir tous les apprentis' }))
  expect(await names()).toEqual(['Léa Moreau'])
})

it('a device that has pulled nothing yet says where the logbooks are', async () => {
  open()
  expect(await screen.findByText('Aucun livret sur cet appareil.')).toBeVisible()
})

it('thirty logbooks are read in as many transactions as one', async () => {
  const readsOf = async (count: number) => {
    for (let at = 0; at < count; at += 1) {
      await addBook(workspace.db, 'trainer', someFacts('apprentice', nextId<LogbookId>()))
    }
    const transactions = vi.spyOn(workspace.db, 'read')
    const { unmount } = open()
    await screen.findByRole('radio', {
      name: `Tous (${(await rowsOf(workspace.db, 'books')).length})`,
    })
    unmount()
    const reads = transactions.mock.calls.length
    transactions.mockRestore()
    return reads
  }

  const one = await readsOf(1)
  expect(one).toBeGreaterThan(0)
  expect(await readsOf(29)).toBe(one)
})

it('what a coordinator has to decide stands above the list, logbook by logbook', async () => {
  workspace = aDevice('coordinator')
  await addBook(workspace.db, 'coordinator')
  await addBook(workspace.db, 'coordinator', someFacts('secondApprentice', logbooks.elsewhere))
  const headers = { 'X-Livret-Protocol': '1' }
  const answer = { logbooks: [{ id: logbooks.elsewhere, count: 2 }] }
  vi.spyOn(globalThis, 'fetch').mockResolvedValue(Response.json(answer, { headers }))
  open()

  const waiting = await screen.findByRole('region', { name: 'À trancher (2)' })
  const links = within(waiting).getAllByRole('link')
  expect(links.map((link) => link.getAttribute('href'))).toEqual([
    `/livret/${logbooks.elsewhere}/a-trancher`,
  ])
  expect(links[0]).toHaveTextContent(/^Inès Benali2\senvois attendent votre décision$/u)
})

it('a trainer, who decides nothing, asks nothing of the server, and a lost network is no error', async () => {
  const fetch = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('offline'))
  await twoApprentices()
  open()
  await names()
  expect(fetch).not.toHaveBeenCalled()
  expect(screen.queryByText(/^À trancher/u)).toBeNull()
})
