import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { useLogbookEnrolment } from '#app/routes/useLogbookEnrolment.ts'
import { WorkspaceContext } from '#app/workspace.ts'
import { surveyIdOf } from '#domain/enrolment/surveys.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import type { Actor } from '#domain/rights.ts'
import { actorIn, listBooks } from '#store/books.ts'
import type { BookRow } from '#store/database.ts'
import { addBook, someFacts, TODAY } from './aWorkspace.ts'
import { aDevice } from './openRoute.tsx'
import { hold, pulledAs } from '#tests/store/aDatabase.ts'
import { aBook, logbookId, NOW, personId } from '#tests/support/builders.ts'
import { writeEnrolment } from '#tests/support/enrolmentDocuments.ts'

type Role = 'apprentice' | 'master' | 'trainer' | 'coordinator'

/** Says which surveys wait, once it is known. */
function Waiting({ book, actor }: { readonly book: BookRow; readonly actor: Actor }) {
  const enrolment = useLogbookEnrolment(book.facts, actor)
  if (!enrolment) return null
  const waiting = enrolment.surveys.filter(({ waits }) => waits)
  return <p>{`Attend : ${waiting.map(({ survey }) => survey.code).join(', ')}`}</p>
}

/** The codes of the surveys that wait for somebody. */
async function waitingFor(
  role: Role,
  contract: { readonly start: string; readonly end: string },
  ...documents: readonly LogbookDocument[]
): Promise<readonly string[]> {
  const workspace = aDevice(role)
  await addBook(workspace.db, role, { ...someFacts(), contract })
  await hold(workspace.db, ...documents.map((document) => pulledAs(document)))
  const [book] = await listBooks(workspace.db)
  if (!book) throw new Error('no book')
  const actor = actorIn(book, personId(role), NOW)
  const { unmount } = render(
    <WorkspaceContext value={workspace}>
      <Waiting book={book} actor={actor} />
    </WorkspaceContext>,
  )
  const said = (await screen.findByText(/^Attend/u)).textContent.replace(/^Attend\s*:\s*/u, '')
  unmount()
  return said.split(', ').filter((code) => code !== '')
}

/** Four months before, to the day: the survey of the first months opens on this very day. */
const opensToday = { start: '2025-07-07', end: '2027-08-31' }
const opensTomorrow = { start: '2025-07-08', end: '2027-08-31' }
/** Both are open. */
const nearlyOver = { start: '2025-01-06', end: '2026-01-06' }

/** The master’s own answers to the survey of the first months. */
const own = (state: 'sent' | 'reopened') => ({
  ...writeEnrolment(aBook(), 'survey', state, { by: 'master', set: { survey: 'during' } }),
  id: surveyIdOf(logbookId, 'during', personId('master')),
})

it('a survey waits from its very day on, and not a day earlier', async () => {
  expect(TODAY).toBe('2025-11-07')
  expect(await waitingFor('master', opensToday)).toEqual(['during'])
  expect(await waitingFor('master', opensTomorrow)).toEqual([])
})

it('answers to one survey are none to the next', async () => {
  expect(await waitingFor('master', nearlyOver)).toEqual(['during', 'end'])
  expect(await waitingFor('master', nearlyOver, own('sent'))).toEqual(['end'])
})

it('who began to change what was sent is reminded to send it again', async () => {
  expect(await waitingFor('master', opensToday, own('sent'))).toEqual([])
  expect(await waitingFor('master', opensToday, own('reopened'))).toEqual(['during'])
})

it.each(['trainer', 'coordinator'] as const)('a %s is asked nothing', async (role) => {
  expect(await waitingFor(role, opensToday)).toEqual([])
})
