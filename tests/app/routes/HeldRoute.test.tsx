import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { HeldRoute } from '#app/routes/HeldRoute.tsx'
import type { Workspace } from '#app/workspace.ts'
import type { HeldItem } from '#protocol/held.ts'
import type { SyncState } from '#sync/syncState.ts'
import { hold, pulledAs } from '#tests/store/aDatabase.ts'
import { aWeek, logbookId, nextId, personId } from '#tests/support/builders.ts'
import { addBook } from './aWorkspace.ts'
import { aDevice, openRoute } from './openRoute.tsx'
import { problem, serve } from './serve.ts'

let workspace: Workspace
beforeEach(async () => {
  workspace = aDevice('trainer')
  await addBook(workspace.db, 'trainer')
})

afterEach(() => {
  vi.restoreAllMocks()
})

const entry = aWeek('submitted')
const anItem = (change: Partial<HeldItem> = {}): HeldItem => ({
  ...{ operationId: nextId<never>(), personId: personId('master'), name: 'Paul Durand' },
  ...{ role: 'master', via: null, kind: 'entry', act: 'sign', documentId: entry.id },
  ...{ when: '2025-W45', writtenAt: '2025-11-05T08:00:00.000Z' },
  ...{ receivedAt: '2025-11-07T17:30:00.000Z', code: 'late', words: [], broughtBy: null },
  ...change,
})

const list =
  (...items: HeldItem[]) =>
  () =>
    [200, { items, total: items.length }] as const

const path = `/api/v1/logbooks/${logbookId}/held`
const open = () =>
  openRoute(
    workspace,
    '/livret/:logbookId/a-trancher',
    `/livret/${logbookId}/a-trancher`,
    <HeldRoute />,
  )
const takeButton = () => screen.findByRole('button', { name: /^Prendre en compte\s:/u })
const refuseButton = () => screen.findByRole('button', { name: /^Ne pas prendre en compte\s:/u })

it('says who, what, when and why in plain words, with the words, and leads to the document', async () => {
  await hold(workspace.db, pulledAs(entry))
  const words = anItem({
    ...{ code: 'unreadable', kind: 'podcast', act: 'record', documentId: null, when: '' },
    ...{ writtenAt: null, words: ['Salon de Lyon'], via: 'Claire Roux' },
  })
  serve(list(anItem(), words))
  open()

  expect(await screen.findByRole('heading', { name: /^Semaine\s45\s: signature$/u })).toBeVisible()
  expect(screen.getByText('Paul Durand, maître d’apprentissage')).toBeVisible()
  expect(screen.getByText(/après le dernier jour de cette personne/u)).toBeVisible()
  expect(screen.getByText(/^mercredi 5\snovembre 2025 à/u)).toBeVisible()
  expect(await screen.findByRole('link', { name: 'Voir le document' })).toHaveAttribute(
    'href',
    `/livret/${logbookId}/semaine/2025-W45`,
  )
  expect(screen.getByRole('heading', { name: 'Envoi inconnu' })).toBeVisible()
  expect(screen.getByText(/sur l’appareil de\sClaire Roux$/u)).toBeVisible()
  expect(screen.getByText('On ne sait pas quand')).toBeVisible()
  expect(screen.getByText('Salon de Lyon')).toBeVisible()
})

it('what is taken leaves the list, and is said to count', async () => {
  const item = anItem()
  const asked = serve(list(item), () => [200, { verdict: 'applied', code: null }], list())
  open()
  await userEvent.click(await takeButton())

  expect(await screen.findByText('C’est pris en compte.')).toBeVisible()
  expect(await screen.findByText('Il n’y a rien à trancher.')).toBeVisible()
  expect(asked[1]).toEqual({
    method: 'POST',
    path: `${path}/${item.operationId}`,
    body: { decision: 'take', reason: null },
  })
})

it.each([
  ['rejected', 'wrong-state', /^Le livret a changé depuis/u],
  ['rejected', 'bad-signature', /^La signature n’est pas valable/u],
  ['merged', 'late', /^C’est gardé dans le livret/u],
])(
  'what was taken and came to nothing is not said to count: %s %s',
  async (verdict, code, said) => {
    serve(list(anItem()), () => [200, { verdict, code }], list())
    open()
    await userEvent.click(await takeButton())
    expect(await screen.findByText(said)).toBeVisible()
    expect(screen.queryByText('C’est pris en compte.')).toBeNull()
  },
)

