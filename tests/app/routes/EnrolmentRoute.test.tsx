import { EnrolmentRoute } from '#app/routes/EnrolmentRoute.tsx'
import { EnrolmentWaiting } from '#app/routes/EnrolmentWaiting.tsx'
import { ReadingRoute } from '#app/routes/ReadingRoute.tsx'
import type { Workspace } from '#app/workspace.ts'
import { editionIn, wordingOf } from '#domain/enrolment/readings.ts'
import { EnrolmentNotice } from '#features/enrolment/EnrolmentNotice.tsx'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import { readings } from '#programmes/readings.ts'
import { hold, pulledAs } from '#tests/store/aDatabase.ts'
import { aBook, actor, aSignature, logbookId } from '#tests/support/builders.ts'
import { writeAidClaim } from '#tests/support/apprenticeshipBuilders.ts'
import { writeEnrolment } from '#tests/support/enrolmentDocuments.ts'
import { KeptFocus } from '#ui/KeptFocus.ts'
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { addBook, factsOfMinor, someFacts } from './aWorkspace.ts'
import { aDevice, openRoute, written } from './openRoute.tsx'

const base = `/livret/${logbookId}/entree`
type Role = 'apprentice' | 'master' | 'trainer' | 'coordinator' | 'guardian'

async function aDeviceOf(
  role: Role,
  documents: readonly LogbookDocument[] = [],
  facts = someFacts(),
): Promise<Workspace> {
  const workspace = aDevice(role)
  await addBook(workspace.db, role, facts)
  await hold(workspace.db, ...documents.map((document) => pulledAs(document)))
  return workspace
}
const openHub = (workspace: Workspace) =>
  openRoute(workspace, '/livret/:logbookId/entree', base, <EnrolmentRoute />)
const openReading = (workspace: Workspace, code: string) =>
  openRoute(
    workspace,
    '/livret/:logbookId/entree/lire/:reading',
    `${base}/lire/${code}`,
    <ReadingRoute />,
  )

const [first] = readings
if (!first) throw new Error('the centre asks for nothing to be read')
const identity = { reading: first.code, edition: first.edition }
const minors = { set: { by: 'with-guardian' }, identity }

it('an apprentice signs a text without a network, and the signature names its very words', async () => {
  const fetch = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('offline'))
  const workspace = await aDeviceOf('apprentice')
  openReading(workspace, first.code)
  expect(await screen.findByText(/^Vous avez des congés payés/u)).toBeVisible()

  await userEvent.click(screen.getByRole('button', { name: 'J’ai lu, je signe' }))

  expect(await screen.findByText(/^Léa Moreau/u)).toBeVisible()
  expect(screen.queryByRole('button', { name: 'J’ai lu, je signe' })).toBeNull()
  const operations = await written(workspace)
  expect(operations.map(({ type }) => type)).toEqual(['patch', 'submit', 'sign'])
  expect(operations[0]).toMatchObject({
    kind: 'acknowledgement',
    set: { ...identity, wording: wordingOf(first), by: 'alone' },
  })
  expect(fetch).not.toHaveBeenCalled()
})

it('the list says what is signed, what is to be read, and what is to be read again', async () => {
  const book = aBook()
  const ofCentre = readings.find(({ code }) => code === 'centre-rules') ?? first
  const ofCompany = readings.find(({ of }) => of === 'company') ?? first
  openHub(
    await aDeviceOf('apprentice', [
      writeEnrolment(book, 'acknowledgement', 'signed', {
        identity: { reading: first.code, edition: '2025-09-01' },
      }),
      writeEnrolment(book, 'acknowledgement', 'signed', {
        identity: { reading: ofCentre.code, edition: ofCentre.edition },
      }),
      writeEnrolment(book, 'acknowledgement', 'signed', {
        identity: { reading: ofCompany.code, edition: editionIn(ofCompany, 'Optique Jaurès') },
      }),
    ]),
  )

  expect(
    await screen.findByRole('link', { name: /^Droits et devoirs.*a changé.*À lire$/u }),
  ).toBeVisible()
  expect(
    screen.getByRole('link', { name: /^Règlement intérieur du CFALu et signé$/u }),
  ).toBeVisible()
  // Signed for the company before: this one has rules of its own.
  expect(
    screen.getByRole('link', { name: /^Règlement intérieur de l’entreprise.*À lire$/u }),
  ).toBeVisible()
  expect(screen.getByRole('link', { name: /^Santé et sécurité au travailÀ lire$/u })).toBeVisible()
})

it('what a minor has signed waits for the guardian, who signs the same words', async () => {
  const minor = await aDeviceOf('apprentice', [], factsOfMinor())
  const { unmount } = openReading(minor, first.code)
  await userEvent.click(await screen.findByRole('button', { name: 'J’ai lu, je signe' }))
  expect(await screen.findByText(/Son représentant légal doit encore signer/u)).toBeVisible()
  expect((await written(minor))[0]).toMatchObject({ set: { by: 'with-guardian' } })
  unmount()

  const book = aBook()
  const sent = writeEnrolment(book, 'acknowledgement', 'sent', minors)
  const signed = book.must(aSignature(sent), actor('apprentice'))
  const guardian = await aDeviceOf('guardian', [signed], factsOfMinor())
  openReading(guardian, first.code)
  await userEvent.click(await screen.findByRole('button', { name: 'J’ai lu, je signe' }))

  expect(await screen.findByText(/^Samira Haddad/u)).toBeVisible()
  expect(await written(guardian)).toMatchObject([
    { type: 'sign', hash: signed.versions[0]?.hash, actor: { role: 'guardian' } },
  ])
})

