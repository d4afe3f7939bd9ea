import { render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactElement } from 'react'
import { MemoryRouter, Route, Routes, useLocation } from 'react-router'
import { WorkspaceContext, type Workspace } from '#app/workspace.ts'
import { rowsOf } from '#tests/store/aDatabase.ts'
import { aWorkspace } from './aWorkspace.ts'

/** A device that can be handed over: acts of somebody present carry their name. */
export function aDevice(who: Parameters<typeof aWorkspace>[0]): Workspace {
  const own = aWorkspace(who)
  return {
    ...own,
    sign: ({ id, kind }, hash, actor) => {
      const intent = own.newIntent(actor.via ? actor.personId : undefined)
      return own.act({ ...intent, documentId: id, kind, type: 'sign', hash, jws: null }, actor)
    },
    draftOf: (kind, documentId, identity, actor) => ({
      ...own.draftOf(kind, documentId, identity, actor),
      newIntent: () => own.newIntent(actor.via ? actor.personId : undefined),
    }),
  }
}

function Address() {
  return <p aria-label="address">{useLocation().pathname}</p>
}

/** Opens `element` for the addresses of `path`, at `at`, on the device of `workspace`. */
export const openRoute = (workspace: Workspace, path: string, at: string, element: ReactElement) =>
  render(
    <WorkspaceContext value={workspace}>
      <MemoryRouter initialEntries={[at]}>
        <Routes>
          <Route path={path} element={element} />
          <Route path="*" element={null} />
        </Routes>
        <Address />
      </MemoryRouter>
    </WorkspaceContext>,
  )

/** Taps and counts them. Typing and dictating are not taps. */
export function aThumb() {
  const user = userEvent.setup()
  let taps = 0
  return {
    tap: async (element: Element) => {
      taps += 1
      await user.click(element)
    },
    type: (element: Element, text: string) => user.type(element, text, { skipClick: true }),
    taps: () => taps,
  }
}

/** What this device has written, in order. */
export const written = async ({ db }: Workspace) =>
  (await rowsOf(db, 'outbox')).map(({ operation, actor }) => ({
    ...operation,
    actor,
  }))