it('nothing is refused without a reason, and what was typed stays when the network is gone', async () => {
  const asked = serve(
    list(anItem()),
    null,
    () => [200, { verdict: 'rejected', code: 'not-taken' }],
    list(),
  )
  open()
  await userEvent.click(await refuseButton())
  const dialog = await screen.findByRole('dialog')
  const confirm = within(dialog).getByRole('button', { name: 'Ne pas prendre en compte' })
  await userEvent.click(confirm)
  expect(within(dialog).getByText('Écrivez pourquoi, en quelques mots.')).toBeVisible()
  expect(asked).toHaveLength(1)

  const field = within(dialog).getByRole('textbox', { name: /^Pourquoi/u })
  expect(field).toHaveFocus()
  await userEvent.type(field, 'Un doublon')
  await userEvent.click(confirm)
  expect(await within(dialog).findByRole('alert')).toHaveTextContent(/^Il faut le réseau/u)
  expect(field).toHaveValue('Un doublon')
  await userEvent.click(confirm)
  expect(await screen.findByText(/^Ce n’est pas pris en compte/u)).toBeVisible()
  expect(asked[2]?.body).toEqual({ decision: 'refuse', reason: 'Un doublon' })
})

it('what still cannot be carried out stays in the list, with a word about it', async () => {
  serve(list(anItem()), problem(409, 'still-held'))
  open()
  await userEvent.click(await takeButton())
  expect(await screen.findByRole('alert')).toHaveTextContent(/^Livret ne sait toujours pas/u)
  expect(await takeButton()).toBeVisible()
})

it('photos that are missing are said to be what is missing', async () => {
  const answer = { code: 'still-held', message: 'Non.', why: 'files-missing' }
  serve(list(anItem()), () => [409, answer])
  open()
  await userEvent.click(await takeButton())
  expect(await screen.findByRole('alert')).toHaveTextContent(/^Il manque encore des photos/u)
})

it('what somebody else has settled meanwhile leaves the list', async () => {
  serve(list(anItem()), problem(409, 'already-settled'), list())
  open()
  await userEvent.click(await takeButton())
  expect(await screen.findByText('Quelqu’un l’a déjà tranché.')).toBeVisible()
  expect(await screen.findByText('Il n’y a rien à trancher.')).toBeVisible()
})

it('without a network it says so, and asks by itself when it is back', async () => {
  const state = createStore<SyncState>(() => ({
    phase: 'offline',
    code: null,
    answered: true,
    stuck: false,
  }))
  workspace = { ...workspace, sync: { ...workspace.sync, state } }
  serve(null, null, list(anItem()))
  open()
  expect(await screen.findByText('Il faut le réseau')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Réessayer' }))
  state.setState({ phase: 'idle' })
  expect(await takeButton()).toBeVisible()
})

it.each([
  [404, 'not-found', 'Vous n’avez rien à trancher dans ce livret.'],
  [500, 'failed', 'Le serveur n’a pas répondu'],
])('a list that cannot be had (%i) is no empty list', async (status, code, said) => {
  serve(problem(status, code))
  open()
  expect(await screen.findByText(said)).toBeVisible()
  await waitFor(() => {
    expect(screen.queryByText('Il n’y a rien à trancher.')).toBeNull()
  })
})

it('what came in a file says who brought it, and is taken all at once in the order it was written', async () => {
  const rescued = { code: 'rescued', broughtBy: 'Hélène Martinet' }
  const items = [anItem(rescued), anItem(rescued)]
  const asked = serve(list(...items), () => [200, { verdict: 'applied', code: null }])
  open()
  expect(await screen.findAllByText('Hélène Martinet')).toHaveLength(2)
  await userEvent.click(
    screen.getByRole('button', { name: /^Prendre en compte les 2\senvois du fichier$/u }),
  )
  await waitFor(() => {
    const settled = asked.filter(({ body }) => body !== null)
    expect(settled.map(({ path }) => path.split('/').at(-1))).toEqual(
      items.map(({ operationId }) => operationId),
    )
  })
})

it('taking all ends at the first that is not possible, and says why', async () => {
  const items = [anItem({ code: 'rescued' }), anItem({ code: 'rescued' })]
  const asked = serve(list(...items), problem(409, 'still-held'), list(...items))
  open()
  await userEvent.click(
    await screen.findByRole('button', { name: /^Prendre en compte les 2\senvois/u }),
  )
  expect(await screen.findByText(/^Livret ne sait toujours pas le traiter/u)).toBeVisible()
  expect(asked.filter(({ body }) => body !== null)).toHaveLength(1)
})