it('nobody else can sign for the apprentice', async () => {
  for (const role of ['trainer', 'master', 'guardian'] as const) {
    const { unmount } = openReading(await aDeviceOf(role), first.code)
    expect(await screen.findByText('L’apprenti n’a pas encore signé ce texte.')).toBeVisible()
    expect(screen.queryByRole('button', { name: 'J’ai lu, je signe' })).toBeNull()
    unmount()
  }
})

it('the centre notes how a step stands, with its day, and it is read with the name of who noted it', async () => {
  const workspace = await aDeviceOf('coordinator')
  openHub(workspace)
  await userEvent.click(await screen.findByRole('button', { name: /^Noter\s: Accord de l’OPCO/u }))
  await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }))
  expect(await screen.findByText('Choisissez une réponse.')).toBeVisible()

  await userEvent.click(screen.getByRole('radio', { name: 'Refusé' }))
  fireEvent.change(screen.getByLabelText('Depuis le'), { target: { value: '2025-10-20' } })
  await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }))

  expect(await screen.findByText(/^Le 20\soctobre 2025, noté par Hélène Martinet$/u)).toBeVisible()
  // A refusal settles nothing.
  expect(screen.getByText('0 sur 6')).toBeVisible()
  expect(await written(workspace)).toMatchObject([
    { kind: 'admissionStep', set: { step: 'opco', state: 'refused', on: '2025-10-20' } },
    { type: 'publish' },
  ])
})

it('by keyboard, the form of a step opens in the place of its button, and so it closes', async () => {
  const workspace = await aDeviceOf('coordinator')
  openRoute(
    workspace,
    '/livret/:logbookId/entree',
    base,
    <>
      <EnrolmentRoute />
      <KeptFocus />
    </>,
  )
  const note = await screen.findByRole('button', { name: /^Noter\s: Accord de l’OPCO/u })
  const step = screen.getByRole('group', { name: /^Accord de l’OPCO/u })
  note.focus()

  await userEvent.keyboard('{Enter}')
  await waitFor(() => {
    expect(step).toHaveFocus()
  })
  await userEvent.tab()
  expect(within(step).getAllByRole('radio')).toContain(document.activeElement)

  within(step).getByRole('button', { name: 'Annuler' }).focus()
  await userEvent.keyboard('{Enter}')
  await waitFor(() => {
    expect(step).toHaveFocus()
  })
  await userEvent.tab()
  expect(screen.getByRole('button', { name: /^Noter\s: Accord de l’OPCO/u })).toHaveFocus()
})

it('an apprentice reads the steps and notes none; the company is not told of them', async () => {
  const step = writeEnrolment(aBook(), 'admissionStep', 'sent')
  const { unmount } = openHub(await aDeviceOf('apprentice', [step]))
  const steps = within(await screen.findByRole('region', { name: 'Les étapes d’admission' }))
  expect(steps.getByText('1 sur 6')).toBeVisible()
  expect(steps.queryByRole('button')).toBeNull()
  unmount()

  openHub(await aDeviceOf('master'))
  expect(await screen.findByRole('region', { name: 'À lire et à signer' })).toBeVisible()
  expect(screen.queryByRole('region', { name: 'Les étapes d’admission' })).toBeNull()
  expect(screen.queryByRole('region', { name: 'Positionnement' })).toBeNull()
})

it('what waits is said where people come first, and nothing is said where nothing waits', async () => {
  const open = async (role: Role, documents: readonly LogbookDocument[] = []) => {
    const workspace = await aDeviceOf(role, documents)
    return openRoute(
      workspace,
      '/',
      '/',
      <EnrolmentWaiting facts={someFacts()} actor={actor(role)} />,
    )
  }
  const { unmount } = await open('apprentice')
  expect(await screen.findByText(/^4\stextes à lire et à signer$/u)).toBeVisible()
  expect(screen.getByRole('link', { name: 'Ouvrir' })).toHaveAttribute('href', base)
  unmount()

  const request = writeEnrolment(aBook(), 'dispense', 'sent')
  const coordinator = await open('coordinator', [request])
  expect(await screen.findByText(/^1\sdemande de dispense à décider$/u)).toBeVisible()
  coordinator.unmount()

  // What came back is its author’s to mend.
  const claim = writeAidClaim(aBook(), 'returned')
  const asker = await open('apprentice', [claim])
  expect(await screen.findByText(/1\sdemande d’aide à corriger$/u)).toBeVisible()
  expect(screen.getByRole('link', { name: 'Ouvrir les aides' })).toHaveAttribute(
    'href',
    `/livret/${logbookId}/aides`,
  )
  asker.unmount()

  const returned = { dispenses: 0, aids: 0 }
  const nothing = { readings: 0, placements: 0, surveys: 0, dispenses: 0, returned }
  const { container } = render(<EnrolmentNotice logbookId={logbookId} waiting={nothing} />)
  expect(container).toBeEmptyDOMElement()
})
