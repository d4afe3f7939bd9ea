import { PlacementRoute } from '#app/routes/PlacementRoute.tsx'
import type { Workspace } from '#app/workspace.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import { hold, pulledAs } from '#tests/store/aDatabase.ts'
import { aBook, actor, aSignature, logbookId } from '#tests/support/builders.ts'
import { writeEnrolment } from '#tests/support/enrolmentDocuments.ts'
import { fireEvent, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { addBook } from './aWorkspace.ts'
import { aDevice, openRoute, written } from './openRoute.tsx'

type Role = 'apprentice' | 'master' | 'trainer' | 'coordinator'
const path = '/livret/:logbookId/entree/positionnement'

async function open(role: Role, ...documents: LogbookDocument[]): Promise<Workspace> {
  const workspace = aDevice(role)
  await addBook(workspace.db, role)
  await hold(workspace.db, ...documents.map((document) => pulledAs(document)))
  openRoute(workspace, path, `/livret/${logbookId}/entree/positionnement`, <PlacementRoute />)
  return workspace
}

it(
  'a trainer writes and signs a placement without a network, and what is missing is said',
  { timeout: 60_000 },
  async () => {
    const fetch = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('offline'))
    const workspace = await open('trainer')
    await userEvent.click(await screen.findByRole('button', { name: 'Envoyer et signer' }))
    expect(await screen.findByText('Choisissez au moins un niveau.')).toBeVisible()
    expect(screen.getByText('Dites comment la formation est adaptée.')).toBeVisible()
    expect(await written(workspace)).toEqual([])

    fireEvent.change(screen.getByLabelText('Date'), { target: { value: '2025-11-05' } })
    const theme = within(screen.getByRole('group', { name: 'Anglais' }))
    await userEvent.click(theme.getByRole('radio', { name: 'Fragile' }))
    fireEvent.change(screen.getByLabelText('Comment la formation est adaptée'), {
      target: { value: 'Entrée en deuxième année.' },
    })
    fireEvent.change(screen.getByLabelText(/^Mois en plus/u), { target: { value: '-12' } })
    const arrangement = within(screen.getByRole('group', { name: /^Un aménagement est-il utile/u }))
    await userEvent.click(arrangement.getByRole('radio', { name: 'Oui' }))
    fireEvent.change(screen.getByLabelText('Ce qui est aménagé'), {
      target: { value: 'Un tiers de temps en plus.' },
    })
    await userEvent.click(screen.getByRole('button', { name: 'Envoyer et signer' }))

    expect(await screen.findByText(/^Claire Roux/u)).toBeVisible()
    expect(screen.getByText(/^12\smois de moins$/u)).toBeVisible()
    const operations = await written(workspace)
    const of = (kind: string) => operations.filter((each) => each.kind === kind)
    const setOf = (kind: string): unknown =>
      Object.assign({}, ...of(kind).map((each) => ('set' in each ? each.set : {})))
    expect(setOf('placement')).toEqual({
      ...{ party: 'trainer', date: '2025-11-05', 'diagnostic/english/level': 'fragile' },
      ...{ path: 'Entrée en deuxième année.', months: -12 },
    })
    // What is of health stands in a document of its own.
    expect(setOf('arrangement')).toEqual({ needed: 'yes', told: 'Un tiers de temps en plus.' })
    expect(
      of('placement')
        .map(({ type }) => type)
        .slice(-2),
    ).toEqual(['submit', 'sign'])
    expect(of('arrangement').at(-1)?.type).toBe('publish')
    expect(fetch).not.toHaveBeenCalled()
  },
)

it('what is typed and then not needed is not told to anybody', async () => {
  const workspace = await open('trainer')
  fireEvent.change(await screen.findByLabelText('Date'), { target: { value: '2025-11-05' } })
  const theme = within(screen.getByRole('group', { name: 'Anglais' }))
  await userEvent.click(theme.getByRole('radio', { name: 'Solide' }))
  fireEvent.change(screen.getByLabelText('Comment la formation est adaptée'), {
    target: { value: 'Sans changement.' },
  })
  const arrangement = within(screen.getByRole('group', { name: /^Un aménagement est-il utile/u }))
  await userEvent.click(arrangement.getByRole('radio', { name: 'Oui' }))
  fireEvent.change(screen.getByLabelText('Ce qui est aménagé'), {
    target: { value: 'Dos fragile' },
  })
  await userEvent.click(arrangement.getByRole('radio', { name: 'Non' }))
  await userEvent.click(screen.getByRole('button', { name: 'Envoyer et signer' }))

  expect(await screen.findByText('Aucun aménagement demandé.')).toBeVisible()
  const told = (await written(workspace)).flatMap((each) =>
    'set' in each && each.kind === 'arrangement' && 'told' in each.set ? [each.set['told']] : [],
  )
  expect(told.at(-1)).toBeNull()
  await vi.waitFor(async () => {
    expect((await written(workspace)).at(-1)?.type).toBe('sign')
  })
})

