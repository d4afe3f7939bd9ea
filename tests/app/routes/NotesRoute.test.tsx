import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { NotesRoute } from '#app/routes/NotesRoute.tsx'
import type { Workspace } from '#app/workspace.ts'
import { aBook, aWeek, logbookId, personId, writeNote } from '#tests/support/builders.ts'
import { hold, pulledAs, holdBook } from '#tests/store/aDatabase.ts'
import { addBook, someFacts } from './aWorkspace.ts'
import { aDevice, openRoute, written } from './openRoute.tsx'

let workspace: Workspace

beforeEach(async () => {
  workspace = aDevice('trainer')
  await addBook(workspace.db, 'trainer')
})
const open = (query = '') =>
  openRoute(
    workspace,
    '/livret/:logbookId/notes',
    `/livret/${logbookId}/notes${query}`,
    <NotesRoute />,
  )
const field = () => screen.findByLabelText('Votre note')
const send = async () => {
  await userEvent.click(screen.getByRole('button', { name: 'Envoyer la note' }))
}

it('a note is kept while it is written, and found again', async () => {
  const { unmount } = open()
  await userEvent.type(await field(), 'Merci pour mardi')
  await waitFor(async () => {
    expect(await written(workspace)).toMatchObject([{ set: { text: 'Merci pour mardi' } }])
  })
  unmount()

  open()
  await waitFor(async () => {
    expect(await field()).toHaveValue('Merci pour mardi')
  })
})

it('two notes in a row are two documents, and the field is empty in between', async () => {
  open()
  await userEvent.type(await field(), 'Une.')
  await send()
  expect(await screen.findByText('Note gardée.')).toBeVisible()
  expect(await field()).toHaveValue('')
  await userEvent.type(await field(), 'Deux.')
  await send()

  await waitFor(async () => {
    const operations = await written(workspace)
    expect(operations.map(({ type }) => type)).toEqual(['patch', 'publish', 'patch', 'publish'])
    expect(new Set(operations.map(({ documentId }) => documentId)).size).toBe(2)
  })
  expect(await screen.findByText('Deux.')).toBeVisible()
})

it('a note that could not be sent is still in the field', async () => {
  workspace = { ...workspace, act: () => Promise.resolve('not-kept') }
  open()
  await userEvent.type(await field(), 'Merci.')
  await send()

  expect(await screen.findByRole('alert')).toHaveTextContent('n’a pas pu garder')
  await waitFor(async () => {
    expect(await field()).toHaveValue('Merci.')
  })
})

it('an empty note is not sent', async () => {
  open()
  await field()
  await send()

  expect(await field()).toHaveAccessibleDescription(/Écrivez quelques mots d’abord/u)
  expect(await written(workspace)).toEqual([])
})

it('notes say who wrote them, one’s own too', async () => {
  const book = aBook()
  const published = writeNote(book, 'published')
  const own = { ...writeNote(book, 'published'), author: personId('trainer') }
  await hold(workspace.db, ...[published, own].map((document) => pulledAs(document)))
  open()

  expect(await screen.findByText(/^Paul Durand, /u)).toBeVisible()
  expect(screen.getByText(/^Vous, /u)).toBeVisible()
})

it('a guardian reads no notes and writes none', async () => {
  await holdBook(workspace.db, { role: 'guardian', facts: someFacts() })
  await hold(workspace.db, pulledAs(writeNote(aBook(), 'published')))
  open()

  expect(await screen.findByText('Aucune note pour l’instant.')).toBeVisible()
  expect(screen.queryByLabelText('Votre note')).toBeNull()
  expect(screen.queryByText('Absent lundi, bon retour.')).toBeNull()
})

describe('a reminder', () => {
  const missing =
    /^Bonjour Léa, dans le livret il manque\s: la semaine\s41 \(du 6\soct\. au 12\soct\.\) et la semaine\s43 \(du 20\soct\. au 26\soct\.\)\./u
  const writtenWeek = () => hold(workspace.db, pulledAs(aWeek('signed', { week: '2025-W42' })))

  it('names the missing weeks, may be changed, and leaves only when it is sent, without a network', async () => {
    const fetch = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('offline'))
    await writtenWeek()
    open('?relance')
    await waitFor(async () => {
      expect((await field()).textContent).toMatch(missing)
    })
    expect(await written(workspace)).toEqual([])

    await userEvent.type(await field(), ' À mardi.')
    await send()

    expect(await screen.findByText('Note gardée.')).toBeVisible()
    expect(await written(workspace)).toMatchObject([
      {
        type: 'patch',
        kind: 'note',
        set: { text: expect.stringMatching(/ À mardi\.$/u) as string },
      },
      { type: 'publish' },
    ])
    expect(await field()).toHaveValue('')
    expect(fetch).not.toHaveBeenCalled()
  })

  it('is sent as it was suggested in one tap, and not suggested a second time', async () => {
    await writtenWeek()
    open('?relance')
    await waitFor(async () => {
      expect((await field()).textContent).toMatch(missing)
    })
    await send()

    expect(await screen.findByText('Note gardée.')).toBeVisible()
    expect(await written(workspace)).toMatchObject([
      { set: { text: expect.stringMatching(missing) as string } },
      { type: 'publish' },
    ])
    expect(await field()).toHaveValue('')
  })

  it('leaves what was begun in its place, and can be added to it', async () => {
    await writtenWeek()
    const { unmount } = open()
    await userEvent.type(await field(), 'Merci pour mardi.')
    await waitFor(async () => {
      expect(await written(workspace)).toMatchObject([{ set: { text: 'Merci pour mardi.' } }])
    })
    unmount()

    open('?relance')
    const add = await screen.findByRole('button', { name: 'Ajouter le rappel proposé' })
    expect(await field()).toHaveValue('Merci pour mardi.')
    await userEvent.click(add)
    expect((await field()).textContent).toMatch(/^Merci pour mardi\.\n\nBonjour Léa, /u)
    expect(screen.queryByRole('button', { name: 'Ajouter le rappel proposé' })).toBeNull()
  })

  it('is suggested to who follows, and to nobody else', async () => {
    await holdBook(workspace.db, { role: 'master', facts: someFacts() })
    await writtenWeek()
    open('?relance')

    expect(await field()).toHaveValue('')
  })

  it('suggests nothing where nothing is missing', async () => {
    await hold(
      workspace.db,
      ...['41', '42', '43'].map((week) => pulledAs(aWeek('signed', { week: `2025-W${week}` }))),
    )
    open('?relance')

    expect(await field()).toHaveValue('')
    expect(screen.queryByText(/Texte proposé/u)).toBeNull()
  })
})
