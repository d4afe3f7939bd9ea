import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it } from 'vitest'
import { SignaturesRoute } from '#app/routes/SignaturesRoute.tsx'
import type { Workspace } from '#app/workspace.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import type { DocumentId } from '#domain/identifiers.ts'
import { act } from '#store/act.ts'
import { hold, pulledAs } from '#tests/store/aDatabase.ts'
import {
  actor,
  after,
  anAct,
  anInterview,
  apprentice,
  aSignature,
  aVisit,
  aWeek,
  logbookId,
  logbooks,
  nextId,
} from '#tests/support/builders.ts'
import { addBook, someFacts } from './aWorkspace.ts'
import { aDevice, openRoute } from './openRoute.tsx'

let workspace: Workspace

beforeEach(async () => {
  workspace = aDevice('master')
  await addBook(workspace.db, 'master')
  await addBook(workspace.db, 'master', someFacts('secondApprentice', logbooks.elsewhere))
})
const pulled = async (...documents: LogbookDocument[]) => {
  await hold(workspace.db, ...documents.map((document) => pulledAs(document)))
}
const open = () => openRoute(workspace, '/signatures', '/signatures', <SignaturesRoute />)
const linksOf = async (name: string) =>
  within(await screen.findByRole('region', { name })).getAllByRole('link')

/** A week signed at an instant. */
const signedWeek = (week: string, at: string): LogbookDocument => {
  const entry = aWeek('signed', { week })
  return { ...entry, signatures: entry.signatures.map((each) => ({ ...each, at })) }
}
/** The same in the logbook of Inès. */
const elsewhere = (document: LogbookDocument): LogbookDocument => ({
  ...document,
  id: nextId<DocumentId>(),
  logbookId: logbooks.elsewhere,
})

it('what was signed is found again: by apprentice, latest signature first, each opens its page', async () => {
  await pulled(
    signedWeek('2025-W43', '2025-11-03T09:00:00.000Z'),
    signedWeek('2025-W42', '2025-11-05T09:00:00.000Z'),
    elsewhere(signedWeek('2025-W44', '2025-11-06T09:00:00.000Z')),
    aWeek('submitted', { week: '2025-W44' }),
  )
  open()

  const [first, second, ...more] = await linksOf('Léa Moreau')
  expect(more).toEqual([])
  expect(first).toHaveTextContent(/^Semaine\s4213\s–\s19\soct\., signée le 5\snovembre 2025$/u)
  expect(first).toHaveAttribute('href', `/livret/${logbookId}/semaine/2025-W42`)
  expect(second).toHaveTextContent(/^Semaine\s43/u)
  expect(await linksOf('Inès Benali')).toHaveLength(1)
  const people = screen.getAllByRole('heading', { level: 2 }).map((each) => each.textContent)
  expect(people).toEqual(['Inès Benali', 'Léa Moreau'])
})

it('a visit that was read stands among them, and a week that is being corrected says so', async () => {
  const signed = aWeek('signed')
  await pulled(after(signed, anAct('amend', signed), apprentice), aVisit('acknowledged'))
  open()

  const names = (await linksOf('Léa Moreau')).map(({ textContent }) => textContent)
  expect(names).toContainEqual(expect.stringMatching(/^Semaine\s45.*, signée le .*En correction$/u))
  expect(names).toContainEqual(
    expect.stringMatching(/^Visite du 4\snovembre 2025Lue le \d+\snovembre 2025$/u),
  )
})

it('an interview that others have still to sign says how many', async () => {
  const { book, interview } = anInterview('frozen')
  await pulled(book.must(aSignature(interview), actor('master')))
  open()

  expect((await linksOf('Léa Moreau'))[0]).toHaveTextContent(/À signer \(1\/3\)$/u)
})

it.each([
  ['entry', 'Envoyée', 'Signée sur une version précédente'],
  ['objective', 'Envoyé', 'Signé sur une version précédente'],
])('what was sent again agrees with its noun: %s', async (kind, sent, earlier) => {
  const week = aWeek('signed')
  const amended = after(week, anAct('amend', week), apprentice)
  const sentAgain = after(amended, anAct('submit', amended), apprentice)
  await pulled({ ...sentAgain, kind: kind as LogbookDocument['kind'] })
  open()

  const [line] = await linksOf('Léa Moreau')
  expect(line).toHaveTextContent(new RegExp(`${sent}${earlier}$`, 'u'))
})

it('a signature that the server has not confirmed says that it waits', async () => {
  const entry = aWeek('submitted')
  await pulled(entry)
  await act(workspace.db, aSignature(entry), actor('master'))
  open()

  expect((await linksOf('Léa Moreau'))[0]).toHaveTextContent(/En attente d’envoi$/u)
})

it('many show the latest first, the others on demand', async () => {
  const weeks = Array.from({ length: 12 }, (_, at) => `2025-W${41 + at}`)
  await pulled(...weeks.map((week) => aWeek('signed', { week })))
  open()

  expect(await linksOf('Léa Moreau')).toHaveLength(8)
  await userEvent.click(screen.getByRole('button', { name: /^Voir les 4\sautres signatures$/u }))
  const links = await linksOf('Léa Moreau')
  expect(links).toHaveLength(12)
  expect(links[8]).toHaveFocus()
})

it('who has signed nothing yet reads that', async () => {
  await pulled(aWeek('submitted'))
  open()

  expect(await screen.findByText('Vous n’avez encore rien signé.')).toBeVisible()
})
