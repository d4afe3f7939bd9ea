import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import { InterviewRoute } from '#app/routes/InterviewRoute.tsx'
import type { Workspace } from '#app/workspace.ts'
import { sectionIdOf } from '#domain/decide.ts'
import type { DocumentId } from '#domain/identifiers.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import { project } from '#domain/rights.ts'
import { findHere, hold, pulledAs } from '#tests/store/aDatabase.ts'
import {
  aBook,
  actor,
  anAct,
  aPatch,
  aSignature,
  lastHash,
  logbookId,
  master,
  nextId,
  personId,
  trainer,
  writeFrame,
  writeInterview,
  writeSection,
  type Book,
} from '#tests/support/builders.ts'
import { addBook } from './aWorkspace.ts'
import { aDevice, aThumb, openRoute, written } from './openRoute.tsx'

let workspace: Workspace
let who: 'trainer' | 'master' | 'apprentice'

const device = async (owner: typeof who) => {
  who = owner
  workspace = aDevice(owner)
  await addBook(workspace.db, owner)
}
beforeEach(() => device('trainer'))
const parties = ['apprentice', 'master', 'trainer'] as const

/** An interview and its sections, as the server shows them to the owner of the device. */
const pulled = async (book: Book, interview: LogbookDocument) => {
  const ids = [interview.id, ...parties.map((party) => sectionIdOf(interview, party))]
  const seen = ids.flatMap((id) => {
    const document = book.find(id)
    return (document && project(document, actor(who))) ?? []
  })
  await hold(workspace.db, ...seen.map((document) => pulledAs(document)))
}
const open = (id: DocumentId) =>
  openRoute(
    workspace,
    '/livret/:logbookId/entretien/:documentId',
    `/livret/${logbookId}/entretien/${id}`,
    <InterviewRoute />,
  )
const click = async (name: string | RegExp) => {
  await userEvent.click(await screen.findByRole('button', { name }))
}
const dialog = async () => within(await screen.findByRole('dialog'))
/** Waits until a screen that just changed hands takes a tap. */
const settled = async (name: string) => {
  await waitFor(
    () => {
      expect(screen.getByRole('button', { name })).not.toHaveAttribute('aria-disabled')
    },
    { timeout: 10_000 },
  )
}

it('a new interview begins with one tap on its type, and nothing before it', async () => {
  const id = nextId<DocumentId>()
  open(id)

  const tripartite = await screen.findByRole('button', { name: /^Entretien tripartite/u })
  expect(await written(workspace)).toEqual([])
  await userEvent.click(tripartite)

  expect(await screen.findByRole('heading', { name: 'Entretien tripartite' })).toBeVisible()
  expect(await screen.findByText(/^0\spartie sur 3 est terminée\.$/u)).toBeVisible()
})

