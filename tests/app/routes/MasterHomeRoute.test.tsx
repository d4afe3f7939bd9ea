import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import { MasterHomeRoute } from '#app/routes/MasterHomeRoute.tsx'
import type { Workspace } from '#app/workspace.ts'
import { surveyIdOf } from '#domain/enrolment/surveys.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import {
  actor,
  after,
  anAct,
  aPatch,
  aSignature,
  aBook,
  aVisit,
  aWeek,
  logbooks,
  personId,
  writeFrame,
  writeSection,
} from '#tests/support/builders.ts'
import { hold, pulledAs, rowsOf } from '#tests/store/aDatabase.ts'
import { kindNames, kinds } from '#domain/kinds.ts'
import { writeAbsence, writeMotive } from '#tests/support/apprenticeshipBuilders.ts'
import { writeEnrolment } from '#tests/support/enrolmentDocuments.ts'
import { bring } from '#tests/support/situations.ts'
import { writePiece, writePublished } from '#tests/support/trainingDocuments.ts'
import { addBook, aWorkspace, someFacts } from './aWorkspace.ts'
import { openRoute } from './openRoute.tsx'

let workspace: Workspace

beforeEach(async () => {
  workspace = aWorkspace('master')
  await addBook(workspace.db, 'master')
})
const pulled = async (...documents: LogbookDocument[]) => {
  await hold(workspace.db, ...documents.map((document) => pulledAs(document)))
}

const open = () => openRoute(workspace, '/', '/', <MasterHomeRoute />)

const operations = async () =>
  (await rowsOf(workspace.db, 'outbox')).map(({ operation }) => operation)

it('what was signed before is one tap away, after all that waits', async () => {
  await pulled(aWeek('submitted'))
  open()

  const link = await screen.findByRole('link', { name: 'Tout ce que vous avez signé' })
  expect(link).toHaveAttribute('href', '/signatures')
  const sign = screen.getByRole('button', { name: /^Signer la semaine/u })
  expect(sign.compareDocumentPosition(link)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
})

it('all weeks are signed in one tap, one signature each, and without a network', async () => {
  const fetch = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('offline'))
  const weeks = ['2025-W43', '2025-W44', '2025-W45'].map((week) => aWeek('submitted', { week }))
  await pulled(...weeks)
  open()

  await userEvent.click(await screen.findByRole('button', { name: /^Signer les 3\ssemaines$/u }))

  expect(await screen.findByText('Rien à signer.')).toBeVisible()
  expect(screen.getByText('3 semaines signées.')).toBeVisible()
  expect(await operations()).toMatchObject(
    weeks.map(({ id, versions }) => ({
      type: 'sign',
      documentId: id,
      hash: versions.at(-1)?.hash,
    })),
  )
  expect(fetch).not.toHaveBeenCalled()
})

it('weeks of all apprentices stand together, oldest first, readable without opening', async () => {
  await addBook(workspace.db, 'master', someFacts('secondApprentice', logbooks.elsewhere))
  const another = aWeek('submitted', { week: '2025-W40' })
  await pulled(
    aWeek('submitted', { week: '2025-W45', told: 'La plus récente.' }),
    { ...aWeek('submitted', { week: '2025-W44' }), logbookId: logbooks.elsewhere },
    aWeek('submitted', { week: '2025-W43' }),
    aWeek('signed', { week: '2025-W42' }),
    after(another, aSignature(another), actor('secondMaster')),
    aWeek('draft', { week: '2025-W41' }),
  )
  open()

  await screen.findByRole('main')
  await waitFor(() => {
    expect(screen.getAllByRole('button', { name: /^Signer la/u }).map(nameOf)).toEqual([
      'Signer la semaine\u00a043 de\u00a0Léa',
      'Signer la semaine\u00a044 d’Inès',
      'Signer la semaine\u00a045 de\u00a0Léa',
    ])
  })
  expect(screen.getByText('La plus récente.')).toBeVisible()
})

const nameOf = (element: HTMLElement) => element.textContent

it('a week that could not be signed stays and says why; the others are signed', async () => {
  const { sign } = workspace
  const [good, bad] = ['2025-W44', '2025-W45'].map((week) => aWeek('submitted', { week }))
  if (!good || !bad) throw new Error('two weeks')
  workspace = {
    ...workspace,
    sign: (document, hash, actor) =>
      document.id === bad.id ? Promise.resolve('unknown-version') : sign(document, hash, actor),
  }
  await pulled(good, bad)
  open()

  await userEvent.click(await screen.findByRole('button', { name: /^Signer les 2\ssemaines$/u }))

  expect(await screen.findByText('1 semaine signée.')).toBeVisible()
  expect(screen.getByRole('alert')).toHaveTextContent('Le texte a changé : relisez-le d’abord.')
  await waitFor(async () => {
    expect(await operations()).toMatchObject([{ documentId: good.id }])
  })
  expect(screen.getByRole('heading', { name: /^Léa, semaine\s45$/u })).toBeVisible()
})

