import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useMemo, useState } from 'react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { DRAFT_TEXT_MAX } from '#domain/operation.ts'
import { useDocument } from '#features/parts/useDocuments.ts'
import { useDraft } from '#features/parts/useDraft.ts'
import type { Workspace } from '#app/workspace.ts'
import { aWorkspace } from '#tests/app/routes/aWorkspace.ts'
import { apprentice, entryId, logbookId, WEEK } from '#tests/support/builders.ts'

let workspace: Workspace

beforeEach(() => {
  workspace = aWorkspace('apprentice')
})
afterEach(() => {
  localStorage.clear()
})

function Editor() {
  const id = entryId(WEEK)
  const place = { kind: 'entry' as const, logbookId, id }
  const document = useDocument(workspace.db, place) ?? null
  const target = useMemo(() => workspace.draftOf('entry', id, { week: WEEK }, apprentice), [id])
  const draft = useDraft(target, document)
  const [flushed, setFlushed] = useState('')
  return (
    <>
      <textarea
        aria-label="told"
        value={draft.text('told')}
        onChange={(event) => {
          draft.set('told', event.target.value)
        }}
      />
      <p>problem: {draft.problem}</p>
      <p>in the database: {JSON.stringify(document?.fields['told']?.value)}</p>
      <p>flushed: {flushed}</p>
      <button
        type="button"
        onClick={() => {
          void draft.flush().then((problem) => {
            setFlushed(problem ?? 'all')
          })
        }}
      >
        flush
      </button>
    </>
  )
}

const put = async (text: string) => {
  await userEvent.clear(screen.getByRole('textbox'))
  await userEvent.paste(text)
}

it('what is typed is in the database without a button', async () => {
  render(<Editor />)
  await put('Tournée avec Paul.')

  expect(await screen.findByText('in the database: "Tournée avec Paul."')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'flush' }))
  expect(await screen.findByText('flushed: all')).toBeVisible()
})

it('a text that no draft takes stays on the screen, is told, and keeps from freezing without it', async () => {
  render(<Editor />)
  const book = 'x'.repeat(DRAFT_TEXT_MAX + 1)
  await put(book)

  expect(screen.getByRole('textbox')).toHaveValue(book)
  expect(screen.getByText('problem: too-long-to-keep')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'flush' }))
  expect(await screen.findByText('flushed: too-long-to-keep')).toBeVisible()

  await put('Plus court.')

  expect(await screen.findByText('in the database: "Plus court."')).toBeVisible()
  expect(screen.getByText('problem:')).toBeVisible()
})

it('flush says when the words are on the screen only', async () => {
  render(<Editor />)
  await put('Gardé.')
  await screen.findByText('in the database: "Gardé."')
  workspace.db.close()
  await put('Perdu\u202f?')
  await userEvent.click(screen.getByRole('button', { name: 'flush' }))

  await waitFor(() => {
    expect(screen.getByText('flushed: not-kept')).toBeVisible()
  })
  expect(screen.getByRole('textbox')).toHaveValue('Perdu\u202f?')
})
