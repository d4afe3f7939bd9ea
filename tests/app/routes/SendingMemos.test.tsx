import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { SendingRoute } from '#app/routes/SendingRoute.tsx'
import type { Workspace } from '#app/workspace.ts'
import type { Content } from '#domain/operation.ts'
import { act } from '#store/act.ts'
import { refuseFile } from '#store/files.ts'
import { anUnwrittenWeek, aPatch, apprentice, WEEK } from '#tests/support/builders.ts'
import { aPhoto, findHere, holdPhoto, rowsOf } from '#tests/store/aDatabase.ts'
import { addBook, aWorkspace } from './aWorkspace.ts'
import { openRoute } from './openRoute.tsx'

let workspace: Workspace
beforeEach(async () => {
  workspace = aWorkspace('apprentice')
  await addBook(workspace.db, 'apprentice')
})

const week = anUnwrittenWeek()
const write = (set: Content) => act(workspace.db, aPatch(week, set), apprentice)
const open = (change: Partial<Workspace> = {}) => {
  openRoute({ ...workspace, ...change }, '/envoi', '/envoi', <SendingRoute />)
}

describe('a memo that the server does not take', () => {
  const sound = { sha256: 'd'.repeat(64), size: 3, mime: 'audio/webm' }
  const refused = async () => {
    const { thumbnail: _, ...photo } = aPhoto()
    await holdPhoto(workspace.db, { ...photo, ...sound })
    await refuseFile(workspace.db, sound.sha256, 'not-a-photo')
  }

  it('is named as what it is, and can be heard and saved from here', async () => {
    await refused()
    open({ fileUrl: (_, sha, form) => Promise.resolve(`blob:${sha} ${form}`) })
    expect(
      await screen.findByRole('heading', { name: 'Ce mémo vocal n’a pas pu être envoyé' }),
    ).toBeVisible()
    expect(screen.getByText(/ne sait pas le lire/u)).toBeVisible()
    const link = await screen.findByRole('link', { name: 'Enregistrer le mémo' })
    expect(link).toHaveAttribute('download', 'memo-1.webm')
    expect(link).toHaveAttribute('href', `blob:${sound.sha256} sound`)
    expect(document.querySelector('audio')).toHaveAttribute('src', `blob:${sound.sha256} sound`)
  })

  it('is removed from the draft without the words that stand beside it', async () => {
    await write({ week: WEEK, 'memos/m/sound': sound, 'memos/m/transcript': 'En mots.' })
    await refused()
    open()
    await userEvent.click(await screen.findByRole('button', { name: 'Retirer le mémo' }))
    await waitFor(async () => {
      expect(await rowsOf(workspace.db, 'files')).toEqual([])
    })
    const draft = await findHere(workspace.db, week)
    expect(draft?.fields['memos/m/sound']?.value).toBeNull()
    expect(draft?.fields['memos/m/transcript']?.value).toBe('En mots.')
  })
})

it('memos that wait are counted as such, beside the photos', async () => {
  const { thumbnail: _, ...photo } = aPhoto()
  await holdPhoto(workspace.db)
  for (const letter of ['d', 'e']) {
    await holdPhoto(workspace.db, { ...photo, sha256: letter.repeat(64), mime: 'audio/webm' })
  }
  open()
  expect(await screen.findByText('Une photo')).toBeVisible()
  expect(screen.getByText('2 mémos vocaux')).toBeVisible()
})
