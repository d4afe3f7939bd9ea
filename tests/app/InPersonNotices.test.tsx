import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { expect, it } from 'vitest'
import { InPersonNotices } from '#app/InPersonNotices.tsx'
import { WorkspaceContext } from '#app/workspace.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import { findHere, hold, pulledAs } from '#tests/store/aDatabase.ts'
import { aBook, aSignature, master, trainer, writeInterview } from '#tests/support/builders.ts'
import { addBook, aWorkspace } from './routes/aWorkspace.ts'
import { written } from './routes/openRoute.tsx'

/** The master’s own device, after an interview on each of two devices. */
const open = async () => {
  const workspace = aWorkspace('master')
  await addBook(workspace.db, 'master')
  const [there, here] = [{ ...master, via: trainer }, master].map((by) => {
    const book = aBook()
    const frozen = writeInterview(book, 'frozen')
    return book.must(aSignature(frozen), by)
  }) as [LogbookDocument, LogbookDocument]
  await hold(workspace.db, pulledAs(there), pulledAs(here))
  render(
    <WorkspaceContext value={workspace}>
      <MemoryRouter>
        <InPersonNotices />
      </MemoryRouter>
    </WorkspaceContext>,
  )
  return { workspace, signed: there }
}

it('who signed on another device hears of it on his own, of nothing else, and his answer is kept for all', async () => {
  const { workspace, signed } = await open()
  expect(
    await screen.findByText(/^Signé en votre nom sur l’appareil de\sClaire Roux$/u),
  ).toBeVisible()
  // One: what he signed on this device asks nothing.
  expect(screen.getByRole('link')).toHaveAttribute(
    'href',
    `/livret/${signed.logbookId}/entretien/${signed.id}`,
  )
  await userEvent.click(screen.getByRole('button', { name: 'Ce n’est pas moi' }))

  await waitFor(() => {
    expect(screen.queryByText(/^Signé en votre nom/u)).toBeNull()
  })
  const [first] = await written(workspace)
  const note = first && (await findHere(workspace.db, { kind: 'note', id: first.documentId }))
  expect(note).toMatchObject({ state: 'published' })
  expect(note?.versions[0]?.content).toEqual({
    about: signed.id,
    text: expect.stringMatching(
      /^Je n’ai pas signé, sur l’appareil de\sClaire Roux\s: Entretien/u,
    ) as string,
  })
})