it('three people write and sign on one phone without a network', { timeout: 30_000 }, async () => {
  const fetch = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('offline'))
  const id = nextId<DocumentId>()
  open(id)
  await click(/^Entretien tripartite/u)

  await userEvent.type(await screen.findByLabelText('Ce qui avance'), 'Fiches précises.')
  await click('J’ai terminé ma partie')
  for (const [given, name] of [
    ['Léa', 'Léa Moreau'],
    ['Paul', 'Paul Durand'],
  ] as const) {
    await click(`Passer l’appareil à ${given}`)
    const hands = await dialog()
    expect(hands.getByRole('heading', { level: 1 })).toHaveTextContent(`pour ${name}`)
    await userEvent.type(hands.getByLabelText('Ce qui avance'), `Mots de ${given}.`)
    await userEvent.click(hands.getByRole('button', { name: `Je suis ${name} et j’ai terminé` }))
    await screen.findByText(/^Merci\./u)
    expect(hands.queryByText(`Mots de ${given}.`)).toBeNull()
    expect(hands.queryByDisplayValue(`Mots de ${given}.`)).toBeNull()
    await click('Je suis Claire Roux, je reprends')
  }
  await click('Terminer et passer aux signatures')
  expect(await screen.findByText('À signer (0/3)')).toBeVisible()

  const thumb = aThumb()
  await thumb.tap(await screen.findByRole('button', { name: 'Passer l’appareil à Léa' }))
  await thumb.tap((await dialog()).getByRole('button', { name: 'Je suis Léa Moreau et je signe' }))
  await settled('Je suis Paul Durand et je signe')
  expect(screen.getByRole('heading', { level: 1, name: /pour Paul Durand/u })).toHaveFocus()
  expect(screen.getByText(/^Merci, Léa\./u)).toBeVisible()
  await thumb.tap((await dialog()).getByRole('button', { name: 'Je suis Paul Durand et je signe' }))
  expect(await screen.findByText(/^Merci\./u)).toBeVisible()
  expect((await dialog()).queryByText('Mots de Léa.')).toBeNull()
  await settled('Je suis Claire Roux et je signe')
  await thumb.tap(screen.getByRole('button', { name: 'Je suis Claire Roux et je signe' }))

  expect(await screen.findByText('Tout le monde a signé.')).toBeVisible()
  expect(thumb.taps()).toBe(4)
  const interview = await findHere(workspace.db, { kind: 'interview', id })
  expect(interview).toMatchObject({ state: 'signed' })
  const hash = interview?.versions[0]?.hash
  expect(interview?.signatures).toMatchObject([
    { signer: personId('apprentice'), level: 'in-person', via: personId('trainer'), hash },
    { signer: personId('master'), level: 'in-person', via: personId('trainer'), hash },
    { signer: personId('trainer'), via: null, hash },
  ])
  const acts = await written(workspace)
  const ofLea = acts.filter(({ actor: { personId: id } }) => id === personId('apprentice'))
  expect(ofLea.map(({ kind, type }) => `${type} ${kind}`)).toEqual(
    expect.arrayContaining(['patch section', 'submit section', 'sign interview']),
  )
  for (const { present, actor: by } of ofLea) {
    expect(present).toBe(personId('apprentice'))
    expect(by.via).toEqual({ personId: personId('trainer'), role: 'trainer' })
  }
  expect(fetch).not.toHaveBeenCalled()
})

it('on her own phone the apprentice writes her part, finishes it and takes it back', async () => {
  await device('apprentice')
  const book = aBook()
  const interview = writeFrame(book)
  await pulled(book, interview)
  open(interview.id)

  await userEvent.type(await screen.findByLabelText('Ce qui est difficile'), 'Relancer un client.')
  expect(screen.queryByLabelText('Conclusion de l’entretien')).toBeNull()
  expect(screen.queryByRole('button', { name: /Passer l’appareil/u })).toBeNull()
  await click('J’ai terminé ma partie')
  await click('Reprendre ma partie')

  expect(await screen.findByLabelText('Ce qui est difficile')).toHaveValue('Relancer un client.')
  expect(await written(workspace)).toMatchObject([
    { type: 'patch', present: null },
    { type: 'submit' },
    { type: 'withdraw' },
  ])
})

it('an empty part cannot be finished, and says so where one writes it', async () => {
  const book = aBook()
  const interview = writeFrame(book)
  await pulled(book, interview)
  open(interview.id)

  await click('J’ai terminé ma partie')

  expect(await screen.findByLabelText('Ce qui avance')).toHaveAccessibleDescription(
    /Écrivez au moins une phrase/u,
  )
  expect(screen.getByLabelText('Ce qui avance')).toHaveFocus()
  expect(screen.queryByRole('alert')).toBeNull()
  expect(await written(workspace)).toEqual([])
})

it('what somebody present has begun is not shown to the owner of the device', async () => {
  const book = aBook()
  const interview = writeFrame(book)
  await pulled(book, interview)
  open(interview.id)

  await click('Passer l’appareil à Léa')
  await userEvent.type((await dialog()).getByLabelText('Ce qui avance'), 'Entre nous.')
  await waitFor(async () => {
    expect(await written(workspace)).toMatchObject([{ set: { progress: 'Entre nous.' } }])
  })
  await click('Rendre l’appareil à Claire Roux')

  expect(screen.queryByRole('dialog')).toBeNull()
  expect(screen.queryByText('Entre nous.')).toBeNull()
  expect(screen.queryByDisplayValue('Entre nous.')).toBeNull()

  // Léa finds her words again when the device is hers.
  await click('Passer l’appareil à Léa')
  expect((await dialog()).getByLabelText('Ce qui avance')).toHaveValue('Entre nous.')
})

