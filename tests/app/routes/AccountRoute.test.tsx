import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { afterEach, expect, it, vi } from 'vitest'
import { AccountRoute } from '#app/routes/AccountRoute.tsx'
import { useLanguageChoice } from '#app/language.ts'
import { chooseShortcuts, useShortcutChoice } from '#app/shortcutChoice.ts'
import { WorkspaceContext } from '#app/workspace.ts'
import type { DeviceId } from '#domain/identifiers.ts'
import { PROTOCOL_HEADER } from '#protocol/conversation.ts'
import { ownDevice } from '#store/device.ts'
import { nextId, personId } from '#tests/support/builders.ts'
import { aScreen } from '#tests/support/aScreen.ts'
import { addBook, aWorkspace } from './aWorkspace.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  role = 'apprentice'
})

let role: 'apprentice' | 'master' = 'apprentice'

const open = async (
  answer: (here: DeviceId) => Response | Promise<Response>,
  ...media: readonly string[]
) => {
  aScreen(...media)
  const workspace = aWorkspace('apprentice')
  await addBook(workspace.db, role)
  const { id } = await ownDevice(workspace.db, nextId<DeviceId>)
  vi.stubGlobal('fetch', () => Promise.resolve(answer(id)))
  render(
    <WorkspaceContext value={workspace}>
      <MemoryRouter>
        <AccountRoute />
      </MemoryRouter>
    </WorkspaceContext>,
  )
  return screen.findByRole('region', { name: 'Mes appareils' })
}

const json = (body: unknown) =>
  new Response(JSON.stringify(body), { headers: { [PROTOCOL_HEADER]: '1' } })

it('says what never left another device, and what a browser deleted there', async () => {
  const seen = { lastSeenAt: '2025-11-05T17:02:00.000Z' }
  const region = await open((here) =>
    json({
      devices: [
        { ...seen, id: here, label: 'Chrome, Android', pending: 4, emptiedAt: null },
        { ...seen, id: nextId(), label: 'Redmi', pending: 3, emptiedAt: null },
        { ...seen, id: nextId(), label: 'Safari, iPhone', pending: 1, emptiedAt: seen.lastSeenAt },
        { ...seen, id: nextId(), label: 'Firefox, Linux', pending: 0, emptiedAt: null },
      ],
    }),
  )
  await within(region).findByText('Cet appareil')
  expect(within(region).getAllByText(/^Vu le 5\snov\., \d\d\sh\s02$/u)).toHaveLength(4)
  expect(region).toHaveTextContent('3 éléments ne sont jamais partis de cet appareil.')
  expect(region).toHaveTextContent('Le navigateur y a effacé Livret. Un élément n’était pas parti.')
  // What waits here is told by the chip, with what to do.
  expect(region).not.toHaveTextContent('4 éléments')
})

it('without a network says so', async () => {
  const region = await open(() => Promise.reject(new TypeError('lost')))
  expect(await within(region).findByText(/Il faut le réseau/u)).toBeVisible()
})

it('single-key shortcuts can be switched off where there is a keyboard, and are not spoken of elsewhere', async () => {
  await open(() => Promise.reject(new TypeError('offline')))
  expect(screen.queryByRole('group', { name: 'Raccourcis à une touche' })).toBeNull()
  cleanup()

  await open(() => Promise.reject(new TypeError('offline')), '(any-pointer: fine)')
  await userEvent.click(screen.getByRole('radio', { name: 'Coupés' }))
  expect(screen.getByRole('radio', { name: 'Coupés' })).toBeChecked()
  expect(useShortcutChoice.getState().letters).toBe(false)
  chooseShortcuts(true)
})

it('an apprentice can be called « tu », who is called « vous » as long as nobody asked; others are not asked', async () => {
  await open(() => Promise.reject(new TypeError('lost')))
  expect(await screen.findByRole('radio', { name: 'Vous' })).toBeChecked()
  await userEvent.click(screen.getByRole('radio', { name: 'Tu' }))
  expect(screen.getByRole('radio', { name: 'Tu' })).toBeChecked()
  expect(useLanguageChoice.getState().tu).toBe(personId('apprentice'))
  // Whoever else opens this device is called as before.
  expect(localStorage.getItem('livret-tu')).toBe(personId('apprentice'))

  cleanup()
  role = 'master'
  await open(() => Promise.reject(new TypeError('lost')))
  expect(await screen.findByRole('radio', { name: 'English' })).toBeVisible()
  expect(screen.queryByRole('radio', { name: 'Tu' })).toBeNull()
})
