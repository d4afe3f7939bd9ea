import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { EmptiedNotice } from '#app/EmptiedNotice.tsx'
import { WorkspaceContext } from '#app/workspace.ts'
import type { DeviceId } from '#domain/identifiers.ts'
import { markRegistered, ownDevice } from '#store/device.ts'
import { nextId } from '#tests/support/builders.ts'
import { aWorkspace } from './routes/aWorkspace.ts'

const open = async (pending: number) => {
  const workspace = aWorkspace('apprentice')
  const device = await ownDevice(workspace.db, nextId<DeviceId>)
  const emptied = { pending, lastSeenAt: '2025-11-05T17:02:00.000Z' }
  await markRegistered(workspace.db, device, emptied)
  render(
    <WorkspaceContext value={workspace}>
      <EmptiedNotice />
    </WorkspaceContext>,
  )
  return screen.findByRole('status')
}

it.each([
  [2, '2 éléments n’étaient pas partis'],
  [1, 'Un élément n’était pas parti'],
  [0, 'Ce que vous avez écrit sans réseau depuis le 5'],
])('what a browser deleted is said (%i)', async (pending, words) => {
  expect(await open(pending)).toHaveTextContent(words)
})

it('it is said until the person knows, and no longer', async () => {
  await open(1)
  await userEvent.click(screen.getByRole('button', { name: 'J’ai compris' }))
  await waitFor(() => {
    expect(screen.queryByRole('status')).toBeNull()
  })
})
