import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it } from 'vitest'
import { CohortRoute } from '#app/routes/CohortRoute.tsx'
import type { Workspace } from '#app/workspace.ts'
import { hold, pulledAs } from '#tests/store/aDatabase.ts'
import { aBookPart, pull } from '#tests/store/aPull.ts'
import { aWeek, logbookId, logbooks } from '#tests/support/builders.ts'
import { addBook, someFacts } from './aWorkspace.ts'
import { aDevice, openRoute } from './openRoute.tsx'

let workspace: Workspace

beforeEach(() => {
  workspace = aDevice('coordinator')
})

const open = () => openRoute(workspace, '/promotion', '/promotion', <CohortRoute />)
const rows = async () =>
  within(await screen.findByRole('list', { name: 'Apprentis de la promotion' })).getAllByRole(
    'listitem',
  )

/** Léa has three weeks signed; Inès has written nothing. */
async function twoApprentices() {
  await addBook(workspace.db, 'coordinator')
  await addBook(workspace.db, 'coordinator', someFacts('secondApprentice', logbooks.elsewhere))
  const weeks = ['2025-W41', '2025-W42', '2025-W43']
  await hold(workspace.db, ...weeks.map((week) => pulledAs(aWeek('signed', { week }))))
}

it('who is lost comes first, says what is missing in words, and leads to the logbook', async () => {
  await twoApprentices()
  open()

  const [first, second] = await rows()
  if (!first || !second) throw new Error('two rows')
  expect(within(first).getByRole('link')).toHaveTextContent('Inès Benali')
  expect(first).toHaveTextContent(/0\ssignée sur \d/u)
  expect(first).toHaveTextContent(/\d en retard/u)
  expect(within(second).getByRole('link')).toHaveAttribute('href', `/livret/${logbookId}`)
  expect(within(second).getByRole('img')).toHaveAccessibleName(
    /^Léa Moreau\s: 3 semaines signées sur \d, 0 envoyée, \d en retard, 0 à corriger$/u,
  )
})

it('by name, whoever one looks for stands where the alphabet says', async () => {
  await twoApprentices()
  await addBook(
    workspace.db,
    'coordinator',
    someFacts('apprentice', '019a5b10-0000-7000-8000-0000000000aa' as typeof logbookId),
  )
  open()
  await rows()

  await userEvent.click(screen.getByRole('radio', { name: 'Par nom' }))
  const names = (await rows()).map((row) => within(row).getByRole('link').textContent)
  expect(names).toEqual([...names].sort((one, other) => one.localeCompare(other, 'fr')))
  expect(names).toHaveLength(3)
})

it('says for all together how much of what is expected is signed', async () => {
  await twoApprentices()
  open()
  await rows()

  expect(screen.getByText(/^2\sapprentis$/u)).toBeVisible()
  expect(
    screen.getByRole('img', { name: /^\d+\s% des semaines attendues sont signées$/u }),
  ).toBeInTheDocument()
})

it('a week that is signed while the list is open stands in it at once', async () => {
  const own = { role: 'coordinator', facts: someFacts() } as const
  await pull(workspace.db, aBookPart(1, [], own))
  open()
  expect((await rows())[0]).toHaveTextContent(/0\ssignée sur \d/u)

  await pull(workspace.db, aBookPart(2, [pulledAs(aWeek('signed'), 2)], { ...own, facts: null }))

  await waitFor(async () => {
    expect((await rows())[0]).toHaveTextContent(/1\ssignée sur \d/u)
  })
})
