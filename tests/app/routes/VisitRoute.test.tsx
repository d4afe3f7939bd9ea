import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import { VisitRoute } from '#app/routes/VisitRoute.tsx'
import type { Workspace } from '#app/workspace.ts'
import type { DocumentId } from '#domain/identifiers.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import { findHere, hold, pulledAs } from '#tests/store/aDatabase.ts'
import {
  aBook,
  anAct,
  aPatch,
  aVisit,
  lastHash,
  logbookId,
  nextId,
  personId,
  trainer,
  writeVisit,
} from '#tests/support/builders.ts'
import { addBook, settle, TODAY } from './aWorkspace.ts'
import { aDevice, aThumb, openRoute, written } from './openRoute.tsx'

let workspace: Workspace

const device = async (who: 'trainer' | 'master' | 'apprentice') => {
  workspace = aDevice(who)
  await addBook(workspace.db, who)
}
beforeEach(() => device('trainer'))
const pulled = async (document: LogbookDocument) => {
  await hold(workspace.db, pulledAs(document))
}
const open = (id: DocumentId) =>
  openRoute(
    workspace,
    '/livret/:logbookId/visite/:documentId',
    `/livret/${logbookId}/visite/${id}`,
    <VisitRoute />,
  )
const observations = () => screen.findByLabelText('Vos observations')
const bar = () => screen.getByRole('button', { name: 'Envoyer le compte rendu' }).parentElement
const sendButton = () => screen.findByRole('button', { name: 'Envoyer le compte rendu' })

it('a visit that is only looked at does not exist', async () => {
  open(nextId())

  await observations()
  expect(screen.getByText(/vendredi 7\s+novembre 2025 · Sur\splace · Saint-Étienne/u)).toBeVisible()
  expect(screen.getByLabelText('Claire Roux')).toBeChecked()
  expect(await written(workspace)).toEqual([])
})

it('the first tick moves nothing under the finger: the heading and the state are there before', async () => {
  open(nextId())
  const attendee = await screen.findByLabelText('Léa Moreau')
  const head = () => screen.getByRole('main').querySelector('header')?.textContent
  const before = head()
  expect(before).toMatch(/Visite du 7\snovembre 2025.*Brouillon$/u)

  await userEvent.click(attendee)
  await waitFor(async () => {
    expect(await written(workspace)).not.toEqual([])
  })
  expect(head()).toBe(before)
})

it('a report is sent in six taps and dictated words, without a network', async () => {
  const fetch = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('offline'))
  const id = nextId<DocumentId>()
  const thumb = aThumb()
  open(id)

  // The first tap was « Nouvelle visite », in the logbook.
  await thumb.tap(await screen.findByLabelText('Léa Moreau'))
  await thumb.tap(screen.getByLabelText('Paul Durand'))
  await thumb.tap(await observations())
  await thumb.type(await observations(), 'Léa prend de l’assurance.')
  await thumb.tap(await sendButton())

  expect(await screen.findByRole('heading', { name: 'Qui l’a lu' })).toBeVisible()
  expect(thumb.taps() + 1).toBeLessThanOrEqual(6)
  expect(
    (await findHere(workspace.db, { kind: 'visit', id }))?.versions.map(({ content }) => content),
  ).toEqual([
    {
      date: TODAY,
      mode: 'on-site',
      place: 'Saint-Étienne',
      'attendees/apprentice': true,
      'attendees/master': true,
      'attendees/trainer': true,
      observations: 'Léa prend de l’assurance.',
    },
  ])
  expect(fetch).not.toHaveBeenCalled()
})

it('a report that waits for a network says where it is, until the server has it', async () => {
  open(nextId())
  await userEvent.type(await observations(), 'Léa prend de l’assurance.')
  await userEvent.click(await sendButton())

  const notice = await screen.findByText('Gardée sur cet appareil')
  expect(notice.closest('[role=status]')).toHaveTextContent(
    'La visite part toute seule dès qu’il y a du réseau.',
  )
  expect(screen.getByText('En attente d’envoi')).toBeVisible()
  expect(screen.queryByText('Envoyée')).toBeNull()

  await settle(workspace.db)

  expect(await screen.findByText('Envoyée')).toBeVisible()
  expect(screen.queryByText('Gardée sur cet appareil')).toBeNull()
})