it('a week goes back with a reason in two taps', async () => {
  await pulled(aWeek('submitted'))
  open()

  await userEvent.click(
    await screen.findByRole('button', { name: /^Renvoyer à corriger la semaine\s45 de\sLéa$/u }),
  )
  const dialog = within(screen.getByRole('dialog', { name: /^Renvoyer la semaine\s45 à Léa$/u }))
  await userEvent.click(dialog.getByRole('button', { name: 'Il manque une tâche' }))

  expect(await screen.findByText('Renvoyée à Léa.')).toBeVisible()
  expect(await operations()).toMatchObject([{ type: 'return', reason: 'Il manque une tâche.' }])
})

it('a visit is read on the page and acknowledged in one tap', async () => {
  await pulled(aVisit('published'))
  open()

  expect(await screen.findByText('Bonne intégration.')).toBeVisible()
  await userEvent.click(
    screen.getByRole('button', { name: /^J’ai lu cette visite\s?, 4\snovembre 2025, Léa$/u }),
  )

  expect(await screen.findByText('Visite lue.')).toBeVisible()
  expect(await operations()).toMatchObject([{ type: 'sign', kind: 'visit' }])
})

it('a piece of the exam file is read and signed on the page, in one tap', async () => {
  const piece = writePiece(aBook(), 'submitted', { told: 'Budget de 480 €, 19 commandes.' })
  await pulled(piece)
  open()

  expect(await screen.findByText('Budget de 480 €, 19 commandes.')).toBeVisible()
  expect(screen.getByRole('link', { name: /^Léa Moreau.*1 à signer$/u })).toBeVisible()
  expect(await screen.findByText(/^Léa, E4 · Envoyée le/u)).toBeVisible()
  await userEvent.click(
    screen.getByRole('button', { name: /^Signer la pièce de\sLéa\s: Le salon de mars$/u }),
  )

  expect(await screen.findByText('Pièce signée.')).toBeVisible()
  expect(await screen.findByText('Rien à signer.')).toBeVisible()
  expect(await operations()).toMatchObject([
    { type: 'sign', kind: 'piece', documentId: piece.id, hash: piece.versions[0]?.hash },
  ])
})

it('a piece goes back with a reason, and the answer stands beside the question', async () => {
  const book = aBook()
  const piece = writePiece(book, 'submitted')
  await pulled(piece)
  open()

  await userEvent.click(
    await screen.findByRole('button', { name: /^Renvoyer à corriger\s: Le salon de mars$/u }),
  )
  const dialog = within(
    screen.getByRole('dialog', { name: /^Renvoyer «\sLe salon de mars\s» à Léa$/u }),
  )
  await userEvent.click(dialog.getByRole('button', { name: 'Il manque des chiffres' }))

  expect(await screen.findByText('Renvoyée à Léa.')).toBeVisible()
  expect(await operations()).toMatchObject([
    { type: 'return', kind: 'piece', reason: 'Il manque des chiffres.' },
  ])
})

it('what was asked of a piece stands beside what came back', async () => {
  const book = aBook()
  const returned = writePiece(book, 'returned')
  await pulled(book.must(anAct('submit', returned), actor('apprentice')))
  open()

  expect(
    await screen.findByText(/^Vous aviez demandé\s: «\sAjoutez le budget\.\s»$/u),
  ).toBeVisible()
  expect(screen.getByText(/Version 2$/u)).toBeVisible()
})

it('an objective of the master is said to be done in one tap; those of others and ended ones wait not', async () => {
  const book = aBook()
  const mine = { owner: 'master', label: 'Ouvrir un accès.' }
  const own = writePublished(book, 'objective', 'published', { set: mine })
  await pulled(
    own,
    writePublished(book, 'objective', 'published', { set: { label: 'Pour l’apprentie.' } }),
    writePublished(book, 'objective', 'published', {
      set: { ...mine, label: 'Abandonné.', outcome: 'dropped' },
    }),
  )
  open()

  await userEvent.click(
    await screen.findByRole('button', { name: /^C’est fait\s: Ouvrir un accès\.$/u }),
  )

  expect(await screen.findByText('Noté au plan de travail.')).toBeVisible()
  expect(screen.queryByText('Abandonné.')).toBeNull()
  expect(screen.queryByText('Pour l’apprentie.')).toBeNull()
  expect(await operations()).toMatchObject([{ type: 'sign', documentId: own.id }])
})

