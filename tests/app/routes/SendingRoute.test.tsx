import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { SyncState } from '#sync/syncState.ts'
import { createStore } from 'zustand/vanilla'
import { SendingRoute } from '#app/routes/SendingRoute.tsx'
import { WorkspaceContext, type Workspace } from '#app/workspace.ts'
import type { OperationId } from '#domain/identifiers.ts'
import type { Content } from '#domain/operation.ts'
import { act } from '#store/act.ts'
import { refuseFile } from '#store/files.ts'
import { listHeldSignatures } from '#store/heldSignatures.ts'
import { takeBatch } from '#store/batch.ts'
import { settle, settleAll } from '#store/outbox.ts'
import { deleteIfAllSent, notice } from '#store/waiting.ts'
import {
  actor,
  anAct,
  anUnwrittenWeek,
  aPatch,
  apprentice,
  aSignature,
  aWeek,
  logbookId,
  nextId,
  NOW,
  unwritten,
  WEEK,
} from '#tests/support/builders.ts'
import {
  aPhoto,
  findHere,
  hold,
  holdPhoto,
  pulledAs,
  rowsOf,
  sentRows,
} from '#tests/store/aDatabase.ts'
import { addBook, aWorkspace } from './aWorkspace.ts'

let workspace: Workspace

beforeEach(async () => {
  workspace = aWorkspace('apprentice')
  await addBook(workspace.db, 'apprentice')
})

const week = anUnwrittenWeek()
const write = async (set: Content, target = week) => {
  const patch = aPatch(target, set)
  await act(workspace.db, patch, apprentice)
  return patch
}
const result = (id: string, verdict: 'applied' | 'rejected' | 'held', code: string | null, n = 1) =>
  ({ id, n, seq: n, verdict, code }) as never
const answer = (...results: readonly never[]) =>
  settle(workspace.db, logbookId, { results: [...results], serverTime: NOW })

const open = async (change: Partial<Workspace> = {}) => {
  render(
    <WorkspaceContext value={{ ...workspace, ...change }}>
      <MemoryRouter>
        <SendingRoute />
      </MemoryRouter>
    </WorkspaceContext>,
  )
  await screen.findByRole('heading', { name: 'Vos envois' })
}
const inPhase = (
  phase: 'idle' | 'offline' | 'signed-out' | 'problem',
  now = vi.fn(),
  stuck = false,
) => ({
  sync: {
    state: createStore<SyncState>(() => ({ phase, code: null, answered: true, stuck })),
    now,
  },
})

describe('what does not leave although there is a network', () => {
  it('is said with what one can do: try now, or save a rescue file', async () => {
    await write({ week: WEEK, told: 'Salon' })
    const now = vi.fn().mockResolvedValue(undefined)
    await open(inPhase('problem', now, true))

    const status = screen.getByRole('status')
    expect(status).toHaveTextContent('Rien ne part depuis un moment')
    expect(status).toHaveTextContent('Essayez maintenant, ou enregistrez un fichier de secours.')
    await userEvent.click(screen.getByRole('button', { name: 'Envoyer maintenant' }))
    expect(now).toHaveBeenCalledOnce()
    expect(screen.getByRole('button', { name: 'Enregistrer le fichier' })).toBeVisible()
  })

  it('is no longer said once it has left', async () => {
    await open(inPhase('idle', vi.fn(), true))
    expect(screen.getByRole('status')).toHaveTextContent('Tout ce que vous avez écrit est bien')
    expect(screen.queryByRole('button', { name: 'Enregistrer le fichier' })).toBeNull()
  })
})