it('who has written reads beside the button that nobody of the company is ticked, and may send all the same', async () => {
  open(nextId())
  const hint = 'Personne de l’entreprise n’est coché comme présent.'
  await observations()
  expect(screen.queryByText(hint)).toBeNull()

  await userEvent.type(await observations(), 'Vu.')
  expect(bar()).toHaveTextContent(hint)
  await userEvent.click(screen.getByLabelText('Paul Durand'))
  expect(bar()).not.toHaveTextContent(hint)
  await userEvent.click(screen.getByLabelText('Paul Durand'))
  await userEvent.click(screen.getByLabelText(/^Boissons du Forez/u))
  expect(bar()).not.toHaveTextContent(hint)
  await userEvent.click(screen.getByLabelText(/^Boissons du Forez/u))
  expect(bar()).toHaveTextContent(hint)

  await userEvent.click(await sendButton())
  expect(await screen.findByRole('heading', { name: 'Qui l’a lu' })).toBeVisible()
})

it('agreed actions without a day are counted beside the button', async () => {
  open(nextId())
  await userEvent.type(await observations(), 'Vu.')
  const add = screen.getByRole('button', { name: 'Ajouter une action' })
  await userEvent.click(add)
  await userEvent.type(screen.getByLabelText('À faire'), 'Appeler.')
  await waitFor(() => {
    expect(bar()).toHaveTextContent(/Une action n’a pas de date\./u)
  })

  await userEvent.click(add)
  await userEvent.type(
    within(screen.getByRole('group', { name: /2$/u })).getByLabelText('À faire'),
    'Relire.',
  )
  await waitFor(() => {
    expect(bar()).toHaveTextContent(/2\sactions n’ont pas de date\./u)
  })

  for (const due of screen.getAllByLabelText('Pour le'))
    fireEvent.change(due, { target: { value: '2025-12-01' } })
  await waitFor(() => {
    expect(bar()).not.toHaveTextContent(/date/u)
  })
})

it('a report without a word is not sent, and the field says so', async () => {
  open(nextId())

  await userEvent.click(await sendButton())

  expect(await observations()).toHaveFocus()
  expect(await observations()).toHaveAccessibleDescription(/Écrivez ou dictez/u)
  expect(await written(workspace)).toEqual([])
})

it('the place can be emptied and stays empty', async () => {
  const id = nextId<DocumentId>()
  open(id)

  await userEvent.clear(await screen.findByLabelText('Lieu'))
  await userEvent.type(await observations(), 'Vu.')

  expect(screen.getByLabelText('Lieu')).toHaveValue('')
  await waitFor(async () => {
    expect((await findHere(workspace.db, { kind: 'visit', id }))?.fields).toMatchObject({
      place: { value: '' },
      date: { value: TODAY },
      observations: { value: 'Vu.' },
    })
  })
})

it('what is agreed is written, removed and put back', async () => {
  const id = nextId<DocumentId>()
  open(id)
  const label = () => screen.findByLabelText('À faire')

  await userEvent.click(await screen.findByRole('button', { name: 'Ajouter une action' }))
  expect(await label()).toHaveFocus()
  await userEvent.type(await label(), 'Relire la fiche E4')
  await userEvent.click(screen.getByRole('radio', { name: 'Paul' }))
  await userEvent.click(screen.getByRole('button', { name: /^Retirer l’action\s1$/u }))

  expect(screen.queryByLabelText('À faire')).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'Remettre l’action retirée' }))
  expect(await label()).toHaveValue('Relire la fiche E4')

  await userEvent.type(await observations(), 'Vu.')
  await userEvent.click(await sendButton())
  expect(await screen.findByText('par Paul Durand')).toBeVisible()
})

