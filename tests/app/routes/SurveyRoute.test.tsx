import { EnrolmentRoute } from '#app/routes/EnrolmentRoute.tsx'
import { SurveyRoute } from '#app/routes/SurveyRoute.tsx'
import type { Workspace } from '#app/workspace.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import type { Content } from '#domain/operation.ts'
import { surveyIdOf } from '#domain/enrolment/surveys.ts'
import { hold, pulledAs } from '#tests/store/aDatabase.ts'
import { aBook, logbookId, logbooks, personId, type PersonName } from '#tests/support/builders.ts'
import { writeContract } from '#tests/support/apprenticeshipBuilders.ts'
import { writeEnrolment } from '#tests/support/enrolmentDocuments.ts'
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { addBook, someFacts } from './aWorkspace.ts'
import { aDevice, openRoute, written } from './openRoute.tsx'

type Role = 'apprentice' | 'master' | 'trainer' | 'coordinator'
const hub = `/livret/${logbookId}/entree`
/** The survey of the first months has opened, that of the end has not. */
const facts = { ...someFacts(), contract: { start: '2025-06-02', end: '2027-08-31' } }

async function aDeviceOf(role: Role, ...documents: LogbookDocument[]): Promise<Workspace> {
  const workspace = aDevice(role)
  await addBook(workspace.db, role, facts)
  await hold(workspace.db, ...documents.map((document) => pulledAs(document)))
  return workspace
}
const openSurvey = (workspace: Workspace, code = 'during') =>
  openRoute(
    workspace,
    '/livret/:logbookId/entree/enquete/:survey',
    `${hub}/enquete/${code}`,
    <SurveyRoute />,
  )
const openHub = (workspace: Workspace) =>
  openRoute(workspace, '/livret/:logbookId/entree', hub, <EnrolmentRoute />)

const answers = (by: PersonName, set: Content) =>
  writeEnrolment(aBook(), 'survey', 'sent', { by, set })

it(
  'a master answers without a network what concerns the company, and is told who reads it',
  { timeout: 60_000 },
  async () => {
    const fetch = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('offline'))
    const workspace = await aDeviceOf('master')
    openSurvey(workspace)
    expect(
      await screen.findByText('Seul le responsable pédagogique du CFA lit vos réponses.'),
    ).toBeVisible()
    // Of the apprentice alone.
    expect(screen.queryByText('Les cours servent dans l’entreprise.')).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: 'Envoyer mes réponses' }))
    expect(await screen.findByText(/^Il manque encore 5\sréponses\.$/u)).toBeVisible()

    const [last, ...others] = screen.getAllByRole('radio', { name: 'Plutôt oui' }).toReversed()
    for (const answer of others) await userEvent.click(answer)
    await userEvent.type(screen.getByLabelText('Une phrase, si vous voulez'), 'Plus tôt.')
    await userEvent.click(screen.getByRole('button', { name: 'Envoyer mes réponses' }))
    expect(await screen.findByText(/^Il manque encore 1\sréponse\.$/u)).toBeVisible()
    expect((await written(workspace)).map(({ type }) => type)).not.toContain('publish')

    if (last) await userEvent.click(last)
    await userEvent.click(screen.getByRole('button', { name: 'Envoyer mes réponses' }))

    expect(await screen.findByText(hub)).toBeVisible()
    const operations = await written(workspace)
    expect(operations.at(-1)).toMatchObject({ kind: 'survey', type: 'publish' })
    expect(operations[0]).toMatchObject({
      documentId: surveyIdOf(logbookId, 'during', personId('master')),
    })
    const sent: unknown = Object.assign(
      {},
      ...operations.map((each) => ('set' in each ? each.set : {})),
    )
    expect(sent).toMatchObject({ survey: 'during', party: 'master', told: 'Plus tôt.' })
    expect(fetch).not.toHaveBeenCalled()
  },
)