describe('what waits', () => {
  it('is named as people name it, and is one tap away', async () => {
    await write({ week: WEEK, told: 'Salon' })
    await write({ week: WEEK, told: 'Salon à Lyon' })
    await write({ text: 'Bonjour' }, unwritten('note'))
    await holdPhoto(workspace.db)
    await open(inPhase('offline'))

    const links = within(screen.getByRole('region', { name: 'En attente' })).getAllByRole('link')
    expect(links.map((link) => link.getAttribute('href')).sort()).toEqual([
      `/livret/${logbookId}/notes`,
      `/livret/${logbookId}/semaine/${WEEK}`,
    ])
    expect(screen.getByRole('link', { name: /^Semaine\s45/u })).toBeVisible()
    expect(screen.getByText('Et une photo.')).toBeVisible()
    expect(screen.getByRole('status')).toHaveTextContent('3 éléments attendent le réseau.')
  })

  it('a photo alone is not forgotten', async () => {
    await holdPhoto(workspace.db)
    await open(inPhase('offline'))
    expect(screen.getByText('Une photo')).toBeVisible()
  })

  it('is kept here, which is said; who asks without a network is told that there still is none', async () => {
    await write({ week: WEEK, told: 'Salon' })
    await open(inPhase('offline', vi.fn().mockResolvedValue(undefined)))
    expect(screen.getByRole('status')).toHaveTextContent('gardé sur cet appareil, même éteint')
    await userEvent.click(screen.getByRole('button', { name: 'Envoyer maintenant' }))
    expect(screen.getByRole('status')).toHaveTextContent('Toujours pas de réseau.')
  })

  it('for more than three days is said to wait for long', async () => {
    await write({ week: WEEK, told: 'Salon' })
    await open({ ...inPhase('offline'), now: () => '2025-11-11T17:30:00.000Z' })
    expect(screen.getByRole('status')).toHaveTextContent('depuis plus de trois jours')
  })

  it('leaves when one asks for it; who is signed out is asked to come back instead', async () => {
    await write({ week: WEEK, told: 'Salon' })
    const now = vi.fn().mockResolvedValue(undefined)
    await open(inPhase('problem', now))
    await userEvent.click(screen.getByRole('button', { name: 'Envoyer maintenant' }))
    expect(now).toHaveBeenCalledOnce()
  })

  it('of who is signed out waits for them: there is nothing to send by hand', async () => {
    await write({ week: WEEK, told: 'Salon' })
    await open(inPhase('signed-out'))
    expect(screen.queryByRole('button', { name: 'Envoyer maintenant' })).toBeNull()
    expect(screen.getByRole('link', { name: 'Se reconnecter' })).toBeVisible()
  })
})

it('nothing waits, nothing was refused: says so, and asks for nothing', async () => {
  await open()
  expect(screen.getByRole('status')).toHaveTextContent(
    'Tout ce que vous avez écrit est bien arrivé.',
  )
  expect(screen.queryByRole('button')).toBeNull()
})

describe('what was refused', () => {
  it('shows the words that did not count, why, and where they belong', async () => {
    const patch = await write({ week: WEEK, told: 'Salon à Lyon' })
    await answer(result(patch.id, 'rejected', 'wrong-state'))
    await open()

    const refused = screen.getByRole('region', { name: 'À regarder' })
    expect(within(refused).getByRole('heading', { name: /^Semaine\s45$/u })).toBeVisible()
    expect(within(refused).getByText('Salon à Lyon')).toBeVisible()
    expect(within(refused).getByText('Le document avait changé entre-temps.')).toBeVisible()
    expect(screen.getByRole('status')).not.toHaveTextContent('Tout ce que vous avez écrit')
  })

  it('is one card for each reason, with the last wording of each text and nothing but texts', async () => {
    const first = await write({ week: WEEK, told: 'Salon', feeling: 'good' })
    await takeBatch(workspace.db, logbookId)
    const second = await write({ week: WEEK, told: 'Salon à Lyon' })
    await takeBatch(workspace.db, logbookId)
    const third = await write({ week: WEEK, feeling: 'hard' })
    await answer(
      result(first.id, 'rejected', 'wrong-state'),
      result(second.id, 'rejected', 'wrong-state', 2),
      result(third.id, 'rejected', 'invalid', 3),
    )
    await open()

    const refused = screen.getByRole('region', { name: 'À regarder' })
    expect(within(refused).getAllByRole('heading', { level: 3 })).toHaveLength(2)
    const quotes = within(refused).getAllByRole('figure')
    expect(quotes.map((quote) => quote.textContent)).toEqual(['Salon à Lyon'])
  })

  it('by the centre says what the centre said, in its words', async () => {
    const patch = await write({ week: WEEK, told: 'Salon à Lyon' })
    await answer(result(patch.id, 'held', 'failed'))
    const decided = { id: patch.id, n: 1, seq: 2, verdict: 'rejected', code: 'not-taken' } as const
    const reasons = [{ id: patch.id, reason: 'Déjà dans la semaine 44.' }]
    await workspace.db.write(['packs', 'shown', 'outbox', 'sent', 'progress'], (tx) =>
      settleAll(tx, logbookId, [decided], NOW, reasons),
    )
    await open()

    const refused = screen.getByRole('region', { name: 'À regarder' })
    expect(within(refused).getByText(/^Le CFA a décidé/u)).toBeVisible()
    expect(
      within(refused)
        .getAllByRole('figure')
        .map(({ textContent }) => textContent),
    ).toEqual(['Déjà dans la semaine 44.Réponse du CFA', 'Salon à Lyon'])
  })

  it('for a reason this app does not know is not silent', async () => {
    const patch = await write({ week: WEEK, told: 'Salon' })
    await answer(result(patch.id, 'held', 'never-heard-of'))
    await open()
    expect(screen.getByText('Le serveur l’a refusé. Appelez le CFA.')).toBeVisible()
  })

  it('a signature that waits for its photos cannot be put away: it still leaves with them', async () => {
    const document = aWeek('submitted')
    await hold(workspace.db, pulledAs(document))
    const sign = aSignature(document)
    await act(workspace.db, sign, actor('master'))
    await answer(result(sign.id, 'held', 'files-missing'))
    const [row] = await sentRows(workspace.db)
    await open()

    expect(screen.getByText(/partira avec eux/u)).toBeVisible()
    expect(screen.queryByRole('button', { name: /^J’ai vu/u })).toBeNull()
    await notice(workspace.db, row ? [row] : [])
    expect(await listHeldSignatures(workspace.db)).toHaveLength(1)
    expect(await deleteIfAllSent(workspace.db)).toBe(false)
  })

  it('no longer asks once it was seen, act by act; nothing is deleted', async () => {
    const document = aWeek('submitted', { week: '2025-W44' })
    await hold(workspace.db, pulledAs(document))
    const patch = await write({ week: WEEK, told: 'Salon' })
    const withdraw = anAct('withdraw', document)
    await act(workspace.db, withdraw, apprentice)
    await answer(
      result(patch.id, 'rejected', 'wrong-state'),
      result(withdraw.id, 'rejected', 'not-allowed', 2),
    )
    await open()

    await userEvent.click(screen.getByRole('button', { name: /^J’ai vu\s: Semaine\s45$/u }))
    await waitFor(() => {
      expect(screen.queryByText('Salon')).toBeNull()
    })
    expect(screen.getByRole('heading', { name: /^Semaine\s44$/u })).toBeVisible()
    expect(await sentRows(workspace.db)).toHaveLength(2)
  })
})