it('a deleted draft is taken back with every word', async () => {
  const visit = writeVisit(aBook(), 'draft')
  await pulled(visit)
  open(visit.id)

  await userEvent.click(await screen.findByRole('button', { name: 'Supprimer le brouillon' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Reprendre ce brouillon' }))

  expect(await observations()).toHaveValue('Bonne intégration.')
})

it('the master says that he read this version, and his stamp says when', async () => {
  await device('master')
  const visit = aVisit('published')
  await pulled(visit)
  open(visit.id)

  await userEvent.click(await screen.findByRole('button', { name: 'J’ai lu' }))

  expect(await screen.findByText('Lu')).toBeVisible()
  expect(screen.queryByRole('button', { name: 'J’ai lu' })).toBeNull()
  expect(await written(workspace)).toMatchObject([
    { type: 'sign', hash: lastHash(visit), present: null },
  ])
})

it('a master without a device reads on the trainer’s, which the evidence says', async () => {
  const visit = aVisit('published')
  await pulled(visit)
  open(visit.id)

  await userEvent.click(await screen.findByRole('button', { name: 'Passer l’appareil à Paul' }))
  const hands = within(screen.getByRole('dialog', { name: 'Cet appareil est pour Paul Durand.' }))
  expect(hands.getByText('Bonne intégration.')).toBeVisible()
  await userEvent.click(hands.getByRole('button', { name: 'Je suis Paul Durand et j’ai lu' }))

  expect(
    await screen.findByRole('dialog', { name: 'Merci. Rendez l’appareil à Claire Roux.' }),
  ).toBeVisible()
  expect(hands.queryByText('Bonne intégration.')).toBeNull()
  expect(await written(workspace)).toMatchObject([
    {
      type: 'sign',
      present: personId('master'),
      actor: { role: 'master', via: { personId: personId('trainer'), role: 'trainer' } },
    },
  ])

  await userEvent.click(screen.getByRole('button', { name: 'Je suis Claire Roux, je reprends' }))
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(await screen.findByText('En personne, sur l’appareil de Claire Roux')).toBeInTheDocument()
})

it('says who has read a visit, and who has not', async () => {
  const visit = aVisit('acknowledged')
  await pulled(visit)
  open(visit.id)

  expect(await screen.findByText('Lue par Paul')).toBeVisible()
  expect(screen.getByText(/^Pas encore marqué comme lu\s: Léa Moreau\.$/u)).toBeVisible()
})

it('a report that is being corrected is read as it was sent', async () => {
  await device('master')
  const book = aBook()
  const visit = writeVisit(book, 'amended')
  const rewritten = book.must(aPatch(visit, { observations: 'Pas encore fini' }), trainer)
  // As the server shows it to others than its author.
  await pulled({ ...rewritten, fields: {} })
  open(visit.id)

  expect(await screen.findByText('Bonne intégration.')).toBeVisible()
  expect(screen.getByText(/Claire Roux corrige ce compte rendu/u)).toBeVisible()
  expect(screen.queryByText('Pas encore fini')).toBeNull()
})

it('a corrected report keeps the earlier one, with who had read it', async () => {
  const book = aBook()
  const read = writeVisit(book, 'acknowledged')
  book.must(anAct('amend', read), trainer)
  const amended = book.find(read.id)
  if (!amended) throw new Error('no visit')
  const patched = book.must(aPatch(amended, { observations: 'Très bonne intégration.' }), trainer)
  const visit = book.must(anAct('publish', patched), trainer)
  await pulled(visit)
  open(visit.id)

  expect(await screen.findByText('Très bonne intégration.')).toBeVisible()
  expect(
    screen.getByText(/^Pas encore marqué comme lu\s: Léa Moreau, Paul Durand\.$/u),
  ).toBeVisible()
  await userEvent.click(screen.getByText('Versions précédentes'))
  expect(screen.getByText('Bonne intégration.')).toBeVisible()
  expect(screen.getByText('Paul Durand')).toBeVisible()
})

it('somebody who may not write a visit is not offered an empty one', async () => {
  await device('apprentice')
  open(nextId())

  expect(await screen.findByText('Cette visite n’est pas sur cet appareil.')).toBeVisible()
  expect(screen.queryByRole('textbox')).toBeNull()
})
