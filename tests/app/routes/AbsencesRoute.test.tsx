import { AbsencesRoute } from '#app/routes/AbsencesRoute.tsx'
import { motiveIdOf } from '#domain/absences/motiveId.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import { hold, pulledAs } from '#tests/store/aDatabase.ts'
import { writeAbsence, writeContract, writeMotive } from '#tests/support/apprenticeshipBuilders.ts'
import { aBook, actor, anAct, aPatch, logbookId, unwritten } from '#tests/support/builders.ts'
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { addBook } from './aWorkspace.ts'
import { aDevice, openRoute, written } from './openRoute.tsx'

/** Monday 3 November is a day in the centre; it is Friday 7 November. */
async function open(
  role: 'apprentice' | 'master' | 'trainer' | 'coordinator',
  ...documents: LogbookDocument[]
) {
  const workspace = aDevice(role)
  await addBook(workspace.db, role)
  await hold(workspace.db, ...documents.map((document) => pulledAs(document)))
  openRoute(
    workspace,
    '/livret/:logbookId/absences',
    `/livret/${logbookId}/absences`,
    <AbsencesRoute />,
  )
  return workspace
}

const noticedByTrainer = (cancelled = false) => {
  const book = aBook()
  const set = { 'halfDays/2025-11-03.am': true, ...(cancelled && { cancelled: 'yes' }) }
  const draft = book.must(aPatch(unwritten('absence'), set), actor('trainer'))
  return book.must(anAct('publish', draft), actor('trainer'))
}
const whyButton = () => screen.queryByText(/^Dire pourquoi\s: lundi 3\snovembre/u)

it('who was absent says why without a network, also of an absence that somebody else noticed', async () => {
  const fetch = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('offline'))
  const absence = noticedByTrainer()
  const workspace = await open('apprentice', absence)
  await userEvent.click(await screen.findByText(/^Dire pourquoi\s: lundi 3\snovembre/u))
  const form = within(screen.getByRole('group', { name: '' }))
  await userEvent.click(form.getByRole('button', { name: 'Envoyer la raison' }))
  expect(await form.findByText('Choisissez une raison.')).toBeVisible()
  expect(await written(workspace)).toEqual([])

  await userEvent.selectOptions(form.getByLabelText('Pourquoi'), 'illness')
  expect(form.getByText(/^Le CFA lira pourquoi\. L’entreprise/u)).toBeVisible()
  await userEvent.click(form.getByRole('button', { name: 'Envoyer la raison' }))

  expect(await screen.findByText(/^CFA\s: Maladie$/u)).toBeVisible()
  expect(whyButton()).toBeNull()
  // To the side that waited, and to no other.
  expect(await written(workspace)).toMatchObject([
    {
      ...{ kind: 'centreMotive', type: 'patch', documentId: motiveIdOf(absence, 'centre') },
      set: { absence: absence.id, motive: 'illness' },
    },
    { kind: 'centreMotive', type: 'submit' },
  ])
  expect(fetch).not.toHaveBeenCalled()
})

it.each(['master', 'trainer', 'coordinator'] as const)(
  'nobody but the apprentice is asked why: no %s',
  async (role) => {
    await open(role, noticedByTrainer())
    expect(await screen.findByText('Absent')).toBeVisible()
    expect(whyButton()).toBeNull()
  },
)

it('nobody is asked why of what was taken back, or told already', async () => {
  const book = aBook()
  const absence = writeAbsence(book, 'published')
  await open(
    'apprentice',
    noticedByTrainer(true),
    absence,
    writeMotive(book, absence, 'centre', 'submitted'),
  )
  expect(await screen.findByText(/^CFA\s: Maladie$/u)).toBeVisible()
  expect(screen.getByText('Annulée')).toBeVisible()
  expect(whyButton()).toBeNull()
})

it('a proof that is confirmed after the weekend justifies, and whoever confirms it is told so', async () => {
  const book = aBook()
  const absence = writeAbsence(book, 'published')
  const workspace = await open(
    'coordinator',
    absence,
    writeMotive(book, absence, 'centre', 'submitted'),
  )
  expect(await screen.findByText('Non justifiée')).toBeVisible()
  expect(screen.getByText('La date est passée. Confirmer rend l’absence justifiée.')).toBeVisible()

  await userEvent.click(
    screen.getByRole('button', { name: /^J’ai vu le justificatif, lundi 3\snovembre/u }),
  )

  expect(await screen.findByText('Justifiée')).toBeVisible()
  expect(screen.queryByText(/^La date est passée/u)).toBeNull()
  expect(await written(workspace)).toMatchObject([{ kind: 'centreMotive', type: 'sign' }])
})

it('no proof is asked for where the law wants none', async () => {
  const book = aBook()
  const absence = writeAbsence(book, 'published')
  await open('coordinator', absence, writeMotive(book, absence, 'centre', 'submitted', 'personal'))
  expect(await screen.findByText(/^CFA\s: Raison personnelle$/u)).toBeVisible()
  expect(screen.queryByRole('button', { name: /justificatif/u })).toBeNull()
})

it('the paid leave that the running contract gave is said, and where it is taken', async () => {
  const contract = writeContract(aBook(), 'published', { birthDate: '2005-03-10' })
  await open('apprentice', contract)
  // 1 September to 7 November: two whole months.
  expect(
    await screen.findByText(/^5\sjours ouvrables gagnés depuis le 1er\sjuin\.$/u),
  ).toBeVisible()
  expect(
    screen.getByText(/^Avant 21\sans\s: jusqu’à 25\sjours de plus, sans salaire\.$/u),
  ).toBeVisible()
})

it('without a running contract nothing is said of paid leave', async () => {
  await open('apprentice', writeContract(aBook(), 'published', { end: '2025-10-31' }))
  expect(await screen.findByText('Aucune absence.')).toBeVisible()
  expect(screen.queryByText(/ouvrable/u)).toBeNull()
})
