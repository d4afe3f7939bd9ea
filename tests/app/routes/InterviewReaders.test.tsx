import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useParams } from 'react-router'
import { beforeEach, expect, it } from 'vitest'
import { InterviewRoute } from '#app/routes/InterviewRoute.tsx'
import { ObjectiveRoute } from '#app/routes/ObjectiveRoute.tsx'
import type { Workspace } from '#app/workspace.ts'
import type { DocumentId } from '#domain/identifiers.ts'
import { readsKind } from '#domain/rights.ts'
import { logbookId, nextId } from '#tests/support/builders.ts'
import { addBook } from './aWorkspace.ts'
import { aDevice, openRoute, written } from './openRoute.tsx'

let workspace: Workspace
beforeEach(async () => {
  workspace = aDevice('trainer')
  await addBook(workspace.db, 'trainer')
})

/** The page of an interview, and that of an objective. */
function Pages() {
  return useParams()['page'] === 'plan' ? <ObjectiveRoute /> : <InterviewRoute />
}
const open = (id: DocumentId) =>
  openRoute(
    workspace,
    '/livret/:logbookId/:page/:documentId',
    `/livret/${logbookId}/entretien/${id}`,
    <Pages />,
  )
const click = async (name: string | RegExp) => {
  await userEvent.click(await screen.findByRole('button', { name }))
}

it('an interview that the centre keeps to itself is of a kind that the company never receives', async () => {
  const id = nextId<DocumentId>()
  open(id)
  const formative = await screen.findByRole('button', { name: /^Entretien formatif/u })
  expect(await within(formative).findByText(/L’entreprise ne le lit pas\.$/u)).toBeVisible()
  await userEvent.click(formative)

  expect(await screen.findByText('L’entreprise ne lit pas cet entretien.')).toBeVisible()
  expect(await screen.findByText(/^0\spartie sur 2 est terminée\.$/u)).toBeVisible()
  await userEvent.type(await screen.findByLabelText('Ce qui est difficile'), 'Le trajet.')
  await click('J’ai terminé ma partie')
  await screen.findByText(/^1\spartie sur 2 est terminée\.$/u)
  const acts = await written(workspace)
  expect(new Set(acts.map(({ kind }) => kind))).toEqual(
    new Set(['individualInterview', 'individualSection']),
  )
  for (const { kind } of acts) expect(readsKind('master', kind)).toBe(false)
})

it('one in which the company has a part stays one that it reads', async () => {
  open(nextId<DocumentId>())
  const review = await screen.findByRole('button', { name: /^Entretien de bilan/u })
  await within(review).findByText(/^À trois/u)
  await userEvent.click(review)
  await screen.findByText(/^0\spartie sur 3 est terminée\.$/u)
  expect(new Set((await written(workspace)).map(({ kind }) => kind))).toEqual(
    new Set(['interview']),
  )
})

it.each([
  [/^Entretien tripartite/u, ['Entretien tripartite', 'Entretien de bilan']],
  [/^Entretien formatif/u, ['Entretien formatif', 'Entretien de régulation']],
])('an interview that has begun (%s) cannot become one that others read', async (name, types) => {
  open(nextId<DocumentId>())
  await screen.findAllByText(/L’entreprise ne le lit pas\.$/u)
  await userEvent.click(await screen.findByRole('button', { name }))
  await userEvent.click(await screen.findByText(/vendredi 7\snovembre/u, { selector: 'summary *' }))

  const offered = within(screen.getByLabelText('Type d’entretien')).getAllByRole('option')
  expect(
    offered.map(({ textContent }) => textContent).filter((each) => types.includes(each)),
  ).toEqual(types)
  expect(offered.filter(({ textContent }) => /^Entretien/u.test(textContent))).toHaveLength(2)
})

it.each([
  [
    'an individual interview does not tell the company that it was held',
    /^Entretien de rég/u,
    false,
  ],
  ['one that all read says at which it was agreed', /^Entretien tripartite/u, true],
])('an objective that is set at %s', async (_, name, says) => {
  const id = nextId<DocumentId>()
  open(id)
  await screen.findAllByText(/L’entreprise ne le lit pas\.$/u)
  await click(name)
  await click('Nouvel objectif')
  await userEvent.type(await screen.findByLabelText('Quoi'), 'X')
  await waitFor(async () => {
    const { kind, ...objective } = (await written(workspace)).at(-1) ?? {}
    expect(kind).toBe('objective')
    expect(objective).toMatchObject({ set: { label: 'X' } })
    expect(JSON.stringify(objective).includes(id)).toBe(says)
  })
})
