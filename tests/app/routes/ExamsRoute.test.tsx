import { CandidacyRoute } from '#app/routes/CandidacyRoute.tsx'
import { ExamsRoute } from '#app/routes/ExamsRoute.tsx'
import { PieceRoute } from '#app/routes/PieceRoute.tsx'
import type { Workspace } from '#app/workspace.ts'
import type { Content } from '#domain/operation.ts'
import { hold, pulledAs } from '#tests/store/aDatabase.ts'
import { aBook, logbookId, nextId } from '#tests/support/builders.ts'
import { writePiece, writePublished } from '#tests/support/trainingDocuments.ts'
import { fireEvent, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { addBook, someFacts } from './aWorkspace.ts'
import { aDevice, openRoute, written } from './openRoute.tsx'

const base = `/livret/${logbookId}/examen`

async function aDeviceOf(role: 'apprentice' | 'master' | 'trainer') {
  const workspace = aDevice(role)
  await addBook(workspace.db, role)
  return workspace
}
const openExams = (workspace: Workspace) =>
  openRoute(workspace, '/livret/:logbookId/examen', base, <ExamsRoute />)
const openPiece = (workspace: Workspace, id: string = nextId()) =>
  openRoute(
    workspace,
    '/livret/:logbookId/examen/piece/:documentId',
    `${base}/piece/${id}?piece=e4-sheets`,
    <PieceRoute />,
  )

it('an apprentice hears what would be refused today, the worst first', async () => {
  openExams(await aDeviceOf('apprentice'))

  const found = within(await screen.findByRole('region', { name: /^Qu’est-ce qui serait refusé/u }))
  const lines = found.getAllByRole('listitem').map((line) => line.textContent)
  expect(lines[0]).toBe('Pas encore inscrit à l’examenNon valide')
  expect(lines).toContain(
    'Pièce manquante pour E4Fiches descriptives d’activité professionnellePoints en moins',
  )
  expect(lines.at(-1)).toMatch(/À compléter$/u)
})

it('of a diploma whose pieces nobody has entered it says so, and not that none is asked for', async () => {
  const workspace = aDevice('apprentice')
  const facts = { ...someFacts(), programme: 'bts-mco', cohort: '2026-2028' }
  await addBook(workspace.db, 'apprentice', facts)
  openExams(workspace)

  const pieces = within(await screen.findByRole('region', { name: 'Pièces à remettre' }))
  expect(
    pieces.getByText(/^La liste des pièces de ce diplôme n’est pas encore connue/u),
  ).toBeVisible()
})

it('a piece that is signed is missing no more, and the list says whose signature waits', async () => {
  const workspace = await aDeviceOf('trainer')
  const book = aBook()
  const documents = [
    writePiece(book, 'signed'),
    writePiece(book, 'submitted', { nature: 'negotiation', label: 'Un contrat annuel' }),
    writePublished(book, 'candidacy', 'published'),
  ]
  await hold(workspace.db, ...documents.map((document) => pulledAs(document)))
  openExams(workspace)

  expect(await screen.findByRole('link', { name: /^Le salon de mars.*Signée$/u })).toBeVisible()
  expect(screen.getByRole('link', { name: /^Un contrat annuel.*À signer$/u })).toBeVisible()
  expect(screen.getByText('Pièce sans signature pour E4')).toBeVisible()
  expect(screen.queryByText('Pas encore inscrit à l’examen')).toBeNull()
  expect(screen.getByText(/^Le 12\snovembre 2026$/u)).toBeVisible()
})

it('the last days that the centre noted are read by the apprentice, who hears what is due by then', async () => {
  const workspace = await aDeviceOf('apprentice')
  const noted = writePublished(aBook(), 'candidacy', 'published', {
    set: { session: 2027, 'handedIn/E6/until': '2027-03-19' },
  })
  await hold(workspace.db, pulledAs(noted))
  openExams(workspace)
  const dates = within(await screen.findByRole('region', { name: 'Les dates' }))
  expect(dates.getByText(/^Au plus tard le 19\smars 2027$/u)).toBeVisible()
  expect(screen.getAllByText(/^À régler au plus tard le 19\smars 2027$/u).length).toBeGreaterThan(1)
})

it('a piece that came back is in no file: it is counted again once it is sent', async () => {
  const workspace = await aDeviceOf('trainer')
  await hold(workspace.db, pulledAs(writePiece(aBook(), 'returned')))
  openExams(workspace)
  expect(await screen.findByRole('link', { name: /^Le salon de mars.*À corriger$/u })).toBeVisible()
  expect(screen.getAllByText(/^0 sur 2$/u)).toHaveLength(1)
})

it('an apprentice prepares a piece without a network, and what is missing is said', async () => {
  const workspace = await aDeviceOf('apprentice')
  openPiece(workspace)
  await userEvent.type(await screen.findByLabelText('Titre'), 'Le salon')
  await userEvent.click(screen.getByRole('button', { name: 'Envoyer à signer' }))
  expect(await screen.findByText('Choisissez une nature.')).toBeVisible()

  await userEvent.click(screen.getByRole('radio', { name: /^Organisation et animation/u }))
  await userEvent.click(screen.getByRole('button', { name: 'Envoyer à signer' }))

  expect(await screen.findByText(base)).toBeVisible()
  const operations = await written(workspace)
  expect(operations.map(({ type }) => type)).toEqual(['patch', 'submit'])
  expect(operations[0]).toMatchObject({
    kind: 'piece',
    set: { rule: 'e4-sheets', nature: 'event', label: 'Le salon' },
  })
})

it('a master signs the piece that was read, and cannot change it', async () => {
  const workspace = await aDeviceOf('master')
  const piece = writePiece(aBook(), 'submitted')
  await hold(workspace.db, pulledAs(piece))
  openPiece(workspace, piece.id)

  await userEvent.click(await screen.findByRole('button', { name: 'Signer cette pièce' }))

  expect(await screen.findByText(/^Paul Durand/u)).toBeVisible()
  expect(screen.queryByLabelText('Titre')).toBeNull()
  expect(await written(workspace)).toMatchObject([{ type: 'sign', hash: piece.versions[0]?.hash }])
})

it('a piece that came back says why, on the exam and on its own page, and is mended there', async () => {
  const workspace = await aDeviceOf('apprentice')
  const piece = writePiece(aBook(), 'returned')
  await hold(workspace.db, pulledAs(piece))
  const { unmount } = openExams(workspace)

  const link = await screen.findByRole('link', { name: /^Le salon de mars.*À corriger$/u })
  expect(link).toHaveTextContent(/Paul Durand\s: «\sAjoutez le budget\.\s»/u)
  unmount()

  openPiece(workspace, piece.id)
  expect(await screen.findByText('À corriger, demandé par Paul Durand')).toBeVisible()
  expect(screen.getByText('Ajoutez le budget.')).toBeVisible()
  await userEvent.type(await screen.findByLabelText('Ce qu’elle raconte'), 'Budget : 480 €.')
  await userEvent.click(screen.getByRole('button', { name: 'Envoyer à signer' }))

  expect(await screen.findByText(base)).toBeVisible()
  expect((await written(workspace)).map(({ type }) => type)).toEqual(['patch', 'submit'])
})

it('a trainer sends a piece back with a reason, and is not asked to sign it', async () => {
  const workspace = await aDeviceOf('trainer')
  const piece = writePiece(aBook(), 'submitted')
  await hold(workspace.db, pulledAs(piece))
  openPiece(workspace, piece.id)

  await userEvent.click(await screen.findByRole('button', { name: 'Renvoyer à corriger' }))
  expect(screen.queryByRole('button', { name: 'Signer cette pièce' })).toBeNull()
  const dialog = within(screen.getByRole('dialog'))
  await userEvent.click(dialog.getByRole('button', { name: 'À préciser' }))

  expect(await screen.findByText('À corriger, demandé par Claire Roux')).toBeVisible()
  expect(await written(workspace)).toMatchObject([
    { type: 'return', reason: 'À préciser.', hash: piece.versions[0]?.hash },
  ])
})

it('a trainer notes the registration, and an apprentice may not', async () => {
  const workspace = await aDeviceOf('trainer')
  const path = '/livret/:logbookId/examen/inscription'
  const { unmount } = openRoute(workspace, path, `${base}/inscription`, <CandidacyRoute />)
  fireEvent.change(await screen.findByLabelText('Inscrit à l’examen le'), {
    target: { value: '2025-11-06' },
  })
  await userEvent.click(screen.getByRole('button', { name: 'Envoyer' }))
  expect(await screen.findByText(base)).toBeVisible()
  expect(await written(workspace)).toMatchObject([
    { type: 'patch', set: { session: 2027, registeredOn: '2025-11-06' } },
    { type: 'publish' },
  ])
  unmount()

  openRoute(await aDeviceOf('apprentice'), path, `${base}/inscription`, <CandidacyRoute />)
  expect(await screen.findByText('Seul le CFA note l’inscription.')).toBeVisible()
})

/** The centre noted a mark of a former session for E4. */
const keptMark = (set: Content) =>
  writePublished(aBook(), 'mark', 'published', {
    set: { former: 'yes', exam: 'E4', hundredths: 1_250, date: '2026-07-03', ...set },
  })

it('who failed before reads which marks are kept, until when and why, and is asked for no file', async () => {
  const workspace = await aDeviceOf('apprentice')
  await hold(workspace.db, pulledAs(keptMark({})))
  openExams(workspace)

  const kept = within(await screen.findByRole('region', { name: 'Notes gardées' }))
  expect(kept.getByRole('listitem')).toHaveTextContent(
    /^E4\. .*12,5 sur 20, obtenu le 3\sjuillet 2026Valable jusqu’au 3\sjuillet 2031Gardée$/u,
  )
  expect(kept.getByText('D643-23')).toBeVisible()
  expect(kept.queryByRole('button')).toBeNull()
  expect(screen.queryByText(/pour E4$|Dossier E4|, E4$/u)).toBeNull()
  expect(screen.queryByRole('heading', { name: /^E4\. Fiches/u })).toBeNull()
  expect(screen.getAllByText(/pour E6$/u).length).toBeGreaterThan(0)
})

it('a mark that is too old for this session is kept no more: its exam is taken, and its file asked for', async () => {
  const workspace = await aDeviceOf('apprentice')
  await hold(workspace.db, pulledAs(keptMark({ date: '2020-07-03' })))
  openExams(workspace)

  const kept = within(await screen.findByRole('region', { name: 'Notes gardées' }))
  expect(kept.getByRole('listitem')).toHaveTextContent(
    /Cette épreuve est à repasser\.Trop ancienne$/u,
  )
  expect(screen.getAllByText('Pièce manquante pour E4')[0]).toBeVisible()
})

it('the company reads no kept mark, and who never failed hears nothing of them', async () => {
  const workspace = await aDeviceOf('master')
  await hold(workspace.db, pulledAs(keptMark({})))
  const { unmount } = openExams(workspace)
  await screen.findByRole('region', { name: 'Les dates' })
  expect(screen.queryByText('Notes gardées')).toBeNull()
  unmount()

  openExams(await aDeviceOf('apprentice'))
  await screen.findByRole('region', { name: 'Les dates' })
  expect(screen.queryByText('Notes gardées')).toBeNull()
})

it('the centre notes a kept mark from the exam', async () => {
  openExams(await aDeviceOf('trainer'))
  await userEvent.click(await screen.findByRole('button', { name: 'Noter une note gardée' }))
  expect(await screen.findByText(/\/resultats\/[\w-]+$/u)).toBeVisible()
})
