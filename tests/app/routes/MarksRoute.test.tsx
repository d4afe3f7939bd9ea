import { MarkRoute } from '#app/routes/MarkRoute.tsx'
import { MarksRoute } from '#app/routes/MarksRoute.tsx'
import type { Workspace } from '#app/workspace.ts'
import { hold, pulledAs } from '#tests/store/aDatabase.ts'
import { aBook, logbookId, nextId } from '#tests/support/builders.ts'
import { writePublished } from '#tests/support/trainingDocuments.ts'
import { fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { addBook } from './aWorkspace.ts'
import { aDevice, openRoute, written } from './openRoute.tsx'

const base = `/livret/${logbookId}/resultats`

async function aDeviceOf(role: 'apprentice' | 'master' | 'trainer') {
  const workspace = aDevice(role)
  await addBook(workspace.db, role)
  const book = aBook()
  const marks = [
    writePublished(book, 'mark', 'published'),
    writePublished(book, 'mark', 'published', {
      set: { label: 'Oral blanc', hundredths: 1_500, weight: 3, exam: 'E6', subject: 'networks' },
    }),
  ]
  await hold(workspace.db, ...marks.map((mark) => pulledAs(mark)))
  return workspace
}
const openMarks = (workspace: Workspace) =>
  openRoute(workspace, '/livret/:logbookId/resultats', base, <MarksRoute />)
const openMark = (workspace: Workspace, id: string = nextId()) =>
  openRoute(workspace, '/livret/:logbookId/resultats/:documentId', `${base}/${id}`, <MarkRoute />)

it('an apprentice reads where the marks would lead, with the coefficients of the diploma', async () => {
  openMarks(await aDeviceOf('apprentice'))

  // 12.5 × 5 + 15 × 3 = 107.5, over 8 coefficients.
  expect(await screen.findByText('13,43 de moyenne, sur 8 des 21 coefficients')).toBeVisible()
  // (210 − 107.5) / 13
  expect(screen.getByText('Il faudrait 7,89 de moyenne au reste pour avoir 10.')).toBeVisible()
})

it('a supposed mark changes what would come out, and nothing that is kept', async () => {
  const workspace = await aDeviceOf('apprentice')
  openMarks(workspace)
  await userEvent.click(await screen.findByText(/^Et si/u))
  const field = screen.getByLabelText('Note supposée en E4')
  await userEvent.type(field, '25')
  expect(field).toHaveAccessibleDescription(/Écrivez une note de 0 à 20/u)
  await userEvent.clear(field)
  await userEvent.type(field, '5')

  // 5 × 5 + 45 = 70, over 8.
  expect(screen.getByText(/^Avec ces suppositions\s: 8,75 de moyenne/u)).toBeVisible()
  expect(await written(workspace)).toEqual([])
})

it('a master reads no mark, whatever came to the device', async () => {
  openMarks(await aDeviceOf('master'))

  expect(await screen.findByText('Les notes restent entre le CFA et l’apprenti.')).toBeVisible()
  expect(screen.queryByText('Oral blanc')).toBeNull()
})

it('a trainer gives a mark offline: what is kept is what was typed, to the hundredth', async () => {
  const workspace = await aDeviceOf('trainer')
  openMark(workspace)
  await userEvent.type(await screen.findByLabelText('De quoi s’agit-il'), 'Quiz')
  await userEvent.selectOptions(screen.getByLabelText('Matière'), 'cejm')
  await userEvent.type(screen.getByLabelText('Note sur 20'), '13,75')
  await userEvent.click(screen.getByRole('button', { name: 'Envoyer' }))

  expect(await screen.findByText(base)).toBeVisible()
  const operations = await written(workspace)
  expect(operations.map(({ type }) => type)).toEqual(['patch', 'publish'])
  expect(operations[0]).toMatchObject({
    set: { label: 'Quiz', subject: 'cejm', exam: 'E3', hundredths: 1_375, date: '2025-11-07' },
  })
})

it('a mark given by mistake is taken back, and what the trainer wrote beside one is read', async () => {
  const workspace = await aDeviceOf('trainer')
  const mistaken = writePublished(aBook(), 'mark', 'amended', {
    set: { label: 'Pas à elle', remark: 'Bonne écoute.' },
  })
  await hold(workspace.db, pulledAs(mistaken))
  const { unmount } = openMarks(workspace)
  expect(await screen.findByText(/^«\sBonne écoute\.\s»$/u)).toBeVisible()
  unmount()

  openMark(workspace, mistaken.id)
  await userEvent.click(await screen.findByRole('button', { name: 'Retirer cette note' }))

  expect(await screen.findByText(base)).toBeVisible()
  expect(await written(workspace)).toMatchObject([
    { type: 'patch', set: { cancelled: 'yes' } },
    { type: 'publish' },
  ])
})

it('what is no mark is not sent', async () => {
  const workspace = await aDeviceOf('trainer')
  openMark(workspace)
  await userEvent.type(await screen.findByLabelText('De quoi s’agit-il'), 'Quiz')
  await userEvent.selectOptions(screen.getByLabelText('Matière'), 'cejm')
  await userEvent.type(screen.getByLabelText('Note sur 20'), '21')
  await userEvent.click(screen.getByRole('button', { name: 'Envoyer' }))

  expect(screen.getByLabelText('Note sur 20')).toHaveValue('21')
  expect((await written(workspace)).map(({ type }) => type)).not.toContain('publish')
})

it('a trainer notes a kept mark of the exam offline: below 10 it is none', async () => {
  const workspace = await aDeviceOf('trainer')
  openRoute(
    workspace,
    '/livret/:logbookId/resultats/:documentId',
    `${base}/${nextId()}?gardee=oui`,
    <MarkRoute />,
  )
  await userEvent.click(await screen.findByRole('button', { name: 'Envoyer' }))
  expect(screen.getByLabelText('Épreuve')).toHaveAccessibleDescription('Choisissez une épreuve.')
  expect(screen.getByLabelText('Date des résultats')).toHaveAccessibleDescription(
    'Donnez une date passée.',
  )
  await userEvent.selectOptions(screen.getByLabelText('Épreuve'), 'E5')
  fireEvent.change(screen.getByLabelText('Date des résultats'), { target: { value: '2025-07-04' } })
  const mark = screen.getByLabelText('Note sur 20')
  await userEvent.type(mark, '9,99')
  await userEvent.click(screen.getByRole('button', { name: 'Envoyer' }))
  expect(mark).toHaveAccessibleDescription(/Écrivez une note de 10 à 20/u)

  await userEvent.clear(mark)
  await userEvent.type(mark, '10')
  await userEvent.click(screen.getByRole('button', { name: 'Envoyer' }))
  expect(await screen.findByText(base)).toBeVisible()
  const operations = await written(workspace)
  expect(operations.at(-1)).toMatchObject({ kind: 'mark', type: 'publish' })
  const set = operations.map((each) => ('set' in each ? each.set : {}))
  expect(Object.fromEntries(set.flatMap((each) => Object.entries(each)))).toEqual({
    former: 'yes',
    exam: 'E5',
    hundredths: 1_000,
    date: '2025-07-04',
  })
})

it('a kept mark counts as it is, cannot be supposed, and is corrected like any other', async () => {
  const workspace = await aDeviceOf('trainer')
  const kept = writePublished(aBook(), 'mark', 'published', {
    set: { former: 'yes', exam: 'E1', hundredths: 1_100, date: '2025-07-04', subject: null },
  })
  await hold(workspace.db, pulledAs(kept))
  openMarks(workspace)

  // 12.5 × 5 + 15 × 3 + 11 × 3 = 140.5, over 11 coefficients.
  expect(await screen.findByText('12,77 de moyenne, sur 11 des 21 coefficients')).toBeVisible()
  expect(screen.getByText('11,00 sur 20, gardé')).toBeVisible()
  expect(screen.queryByLabelText('Note supposée en E1')).toBeNull()
  expect(
    screen.getByText(/^Obtenu le 4\sjuillet 2025, valable jusqu’au 4\sjuillet 2030$/u),
  ).toBeVisible()
  expect(screen.getByRole('button', { name: /^Corriger\s: Épreuve E1$/u })).toBeVisible()
})

it('who would fail with these marks reads which of them could be kept', async () => {
  openMarks(await aDeviceOf('apprentice'))
  await userEvent.click(await screen.findByText(/^Et si/u))
  for (const field of screen.getAllByLabelText(/^Note supposée en E(?:1|2|3|5)/u)) {
    fireEvent.change(field, { target: { value: '5' } })
  }
  // 12.5 in E4 and 15 in E6, and 5 in all the rest.
  expect(
    screen.getByText(
      /il manquerait des points\. Pourraient être gardées cinq ans, sur demande\s: E4, E6\.$/u,
    ),
  ).toBeVisible()
})