it('the coordinator reads how often each answer came and their average; nobody else does', async () => {
  const sent = [
    answers('apprentice', { 'answers/pace/level': 4, told: 'Plus de cas pratiques.' }),
    answers('master', { 'answers/pace/level': 3, 'answers/progress/level': 1 }),
  ]
  const elsewhere = {
    ...answers('secondApprentice', { 'answers/pace/level': 1, told: 'Rien.' }),
    logbookId: logbooks.elsewhere,
  }
  const { unmount } = openSurvey(await aDeviceOf('coordinator', ...sent, elsewhere))
  const here = within(await screen.findByRole('region', { name: 'Dans ce livret' }))
  expect(here.getByText(/^3,50 sur 4, 2\sréponses\s: 1\splutôt oui, 1\soui$/u)).toBeVisible()
  expect(here.getByText(/^1,00 sur 4, 1\sréponse\s: 1\snon$/u)).toBeVisible()
  expect(here.getByText('Plus de cas pratiques.')).toBeVisible()
  const everywhere = within(screen.getByRole('region', { name: 'Tous les livrets suivis' }))
  expect(everywhere.getByText(/^2,67 sur 4, 3\sréponses\s:/u)).toBeVisible()
  expect(everywhere.queryByText('Plus de cas pratiques.')).toBeNull()
  unmount()

  // Who came to know the address is led away.
  openSurvey(await aDeviceOf('trainer', ...sent))
  expect(await screen.findByText(hub)).toBeVisible()
})

it('the survey of the end opens with the contract that counts: one that was extended ends later', async () => {
  const contract = writeContract(aBook(), 'published', {
    ...{ start: '2025-06-02', end: '2027-08-31' },
    ...{ extensionReason: 'exam-failure', extendedEnd: '2028-08-31' },
  })
  openHub(await aDeviceOf('apprentice', contract))
  const list = within(await screen.findByRole('region', { name: 'Enquêtes' }))
  expect(await list.findByText(/^S’ouvre le 30\sjuin 2028$/u)).toBeVisible()
})

it('a survey is answered from its very day on', async () => {
  const workspace = aDevice('master')
  // Four months before this Friday, to the day.
  const contract = { start: '2025-07-07', end: '2027-08-31' }
  await addBook(workspace.db, 'master', { ...someFacts(), contract })
  const { unmount } = openHub(workspace)
  expect(await screen.findByRole('link', { name: /À remplir$/u })).toBeVisible()
  unmount()
  openSurvey(workspace)
  expect(await screen.findByRole('button', { name: 'Envoyer mes réponses' })).toBeVisible()
})

it('a survey that has not opened says when it does, and answers cannot be given twice', async () => {
  const own = {
    ...answers('apprentice', { party: 'apprentice' }),
    id: surveyIdOf(logbookId, 'during', personId('apprentice')),
  }
  const waiting = openHub(await aDeviceOf('master'))
  expect(await screen.findByRole('link', { name: /À remplir$/u })).toBeVisible()
  waiting.unmount()

  const workspace = await aDeviceOf('apprentice', own)
  const { unmount } = openHub(workspace)
  const list = within(await screen.findByRole('region', { name: 'Enquêtes' }))
  expect(list.getByText(/^S’ouvre le 30\sjuin 2027$/u)).toBeVisible()
  expect(list.getByRole('link', { name: /Envoyée$/u })).toBeVisible()
  unmount()

  // Who came to know the address cannot answer before the day.
  const early = openSurvey(workspace, 'end')
  expect(await screen.findByText('Cette enquête n’attend pas votre réponse.')).toBeVisible()
  early.unmount()

  openSurvey(workspace)
  expect(await screen.findByText('Vos réponses sont envoyées.')).toBeVisible()
  expect(screen.getByRole('button', { name: 'Changer mes réponses' })).toBeVisible()
  expect(screen.queryByRole('region', { name: 'Dans ce livret' })).toBeNull()
  expect(screen.queryByRole('button', { name: 'Envoyer mes réponses' })).toBeNull()
})
