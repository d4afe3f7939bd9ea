import { act as update, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { MasterHomeRoute } from '#app/routes/MasterHomeRoute.tsx'
import { WeekRoute } from '#app/routes/WeekRoute.tsx'
import type { Workspace } from '#app/workspace.ts'
import { keepPicture } from '#store/pictures.ts'
import { settle } from '#store/outbox.ts'
import { hold, pulledAs, rowsOf } from '#tests/store/aDatabase.ts'
import { aWeek, logbookId, NOW } from '#tests/support/builders.ts'
import { addBook, aWorkspace } from './aWorkspace.ts'
import { openRoute } from './openRoute.tsx'

let workspace: Workspace
let look: ReturnType<typeof vi.fn<() => Promise<void>>>

beforeEach(async () => {
  look = vi.fn(() => Promise.resolve())
  const own = aWorkspace('master')
  workspace = { ...own, sync: { ...own.sync, now: look } }
  await addBook(workspace.db, 'master')
})

const hashes = ['a', 'b'].map((letter) => letter.repeat(64))
const photos = Object.fromEntries(
  hashes.map((sha256) => [`photos/${sha256.slice(0, 8)}`, { sha256, size: 9, mime: 'image/jpeg' }]),
)
const arrive = (sha256 = '') =>
  keepPicture(
    workspace.db,
    { sha256, form: 'thumbnail', logbookId, usedAt: NOW },
    new ArrayBuffer(1),
  )

async function openHome() {
  const withPhotos = aWeek('submitted', { week: '2025-W44', more: photos })
  const ready = ['2025-W43', '2025-W45'].map((week) => aWeek('submitted', { week }))
  await hold(workspace.db, ...[withPhotos, ...ready].map((week) => pulledAs(week)))
  openRoute(workspace, '/', '/', <MasterHomeRoute />)
  await screen.findByRole('heading', { name: /semaine\s44$/u })
  return withPhotos
}

const signButtons = () => screen.queryAllByRole('button', { name: /^Signer la semaine/u }).length

describe('a week whose photos have not arrived', () => {
  it('says so in the place of its button, and lets the others be signed', async () => {
    await openHome()
    expect(await screen.findByText(/^2\sphotos ne sont pas encore arrivées$/u)).toBeVisible()
    expect(screen.getByText('Vous pourrez signer dès qu’elles seront là.')).toBeVisible()
    expect(signButtons()).toBe(2)

    await userEvent.click(screen.getByRole('button', { name: /^Signer les 2\ssemaines$/u }))
    expect(await screen.findByText('2 semaines signées.')).toBeVisible()
    expect(await rowsOf(workspace.db, 'outbox')).toHaveLength(2)
    // It can still go back to its author.
    expect(
      screen.getByRole('button', { name: /^Renvoyer à corriger la semaine\s44/u }),
    ).toBeVisible()
  })

  it('can be asked after, and gets its button as soon as the last photo is there', async () => {
    await openHome()
    await userEvent.click(
      await screen.findByRole('button', { name: /^Regarder à nouveau la semaine\s44 de\sLéa$/u }),
    )
    expect(look).toHaveBeenCalledOnce()

    await update(() => arrive(hashes[0]))
    expect(await screen.findByText('Une photo n’est pas encore arrivée')).toBeVisible()
    expect(signButtons()).toBe(2)
    await update(() => arrive(hashes[1]))
    expect(await screen.findByRole('button', { name: /^Signer la semaine\s44/u })).toBeVisible()
    expect(screen.queryByText(/encore arrivée/u)).toBeNull()
  })

  it('takes the focus from nobody while the others come', async () => {
    const here = new Set<string>()
    const fileUrl = (_: string, sha256: string) =>
      Promise.resolve(here.has(sha256) ? `blob:${sha256}` : null)
    workspace = { ...workspace, fileUrl }
    here.add(hashes[0] ?? '')
    await openHome()
    const first = await screen.findByRole('button', { name: 'Agrandir la photo 1' })
    first.focus()

    here.add(hashes[1] ?? '')
    await update(async () => {
      for (const hash of hashes) await arrive(hash)
    })
    expect(await screen.findByRole('button', { name: 'Agrandir la photo 2' })).toBeVisible()
    expect(first).toHaveFocus()
  })

  it('is signed on its own page only when they are there', async () => {
    const week = aWeek('submitted', { week: '2025-W44', more: photos })
    await hold(workspace.db, pulledAs(week))
    openRoute(
      workspace,
      '/livret/:logbookId/semaine/:week',
      `/livret/${logbookId}/semaine/2025-W44`,
      <WeekRoute />,
    )
    expect(await screen.findByText(/^2\sphotos ne sont pas encore arrivées$/u)).toBeVisible()
    expect(signButtons()).toBe(0)
    await update(async () => {
      for (const hash of hashes) await arrive(hash)
    })
    expect(await screen.findByRole('button', { name: /^Signer la semaine\s44/u })).toBeVisible()
  })
})

it('a week whose memo has not arrived says so, and is signed once it can be heard', async () => {
  const sha256 = 'c'.repeat(64)
  const sound = { sha256, size: 9, mime: 'audio/webm' }
  const { db } = workspace
  const week = aWeek('submitted', { week: '2025-W44', more: { 'memos/m/sound': sound } })
  await hold(db, pulledAs(week))
  openRoute(
    workspace,
    '/livret/:logbookId/semaine/:week',
    `/livret/${logbookId}/semaine/2025-W44`,
    <WeekRoute />,
  )
  expect(await screen.findByText('Un mémo vocal n’est pas encore arrivé')).toBeVisible()
  expect(screen.getByText('Vous pourrez signer dès qu’il sera là.')).toBeVisible()
  expect(signButtons()).toBe(0)

  const place = { sha256, form: 'original', logbookId, usedAt: NOW } as const
  await update(() => keepPicture(db, place, new ArrayBuffer(1)))
  expect(await screen.findByRole('button', { name: /^Signer la semaine\s44/u })).toBeVisible()
})

it('a signature that came before the photos is said to be kept, and nobody is asked for it again', async () => {
  for (const hash of hashes) await arrive(hash)
  await openHome()
  await userEvent.click(await screen.findByRole('button', { name: /^Signer la semaine\s44/u }))
  await screen.findByText(/^Semaine\s44 .+ signée\.$/u)
  const [row] = await rowsOf(workspace.db, 'outbox')
  if (!row) throw new Error('nothing was signed')
  const { id } = row.operation
  const verdict = { id, n: 1, seq: 1, verdict: 'held', code: 'files-missing' } as const
  await update(() => settle(workspace.db, logbookId, { results: [verdict], serverTime: NOW }))

  expect(await screen.findByText('Votre signature est gardée')).toBeVisible()
  expect(signButtons()).toBe(2)
})