it('nobody freezes an interview while a part is missing', async () => {
  const book = aBook()
  const interview = writeFrame(book)
  writeSection(book, interview, 'trainer')
  writeSection(book, interview, 'master')
  await pulled(book, interview)
  open(interview.id)

  expect(await screen.findByText(/^2\sparties sur 3 sont terminées\.$/u)).toBeVisible()
  expect(screen.queryByRole('button', { name: /^Terminer et/u })).toBeNull()
})

it('an interview without a day is not frozen, and says what is missing', async () => {
  const book = aBook()
  const interview = writeInterview(book, 'open')
  await pulled(book, book.must(aPatch(interview, { date: null }), trainer))
  open(interview.id)

  await click('Terminer et passer aux signatures')

  expect(await screen.findByRole('alert')).toHaveTextContent('Indiquez le jour')
})

it('a formative interview asks the master for nothing', async () => {
  const book = aBook()
  const interview = writeInterview(book, 'frozen', 'formative')
  await pulled(book, interview)
  open(interview.id)

  expect(await screen.findByText('À signer (0/2)')).toBeVisible()
  expect(screen.queryByText(/Paul Durand/u)).toBeNull()
})

it('the master signs on his own device the version that he read', async () => {
  await device('master')
  const book = aBook()
  const interview = writeInterview(book, 'frozen')
  await pulled(book, interview)
  open(interview.id)

  expect(await screen.findByText('Les progrès vus par apprentice.')).toBeVisible()
  await click('Signer l’entretien')

  expect(await screen.findByText('À signer (1/3)')).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Signer l’entretien' })).toBeNull()
  expect(await written(workspace)).toMatchObject([
    { type: 'sign', hash: lastHash(interview), present: null },
  ])
})

it('after a correction the signed version stays to be seen, with its stamp', async () => {
  const book = aBook()
  const frozen = writeInterview(book, 'frozen')
  book.must(aSignature(frozen), master)
  const interview = book.must(anAct('amend', frozen), trainer)
  await pulled(book, interview)
  open(interview.id)

  expect(await screen.findByText('En préparation')).toBeVisible()
  const earlier = await screen.findByText('Versions précédentes')
  await userEvent.click(earlier)
  expect(screen.getByText(/sur la version 1/u)).toBeVisible()
})

it('a finger that taps twice signs for one person, not for the next one too', async () => {
  const book = aBook()
  const interview = writeInterview(book, 'frozen')
  await pulled(book, interview)
  open(interview.id)

  await click('Passer l’appareil à Léa')
  await click('Je suis Léa Moreau et je signe')
  await click('Je suis Paul Durand et je signe')
  await settled('Je suis Paul Durand et je signe')

  const shown = await findHere(workspace.db, interview)
  expect(shown?.signatures.map(({ signer }) => signer)).toEqual([personId('apprentice')])
})

it('a signature that is refused says why, and the device stays with the signer', async () => {
  const book = aBook()
  const interview = writeInterview(book, 'frozen')
  await pulled(book, interview)
  workspace = { ...workspace, sign: () => Promise.resolve('not-kept') }
  open(interview.id)

  await click('Passer l’appareil à Léa')
  await click('Je suis Léa Moreau et je signe')

  expect(await screen.findByRole('alert')).toHaveTextContent('n’a pas pu garder')
  expect(screen.queryByText(/^Merci/u)).toBeNull()
})

it('an interview of a logbook that is not here is not invented', async () => {
  await device('master')
  open(nextId())

  expect(await screen.findByText('Cet entretien n’est pas sur cet appareil.')).toBeVisible()
})
