import { DispenseRoute } from '#app/routes/DispenseRoute.tsx'
import { ExamsRoute } from '#app/routes/ExamsRoute.tsx'
import { MarksRoute } from '#app/routes/MarksRoute.tsx'
import type { Workspace } from '#app/workspace.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import { hold, pulledAs } from '#tests/store/aDatabase.ts'
import { aBook, actor, aReturn, logbookId } from '#tests/support/builders.ts'
import { writeEnrolment } from '#tests/support/enrolmentDocuments.ts'
import { writePublished } from '#tests/support/trainingDocuments.ts'
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { addBook } from './aWorkspace.ts'
import { aDevice, openRoute, written } from './openRoute.tsx'

const base = `/livret/${logbookId}/examen`
type Role = 'apprentice' | 'master' | 'trainer' | 'coordinator'

async function aDeviceOf(role: Role, ...documents: LogbookDocument[]): Promise<Workspace> {
  const workspace = aDevice(role)
  await addBook(workspace.db, role)
  await hold(workspace.db, ...documents.map((document) => pulledAs(document)))
  return workspace
}
const openDispense = (workspace: Workspace, unit = 'U1') =>
  openRoute(
    workspace,
    '/livret/:logbookId/examen/dispense/:unit',
    `${base}/dispense/${unit}`,
    <DispenseRoute />,
  )
const openExams = (workspace: Workspace) =>
  openRoute(workspace, '/livret/:logbookId/examen', base, <ExamsRoute />)

const aRequest = (state: 'sent' | 'signed', unit = 'U1', book = aBook()) =>
  writeEnrolment(book, 'dispense', state, { identity: { unit } })

it(
  'an apprentice asks for a dispense without a network, on a ground that the texts know',
  { timeout: 60_000 },
  async () => {
    const fetch = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('offline'))
    const workspace = await aDeviceOf('apprentice')
    openDispense(workspace, 'U3')
    await userEvent.click(await screen.findByRole('button', { name: 'Demander la dispense' }))
    expect(await screen.findByText('Choisissez un diplôme.')).toBeVisible()

    await userEvent.selectOptions(screen.getByLabelText('Diplôme obtenu'), 'Un DUT')
    await userEvent.type(screen.getByLabelText('Lequel, où et quand'), 'DUT TC, Roanne, 2024')
    await userEvent.click(screen.getByRole('button', { name: 'Demander la dispense' }))
    // The diploma alone is not enough for this unit.
    expect(
      await screen.findByText('Sans cette unité, la dispense n’est pas possible.'),
    ).toBeVisible()
    expect((await written(workspace)).every(({ type }) => type === 'patch')).toBe(true)

    await userEvent.click(screen.getByRole('checkbox', { name: /^Une unité d’économie/u }))
    await userEvent.click(screen.getByRole('button', { name: 'Demander la dispense' }))

    expect(await screen.findByText(base)).toBeVisible()
    const operations = await written(workspace)
    expect(operations.at(-1)).toMatchObject({ kind: 'dispense', type: 'submit' })
    const set: unknown = Object.assign(
      {},
      ...operations.map((each) => ('set' in each ? each.set : {})),
    )
    expect(set).toEqual({
      ...{ unit: 'U3', diploma: 'dut', passed: 'economics-law-management' },
      told: 'DUT TC, Roanne, 2024',
    })
    expect(fetch).not.toHaveBeenCalled()
  },
)

it('nobody can ask to be dispensed from an exam of the trade', async () => {
  openDispense(await aDeviceOf('apprentice'), 'U4')
  expect(
    await screen.findByText('Aucune dispense n’est demandée pour cette épreuve.'),
  ).toBeVisible()
})

it('the coordinator signs what was read, and nobody else of the centre decides', async () => {
  const request = aRequest('sent')
  const trainer = openDispense(await aDeviceOf('trainer', request))
  expect(await screen.findByText('BTS Tourisme, Lyon, juin 2024')).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Accorder la dispense' })).toBeNull()
  expect(screen.queryByText('Renvoyer à l’apprenti')).toBeNull()
  expect(screen.queryByText('Revenir sur la décision')).toBeNull()
  trainer.unmount()

  const workspace = await aDeviceOf('coordinator', request)
  openDispense(workspace)
  await userEvent.click(await screen.findByRole('button', { name: 'Accorder la dispense' }))
  expect(await screen.findByText('Cette épreuve n’est pas à passer.')).toBeVisible()
  expect(screen.getByText(/^Hélène Martinet/u)).toBeVisible()
  expect(await written(workspace)).toMatchObject([
    { type: 'sign', hash: request.versions[0]?.hash },
  ])
})

it('a request goes back with a reason, which the apprentice reads where it was written', async () => {
  const book = aBook()
  const request = aRequest('sent', 'U1', book)
  const workspace = await aDeviceOf('coordinator', request)
  const { unmount } = openDispense(workspace)
  await userEvent.click(await screen.findByText('Renvoyer à l’apprenti'))
  await userEvent.click(screen.getByRole('button', { name: 'Renvoyer' }))
  expect(await screen.findByText('Écrivez pourquoi, en quelques mots.')).toBeVisible()
  await userEvent.type(screen.getByLabelText('Pourquoi'), 'Il manque le relevé.')
  await userEvent.click(screen.getByRole('button', { name: 'Renvoyer' }))
  await vi.waitFor(async () => {
    expect(await written(workspace)).toMatchObject([
      { type: 'return', reason: 'Il manque le relevé.' },
    ])
  })
  unmount()

  const returned = book.must(aReturn(request, 'Il manque le relevé.'), actor('coordinator'))
  openDispense(await aDeviceOf('apprentice', returned))
  expect(await screen.findByText('Il manque le relevé.')).toBeVisible()
  expect(screen.getByLabelText('Lequel, où et quand')).toHaveValue('BTS Tourisme, Lyon, juin 2024')
})

it('the exam says which unit is dispensed; the company is not told of it', async () => {
  const { unmount } = openExams(await aDeviceOf('apprentice', aRequest('signed')))
  const found = within(await screen.findByRole('region', { name: 'Dispenses' }))
  expect(found.getByRole('link', { name: /^E1.*Dispensé$/u })).toBeVisible()
  expect(found.getByRole('link', { name: /^E3/u })).toBeVisible()
  expect(found.queryByRole('link', { name: /^E4/u })).toBeNull()
  unmount()

  const trainer = openExams(await aDeviceOf('trainer', aRequest('sent')))
  const read = within(await screen.findByRole('region', { name: 'Dispenses' }))
  // Only what somebody asked for.
  expect(read.getAllByRole('link')).toHaveLength(1)
  trainer.unmount()

  openExams(await aDeviceOf('master'))
  expect(await screen.findByRole('region', { name: 'Les dates' })).toBeVisible()
  expect(screen.queryByRole('region', { name: 'Dispenses' })).toBeNull()
})

it('what is dispensed does not pull an average down', async () => {
  const book = aBook()
  const marks = [
    writePublished(book, 'mark', 'published', {
      set: { subject: 'french', exam: 'E1', hundredths: 400 },
    }),
    writePublished(book, 'mark', 'published', {
      set: { subject: 'english', exam: 'E2', hundredths: 1_400 },
    }),
  ]
  openRoute(
    await aDeviceOf('apprentice', ...marks, aRequest('signed')),
    '/livret/:logbookId/resultats',
    `/livret/${logbookId}/resultats`,
    <MarksRoute />,
  )
  expect(await screen.findByText('Dispensé')).toBeVisible()
  expect(screen.getByText(/^14,00 de moyenne, sur 3 des 18 coefficients$/u)).toBeVisible()
})