it('a proof that nobody saw yet is one tap away, as long as the absence stands', async () => {
  const book = aBook()
  const absence = writeAbsence(book, 'published')
  const motive = writeMotive(book, absence, 'company', 'submitted')
  await pulled(absence, motive)
  open()

  expect(
    await screen.findByRole('link', { name: /^Léa, justificatif d’absence/u }),
  ).toHaveAttribute('href', `/livret/${logbooks.here}/absences`)

  const cancelled = book.must(
    aPatch(book.must(anAct('amend', absence), actor('apprentice')), { cancelled: 'yes' }),
    actor('apprentice'),
  )
  await pulled(book.must(anAct('publish', cancelled), actor('apprentice')), motive)
  expect(await screen.findByText('Rien à signer.')).toBeVisible()
})

const signedByMaster = kindNames.filter((kind) => kinds[kind].signers.includes('master'))
const waitsIn = { visit: 'published', objective: 'published', interview: 'frozen' } as const

it.each(signedByMaster)(
  'nothing that names the master as its signer is left out: %s',
  async (kind) => {
    const book = aBook()
    const state = kind in waitsIn ? waitsIn[kind as keyof typeof waitsIn] : 'submitted'
    const { target, parent } =
      kind === 'objective'
        ? {
            target: writePublished(book, kind, 'published', { set: { owner: 'master' } }),
            parent: null,
          }
        : bring(book, kind, state)
    await pulled(target as LogbookDocument, ...(parent ? [parent] : []))
    open()

    expect(await screen.findByRole('heading', { name: 'À signer' })).toBeVisible()
    await screen.findByRole('heading', { name: 'Vos apprentis' })
    expect(screen.queryByText('Rien à signer.')).toBeNull()
  },
)

it('an interview waits for the master’s part until it is sent', async () => {
  const book = aBook()
  const frame = writeFrame(book)
  await pulled(frame)
  open()

  const link = await screen.findByRole('link', { name: /entretien du 2\sdécembre 2025/u })
  expect(link).toHaveTextContent('Votre partie est à écrire')
  expect(link).toHaveAttribute('href', `/livret/${logbooks.here}/entretien/${frame.id}`)

  await pulled(writeSection(book, frame, 'master'))

  expect(await screen.findByText('Rien à signer.')).toBeVisible()
})

it('who has two minutes reads at the top all that waits, and meets an interview before the visits', async () => {
  await pulled(
    ...['2025-W43', '2025-W44'].map((week) => aWeek('submitted', { week })),
    aVisit('published'),
    writeFrame(aBook()),
  )
  open()

  expect(await screen.findByText(/^2\ssemaines, 1\sentretien, 1\svisite à lire$/u)).toBeVisible()
  const headings = screen
    .getAllByRole('heading', { level: 2 })
    .map(({ textContent }) => textContent)
  expect(headings.indexOf('Entretiens')).toBeGreaterThan(-1)
  expect(headings.indexOf('Entretiens')).toBeLessThan(headings.indexOf('Visites à lire'))
})

it('the apprentices are there when nothing waits', async () => {
  open()

  expect(await screen.findByText('Rien à signer.')).toBeVisible()
  expect(screen.getByRole('link', { name: /^Léa Moreau/u })).toHaveAttribute(
    'href',
    `/livret/${logbooks.here}`,
  )
})

it(
  'a survey that waits for him stands quietly below what is to sign, and goes once it is answered',
  { timeout: 60_000 },
  async () => {
    const contract = { start: '2025-06-02', end: '2027-08-31' }
    await addBook(workspace.db, 'master', { ...someFacts(), contract })
    await pulled(aWeek('submitted', { week: '2025-W43' }))
    const { unmount } = open()

    const survey = await screen.findByRole(
      'link',
      { name: /Au sujet de\sLéa\sMoreau\. Deux minutes\.$/u },
      { timeout: 20_000 },
    )
    expect(survey).toHaveAttribute('href', `/livret/${logbooks.here}/entree/enquete/during`)
    const sign = screen.getByRole('button', { name: /^Signer/u })
    expect(sign.compareDocumentPosition(survey)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
    unmount()

    const id = surveyIdOf(logbooks.here, 'during', personId('master'))
    const answered = writeEnrolment(aBook(), 'survey', 'sent', {
      by: 'master',
      set: { survey: 'during' },
    })
    await pulled({ ...answered, id })
    open()
    await screen.findByRole('button', { name: /^Signer/u })
    await waitFor(() => {
      expect(screen.queryByRole('link', { name: /Deux minutes/u })).toBeNull()
    })
  },
)
