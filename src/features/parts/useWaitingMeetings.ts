import { sectionIdOf } from '#domain/decide.ts'
import type { PersonId } from '#domain/identifiers.ts'
import { lastVersion, type LogbookDocument } from '#domain/logbookDocument.ts'
import { interviewKinds } from '#domain/interviewKinds.ts'
import { kinds } from '#domain/kinds.ts'
import { may, type Actor } from '#domain/rights.ts'
import { currentSignatures } from '#domain/logbookDocument.ts'
import { signersOf } from '#domain/signing.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import { actorIn, listBooks } from '#store/books.ts'
import type { LogbookDb } from '#store/database.ts'
import { listDocuments, type ShownDocument } from '#store/documents.ts'
import { useLiveList } from './useLiveValue.ts'

/** A visit or interview that asks something of the person: to read it, to write, to sign. */
export interface WaitingMeeting {
  readonly document: ShownDocument
  readonly facts: LogbookFacts
  readonly task: 'read' | 'write' | 'sign'
  /** ISO date, or empty. */
  readonly date: string
}

/** Visits and interviews of all logbooks that wait for this person, oldest first. */
export const useWaitingMeetings = (
  db: LogbookDb,
  personId: PersonId,
): readonly WaitingMeeting[] | undefined =>
  useLiveList(
    db,
    async (db) => {
      const books = await listBooks(db)
      const visits = await listDocuments(db, 'visit')
      const interviews = await listDocuments(db, interviewKinds)
      const sections = await listDocuments(db, ['section', 'individualSection'])

      const found = books.flatMap((book): WaitingMeeting[] => {
        const actor = actorIn(book, personId, '')
        const own = ({ logbookId }: LogbookDocument) => logbookId === book.id
        const { facts } = book
        return [
          ...visits.filter(own).flatMap((document) => {
            const asked = may(actor, 'sign', document) && !isReadBy(actor, document)
            return asked ? [{ document, facts, task: 'read' as const, date: dateOf(document) }] : []
          }),
          ...interviews.filter(own).flatMap((document) => {
            const task = taskIn(document, actor, sections)
            return task === null ? [] : [{ document, facts, task, date: dateOf(document) }]
          }),
        ]
      })
      return found.sort((a, b) => a.date.localeCompare(b.date))
    },
    [personId],
  )

/** Somebody of the same role has read it: who came later need not read all that was before. */
const isReadBy = ({ role }: Actor, document: LogbookDocument) =>
  currentSignatures(document).some((signature) => signature.role === role)

function taskIn(
  interview: ShownDocument,
  actor: Actor,
  sections: readonly LogbookDocument[],
): 'write' | 'sign' | null {
  if (interview.state === 'frozen') return may(actor, 'sign', interview) ? 'sign' : null
  const type = interview.fields['type']?.value ?? null
  const parties = signersOf(kinds[interview.kind], { type })
  if (interview.state !== 'open' || !parties.includes(actor.role)) return null
  const section = sections.find(({ id }) => id === sectionIdOf(interview, actor.role))
  return section?.state === 'submitted' ? null : 'write'
}

function dateOf(document: LogbookDocument): string {
  const date = document.fields['date']?.value ?? lastVersion(document)?.content['date']
  return typeof date === 'string' ? date : ''
}
