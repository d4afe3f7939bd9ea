import { act, render, screen } from '@testing-library/react'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { FirstSync } from '#app/FirstSync.tsx'
import { WorkspaceContext } from '#app/workspace.ts'
import { createSyncState, type SyncState } from '#sync/syncState.ts'
import { centre } from '#tests/features/centre/someCentre.ts'
import { aWorkspace } from './routes/aWorkspace.ts'
import { problem, serve } from './routes/serve.ts'

let asked: ReturnType<typeof serve>
beforeEach(() => {
  asked = serve(problem(404, 'not-found'))
})
afterEach(() => {
  vi.restoreAllMocks()
})

const open = () => {
  const state = createSyncState()
  const workspace = aWorkspace('apprentice', { sync: { state, now: () => Promise.resolve() } })
  render(
    <WorkspaceContext value={workspace}>
      <MemoryRouter>
        <FirstSync />
      </MemoryRouter>
    </WorkspaceContext>,
  )
  return (change: Partial<SyncState>) => {
    act(() => {
      state.setState(change)
    })
  }
}

const none = 'Aucun livret ne vous est ouvert.'

it('before the server has said so, nobody reads that there is no logbook', () => {
  const become = open()
  expect(screen.getByText('Nous préparons votre livret sur cet appareil.')).toBeVisible()
  become({ phase: 'sending' })
  expect(screen.queryByText(none)).toBeNull()
  become({ phase: 'idle', answered: true })
  expect(screen.getByText(none)).toBeVisible()
})

it.each(['offline', 'problem', 'signed-out'] as const)(
  'a first start that the server does not answer (%s) says what it waits for',
  (phase) => {
    const become = open()
    become({ phase })
    expect(screen.queryByText(none)).toBeNull()
    expect(screen.getByRole('status')).toHaveTextContent(/arrivera tout seul avec le réseau\.$/u)
  },
)

it('who coordinates a centre without logbooks is led to open the first, once there are surely none', async () => {
  asked = serve(() => [200, centre])
  const become = open()
  become({ phase: 'sending' })
  expect(asked).toEqual([])
  become({ phase: 'idle', answered: true })
  expect(await screen.findByRole('link', { name: 'Ouvrir des livrets' })).toHaveAttribute(
    'href',
    '/centre/livrets',
  )
  expect(screen.queryByText(none)).toBeNull()
})

it('who coordinates none is asked nothing more, and offered nothing', async () => {
  const become = open()
  become({ phase: 'idle', answered: true })
  await vi.waitFor(() => {
    expect(asked).toHaveLength(1)
  })
  expect(screen.getByText(none)).toBeVisible()
  expect(screen.queryByRole('link')).toBeNull()
})
