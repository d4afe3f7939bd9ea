import { AssessmentRoute } from '#app/routes/AssessmentRoute.tsx'
import { SkillRoute } from '#app/routes/SkillRoute.tsx'
import { SkillsRoute } from '#app/routes/SkillsRoute.tsx'
import type { Workspace } from '#app/workspace.ts'
import { hold, holdBook, pulledAs } from '#tests/store/aDatabase.ts'
import { aBook, logbookId, writeVisit, writeWeek, type Book } from '#tests/support/builders.ts'
import { writePublished } from '#tests/support/trainingDocuments.ts'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { settle, someFacts } from './aWorkspace.ts'
import { aDevice, openRoute, written } from './openRoute.tsx'

const base = `/livret/${logbookId}/competences`

/** The line of a skill. Asked by its words: a role is looked for in thirty-seven links. */
const line = async () => {
  const name = await screen.findByText('Prospecter et mesurer le résultat')
  return name.closest('a')
}

async function aDeviceOf(role: 'apprentice' | 'master' | 'trainer' | 'guardian') {
  const workspace = aDevice(role === 'guardian' ? 'coordinator' : role)
  await holdBook(workspace.db, { role, facts: someFacts() })
  return workspace
}
const holdAll = (workspace: Workspace, ...documents: ReturnType<typeof writeWeek>[]) =>
  hold(workspace.db, ...documents.map((document) => pulledAs(document)))

const openSkills = (workspace: Workspace) =>
  openRoute(workspace, '/livret/:logbookId/competences', base, <SkillsRoute />)
const openSkill = (workspace: Workspace) =>
  openRoute(workspace, '/livret/:logbookId/competences/:skill', `${base}/B1-C1-3`, <SkillRoute />)
const openAssessment = (workspace: Workspace) =>
  openRoute(
    workspace,
    '/livret/:logbookId/competences/evaluer',
    `${base}/evaluer`,
    <AssessmentRoute />,
  )

/** Three opinions of one skill, and two weeks in which it was practised. */
function opinions(book: Book) {
  const skill = { 'skills/B1.C1.3': true }
  return [
    writePublished(book, 'selfAssessment', 'published'),
    writePublished(book, 'assessment', 'published'),
    writePublished(book, 'assessment', 'published', {
      by: 'trainer',
      set: { party: 'trainer', date: '2025-11-07', 'skills/B1.C1.3/level': 'not-seen' },
    }),
    writeWeek(book, 'signed', { week: '2025-W44', more: skill }),
    writeWeek(book, 'submitted', { week: '2025-W45', more: skill }),
    writeVisit(book, 'published', skill),
  ]
}

it('one hears of each skill who thinks what, and how often it was practised', async () => {
  const workspace = await aDeviceOf('apprentice')
  await holdAll(workspace, ...opinions(aBook()))
  openSkills(workspace)

  const row = await line()
  expect(row).toHaveTextContent(/2\ssemaines en entreprise/u)
  expect(row).toHaveTextContent(/Vous\s: En cours.*Maître\s: Acquis.*Formateur\s: Non vu/u)
})

it('coverage says in words what the bars show, and leads to what was never practised', async () => {
  const workspace = await aDeviceOf('trainer')
  await holdAll(workspace, ...opinions(aBook()))
  openSkills(workspace)

  const bars = await screen.findByRole('list', { name: /^Compétences travaillées en entreprise/u })
  expect(within(bars).getAllByRole('listitem')[0]).toHaveTextContent(
    /négociation-vente1 sur 11, 1 signée$/u,
  )
  // 26 professional skills, one practised.
  expect(screen.getByText('25 compétences jamais travaillées')).toBeVisible()
})

