import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter, Route, Routes } from 'react-router'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ApprenticeHomeRoute } from '#app/routes/ApprenticeHomeRoute.tsx'
import { NotesRoute } from '#app/routes/NotesRoute.tsx'
import { WorkspaceContext, type Workspace } from '#app/workspace.ts'
import type { Actor } from '#domain/rights.ts'
import { hold, pulledAs } from '#tests/store/aDatabase.ts'
import {
  aBook,
  anAct,
  aPatch,
  apprentice,
  logbookId,
  trainer,
  unwritten,
} from '#tests/support/builders.ts'

import { addBook, aWorkspace } from './aWorkspace.ts'
import { written } from './openRoute.tsx'

let workspace: Workspace

beforeEach(async () => {
  workspace = aWorkspace('apprentice')
  await addBook(workspace.db, 'apprentice')
})
afterEach(() => {
  vi.restoreAllMocks()
  localStorage.clear()
})

const open = (path = '/') =>
  render(
    <WorkspaceContext value={workspace}>
      <MemoryRouter initialEntries={[path]}>
        <Routes>
          <Route path="/" element={<ApprenticeHomeRoute />} />
          <Route path="/livret/:logbookId/notes" element={<NotesRoute />} />
          <Route path="/livret/:logbookId" element={null} />
        </Routes>
      </MemoryRouter>
    </WorkspaceContext>,
  )

/** A note that `who` sent, as the server has it, on a day of November. */
async function receive(text: string, day = '05', who: Actor = trainer) {
  const at = `2025-11-${day}T13:32:00.000Z`
  const book = aBook()
  const draft = book.must(aPatch(unwritten('note'), { text }), { ...who, at })
  const note = book.must(anAct('publish', draft), { ...who, at })
  await hold(workspace.db, pulledAs(note))
}

const atHome = async () => {
  cleanup()
  open()
  await screen.findByRole('region', { name: /à compléter$/u })
}
const newNotes = () =>
  screen.queryByRole('region', { name: /^(?:Nouvelle note|\d+ nouvelles notes)$/u })
const findNewNotes = () =>
  screen.findByRole('region', { name: /^(?:Nouvelle note|\d+ nouvelles notes)$/u })
/** Opens « Notes » and waits until a note can be read. */
const readNotes = async (text: string) => {
  cleanup()
  open(`/livret/${logbookId}/notes`)
  await screen.findByText(text)
}

it('a note that the trainer sent is named on the page one opens, and read one tap further', async () => {
  await receive(
    'Bonjour Léa, il manque la semaine\u00a041.\nQuelques mots par semaine suffisent, on en parle mardi.',
  )
  open()

  const region = await findNewNotes()
  expect(within(region).getByRole('heading')).toHaveTextContent(/^Nouvelle note$/u)
  const line = within(region).getByRole('link')
  expect(line).toHaveAccessibleName(
    /^Note de\sClaire Roux\s?5\snov\., \d+\sh\s32\s: «\sBonjour Léa, il manque la semaine\s41\. Quelques mots par semaine…\s»$/u,
  )
  expect(screen.queryByRole('alert')).toBeNull()

  await userEvent.click(line)

  expect(await screen.findByRole('heading', { name: 'Notes de liaison' })).toBeVisible()
})

it('what was on the screen under « Notes » is not new any more, also at the next start and without a network', async () => {
  const fetch = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('offline'))
  await receive('Pensez au dossier.')
  await atHome()
  expect(await findNewNotes()).toBeVisible()

  await readNotes('Pensez au dossier.')
  await atHome()

  expect(newNotes()).toBeNull()
  expect(await written(workspace)).toEqual([])
  expect(fetch).not.toHaveBeenCalled()

  await receive('Merci, bien reçu.', '06')
  const region = await findNewNotes()
  expect(within(region).getByRole('heading')).toHaveTextContent(/^Nouvelle note$/u)
  expect(within(region).getByRole('link')).toHaveTextContent('« Merci, bien reçu. »')
})

it('nobody is told of their own notes', async () => {
  await receive('Je serai absente lundi.', '06', apprentice)
  await atHome()

  expect(newNotes()).toBeNull()
})

it('own words after a note do not make it read', async () => {
  await receive('Pensez au dossier.', '04')
  await receive('Je serai absente lundi.', '06', apprentice)
  await atHome()

  expect(within(await findNewNotes()).getByRole('link')).toHaveTextContent('Pensez au dossier.')
})

it('twenty notes that a new device brings along are one line, which names the latest', async () => {
  for (let day = 1; day <= 20; day += 1) {
    await receive(`Note ${day}.`, String(day).padStart(2, '0'))
  }
  await atHome()

  const region = await findNewNotes()
  expect(within(region).getByRole('heading')).toHaveTextContent(/^20 nouvelles notes$/u)
  const line = within(region).getByRole('link')
  expect(line).toHaveAccessibleName(
    /^Dernière note\s: Claire Roux\s?20\snov\., .*«\sNote 20\.\s»$/u,
  )
})

it('what one person has seen on a shared device is new to another', async () => {
  await receive('Pensez au dossier.')
  await readNotes('Pensez au dossier.')

  workspace = aWorkspace('secondApprentice')
  await addBook(workspace.db, 'apprentice')
  await receive('Pensez au dossier.')
  await atHome()

  expect(await findNewNotes()).toBeVisible()
})

it('a note that comes while nobody looks at the page stays new', async () => {
  await receive('Pensez au dossier.', '04')
  await readNotes('Pensez au dossier.')
  const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  await receive('Merci, bien reçu.', '06')
  await screen.findByText('Merci, bien reçu.')
  await atHome()
  expect(await findNewNotes()).toBeVisible()

  await readNotes('Merci, bien reçu.')
  visibility.mockReturnValue('visible')
  document.dispatchEvent(new Event('visibilitychange'))
  await atHome()

  expect(newNotes()).toBeNull()
})

it('where the browser keeps nothing, a note is seen as long as the page is open', async () => {
  const refuse = () => {
    throw new DOMException('no storage', 'SecurityError')
  }
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse)
  await receive('À bientôt.', '07')
  await atHome()
  expect(await findNewNotes()).toBeVisible()

  await readNotes('À bientôt.')
  await atHome()

  expect(newNotes()).toBeNull()
})
