import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { MasterHomeRoute } from '#app/routes/MasterHomeRoute.tsx'
import { aWeek } from '#tests/support/builders.ts'
import { hold, pulledAs } from '#tests/store/aDatabase.ts'
import { addBook, aWorkspace } from './aWorkspace.ts'
import { openRoute } from './openRoute.tsx'

it('a week that comes while the page is open says so: “sign all” means one more', async () => {
  const workspace = aWorkspace('master')
  await addBook(workspace.db, 'master')
  const bring = (...weeks: string[]) =>
    hold(workspace.db, ...weeks.map((week) => pulledAs(aWeek('submitted', { week }))))
  await bring('2025-W43', '2025-W44')
  openRoute(workspace, '/', '/', <MasterHomeRoute />)
  await screen.findByRole('button', { name: /^Signer les 2\ssemaines$/u })
  expect(screen.queryByText(/arriver/u)).toBeNull()

  await bring('2025-W45')
  expect(await screen.findByText(/^La semaine\s45 de\sLéa vient d’arriver\.$/u)).toBeVisible()
  expect(screen.getByRole('button', { name: /^Signer les 3\ssemaines$/u })).toBeVisible()

  await userEvent.click(
    screen.getByRole('button', { name: /^Renvoyer à corriger la semaine\s44 de\sLéa$/u }),
  )
  const dialog = within(screen.getByRole('dialog'))
  await userEvent.click(dialog.getByRole('button', { name: 'Il manque une tâche' }))
  await screen.findByText('Renvoyée à Léa.')
  await bring('2025-W46')
  // What was done a moment ago is still said.
  const both = /^Renvoyée à Léa\. La semaine\s46 de\sLéa vient d’arriver\.$/u
  expect(await screen.findByText(both)).toBeVisible()
})