describe('a photo that the server does not take', () => {
  const { sha256, size, mime } = aPhoto()
  const reference = { sha256, size, mime }
  const refused = async (refusal: string) => {
    await holdPhoto(workspace.db)
    await refuseFile(workspace.db, sha256, refusal)
  }

  it.each([
    ['wrong-hash', /abîmée/u],
    ['not-a-photo', /ne sait pas la lire/u],
    ['too-large', /trop lourde/u],
    ['quota-reached', /limite de photos/u],
    ['not-found', /ne suivez plus/u],
    ['never-heard-of', /Appelez le CFA/u],
  ])('is shown with why (%s)', async (code, why) => {
    await refused(code)
    await open()
    expect(screen.getByRole('heading', { name: /n’a pas pu être envoyée/u })).toBeVisible()
    expect(screen.getByText(why)).toBeVisible()
  })

  it('can be saved from here', async () => {
    await refused('not-a-photo')
    await open({ fileUrl: (_, sha, form) => Promise.resolve(`blob:${sha} ${form}`) })
    const link = await screen.findByRole('link', { name: 'Enregistrer la photo' })
    expect(link).toHaveAttribute('href', `blob:${sha256} screen`)
    expect(link).toHaveAttribute('download')
  })

  it('is offered again at once when one asks for it', async () => {
    await refused('not-found')
    const now = vi.fn().mockResolvedValue(undefined)
    await open(inPhase('idle', now))

    await userEvent.click(screen.getByRole('button', { name: 'Réessayer' }))
    await waitFor(() => {
      expect(now).toHaveBeenCalledOnce()
    })
    expect((await rowsOf(workspace.db, 'files'))[0]?.state).toBe('waiting')
  })

  it('is removed from this device and from the draft, and from nothing that was sent', async () => {
    const week44 = aWeek('submitted', { week: '2025-W44' })
    const photo = { value: reference, by: nextId<OperationId>() }
    const sent = { ...week44, fields: { ...week44.fields, 'photos/1': photo } }
    await hold(workspace.db, pulledAs(sent))
    await write({ week: WEEK, told: 'Salon', 'photos/1': reference, 'photos/2': otherPhoto() })
    await refused('not-a-photo')
    await open()

    await userEvent.click(screen.getByRole('button', { name: 'Retirer la photo' }))
    await waitFor(async () => {
      expect(await rowsOf(workspace.db, 'files')).toEqual([])
    })
    const draft = await findHere(workspace.db, week)
    expect(draft?.fields['photos/1']?.value).toBeNull()
    expect(draft?.fields['photos/2']?.value).toEqual(otherPhoto())
    expect(draft?.fields['told']?.value).toBe('Salon')
    expect(draft?.alternatives).toEqual({})
    expect((await findHere(workspace.db, sent))?.fields).toEqual(sent.fields)
    const written = await rowsOf(workspace.db, 'outbox')
    expect(new Set(written.map(({ documentId }) => documentId))).toEqual(new Set([week.id]))
  })

  it('of a logbook that is no longer here can be let go of, too', async () => {
    await workspace.db.write(['books'], ({ books }) => books.remove(logbookId))
    await refused('not-found')
    await open()
    await userEvent.click(screen.getByRole('button', { name: 'Retirer la photo' }))
    await waitFor(async () => {
      expect(await rowsOf(workspace.db, 'files')).toEqual([])
    })
  })
})

const otherPhoto = () => ({ sha256: 'e'.repeat(64), size: 3, mime: 'image/jpeg' as const })