it('a number of months that is none is said, and the one before is kept', async () => {
  const workspace = await open('trainer')
  const months = await screen.findByLabelText(/^Mois en plus/u)
  fireEvent.change(months, { target: { value: '6' } })
  fireEvent.change(months, { target: { value: '600' } })
  expect(months).toHaveAccessibleDescription(/Écrivez un nombre de mois/u)
  await vi.waitFor(async () => {
    expect(await written(workspace)).toMatchObject([{ set: { months: 6 } }])
  })
})

it.each([
  ['-12', 'non', /^Le contrat dure alors 12\smois\.$/u, /signent une convention/u],
  ['12', 'oui', /^Le contrat dure alors 36\smois\.$/u, null],
  ['-20', 'non', /^Un contrat dure au moins 6\smois, sauf après une rupture\.$/u, null],
  ['13', 'non', /^Un contrat dure au plus 36\smois\.$/u, null],
  ['24', 'oui', /^Le contrat dure alors 48\smois\.$/u, null],
])(
  '%s months with an arrangement for a disability (%s): what the duration becomes is said',
  async (months, arranged, says, more) => {
    await open('trainer')
    fireEvent.change(await screen.findByLabelText(/^Mois en plus/u), { target: { value: months } })
    if (arranged === 'oui') {
      const group = within(screen.getByRole('group', { name: /^Un aménagement est-il utile/u }))
      await userEvent.click(group.getByRole('radio', { name: 'Oui' }))
    }
    expect(await screen.findByText(says)).toBeVisible()
    const agreement = screen.queryByText(/signent une convention/u)
    if (more) expect(agreement).toBeVisible()
    else expect(agreement).toBeNull()
  },
)

it('an apprentice signs in one tap what they have read: the placement and what is arranged', async () => {
  const book = aBook()
  const sent = writeEnrolment(book, 'placement', 'sent')
  const placement = book.must(aSignature(sent), actor('trainer'))
  const arrangement = writeEnrolment(book, 'arrangement', 'sent')
  const workspace = await open('apprentice', placement, arrangement)
  expect(await screen.findByText('Un tiers de temps en plus aux devoirs.')).toBeVisible()
  expect(screen.queryByLabelText('Date')).toBeNull()

  await userEvent.click(screen.getByRole('button', { name: 'J’ai lu, je signe' }))

  await vi.waitFor(() => {
    expect(screen.getAllByText(/^Léa Moreau/u)).toHaveLength(2)
  })
  expect(await written(workspace)).toMatchObject([
    { kind: 'placement', type: 'sign', hash: placement.versions[0]?.hash },
    { kind: 'arrangement', type: 'sign', hash: arrangement.versions[0]?.hash },
  ])
  expect(screen.queryByRole('button', { name: 'J’ai lu, je signe' })).toBeNull()
})

it('what was replaced by a later placement is neither read nor signed any more', async () => {
  const book = aBook()
  const earlier = writeEnrolment(book, 'placement', 'sent', { set: { path: 'Deux ans.' } })
  const later = writeEnrolment(book, 'placement', 'sent', {
    by: 'coordinator',
    set: { party: 'coordinator', path: 'Un an.' },
  })
  const [first, second] = ['2025-11-05T09:00:00.000Z', '2025-11-06T09:00:00.000Z']
  const dated = (document: LogbookDocument, at: string) => ({
    ...document,
    versions: document.versions.map((version) => ({ ...version, at })),
  })
  const workspace = await open('apprentice', dated(earlier, first), dated(later, second))
  expect(await screen.findByText('Un an.')).toBeVisible()
  expect(screen.queryByText('Deux ans.')).toBeNull()

  await userEvent.click(screen.getByRole('button', { name: 'J’ai lu, je signe' }))

  await vi.waitFor(() => {
    expect(screen.queryByRole('button', { name: 'J’ai lu, je signe' })).toBeNull()
  })
  expect(await written(workspace)).toMatchObject([{ type: 'sign', documentId: later.id }])
})

it('the company reads nothing of it, even where it came to its device', async () => {
  const book = aBook()
  await open(
    'master',
    writeEnrolment(book, 'placement', 'signed'),
    writeEnrolment(book, 'arrangement', 'signed'),
  )
  expect(await screen.findByText('Le CFA n’a pas encore écrit le positionnement.')).toBeVisible()
})

it('what a colleague wrote is read, and another one can be begun', async () => {
  await open('coordinator', writeEnrolment(aBook(), 'placement', 'signed'))
  expect(await screen.findByText('Deux heures d’anglais en plus par mois.')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Écrire un nouveau positionnement' }))
  expect(await screen.findByLabelText('Comment la formation est adaptée')).toHaveValue('')
})