it('the way of a skill through time is a picture, and the same in words with what stands behind', async () => {
  const workspace = await aDeviceOf('master')
  await holdAll(workspace, ...opinions(aBook()))
  openSkill(workspace)

  expect(
    await screen.findByRole('img', {
      name: /dans le temps\s: Apprenti, 1\s; Vous, 1\s; Formateur, 1$/u,
    }),
  ).toBeVisible()
  await userEvent.click(screen.getByText('Lire, avec ce qui est derrière'))
  const said = screen.getAllByText(/, le \d+\snovembre 2025$/u).map((line) => line.closest('li'))
  expect(said.map((item) => item?.textContent)).toEqual([
    'Non vuFormateur, le 7\u00a0novembre 2025Semaine\u00a044Visite du 4\u00a0novembre 2025Semaine\u00a045',
    'AcquisVous, le 6\u00a0novembre 2025Semaine\u00a044Visite du 4\u00a0novembre 2025',
    'En coursApprenti, le 5\u00a0novembre 2025Semaine\u00a044Visite du 4\u00a0novembre 2025',
  ])
  const shown = within(screen.getByRole('region', { name: 'Ce qui le montre' }))
  expect(shown.getByRole('link', { name: /^Semaine\s44/u })).toHaveTextContent('Signée')
  expect(shown.getByRole('link', { name: /^Semaine\s45/u })).toHaveTextContent('Envoyée')
  expect(shown.getByRole('link', { name: /^Visite du 4/u })).toHaveAttribute(
    'href',
    expect.stringMatching(/\/visite\//u),
  )
})

it('a master assesses offline in three taps what was practised, and the other two read it', async () => {
  const fetch = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('offline'))
  const workspace = await aDeviceOf('master')
  await holdAll(workspace, writeWeek(aBook(), 'signed', { more: { 'skills/B1.C1.3': true } }))
  openAssessment(workspace)

  const first = within(await screen.findByRole('region', { name: 'D’abord' }))
  await userEvent.click(first.getByRole('radio', { name: 'Acquis' }))
  await userEvent.click(screen.getByRole('button', { name: /^Envoyer \(1\scompétence\)$/u }))

  expect(await screen.findByText(base)).toBeVisible()
  expect(await written(workspace)).toMatchObject([
    {
      kind: 'assessment',
      type: 'patch',
      set: { party: 'master', date: '2025-11-07', 'skills/B1.C1.3/level': 'acquired' },
    },
    { kind: 'assessment', type: 'publish' },
  ])
  expect(fetch).not.toHaveBeenCalled()
})

it('an assessment of nothing is not sent', async () => {
  const workspace = await aDeviceOf('apprentice')
  openAssessment(workspace)
  await userEvent.click(await screen.findByRole('button', { name: 'Envoyer' }))

  expect(await screen.findByRole('alert')).toHaveTextContent('Choisissez au moins un niveau.')
  expect(await written(workspace)).toEqual([])
})

it('what was begun is found again, with what was chosen', async () => {
  const workspace = await aDeviceOf('apprentice')
  await holdAll(workspace, writePublished(aBook(), 'selfAssessment', 'draft'))
  openAssessment(workspace)

  expect(await screen.findByRole('button', { name: /^Envoyer \(1\scompétence\)$/u })).toBeVisible()
})

it('a correction is a new version of the same assessment', async () => {
  const workspace = await aDeviceOf('apprentice')
  const own = writePublished(aBook(), 'selfAssessment', 'published')
  await holdAll(workspace, own)
  openSkills(workspace)
  await userEvent.click(
    await screen.findByRole('button', { name: 'Corriger ma dernière évaluation' }),
  )

  await waitFor(async () => {
    expect(await written(workspace)).toMatchObject([{ type: 'amend', documentId: own.id }])
  })
  expect(await screen.findByText(`${base}/evaluer`)).toBeVisible()
  await settle(workspace.db)
})

it('a guardian reads, and is not asked to assess', async () => {
  const workspace = await aDeviceOf('guardian')
  await holdAll(workspace, ...opinions(aBook()))
  openSkills(workspace)

  expect(await line()).toHaveTextContent(/Apprenti\s: En cours/u)
  expect(screen.queryByText('Faire mon auto-évaluation')).toBeNull()
  expect(screen.queryByText('Évaluer les compétences')).toBeNull()
})
