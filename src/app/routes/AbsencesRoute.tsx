import { examLeaveInput } from '#domain/calendar/examLeaveInput.ts'
import { motiveIdOf, motiveKinds } from '#domain/absences/motiveId.ts'
import { payNoteContent } from '#domain/absences/payNoteContent.ts'
import type { DocumentId } from '#domain/identifiers.ts'
import { lastVersion } from '#domain/logbookDocument.ts'
import type { Content, Operation } from '#domain/operation.ts'
import type { KindName } from '#domain/kinds.ts'
import type { Actor } from '#domain/rights.ts'
import { absencesOf, daysTaken } from '#features/absence/absences.ts'
import { toldNotesOf } from '#features/absence/toldNotes.ts'
import type { Declaration } from '#features/absence/AbsenceForm.tsx'
import { AbsencesScreen } from '#features/absence/AbsencesScreen.tsx'
import type { Problem } from '#features/parts/problem.ts'
import { useDocuments } from '#features/parts/useDocuments.ts'
import { useProgramme } from '#features/parts/useProgramme.ts'
import { begunBy } from '#features/parts/useContracts.ts'
import { useOwnCalendar } from '#features/parts/useOwnCalendar.ts'
import type { BookRow } from '#store/database.ts'
import { useMemo } from 'react'
import { useWorkspace } from '../workspace.ts'
import { BookRoute } from './BookRoute.tsx'

/** `/livret/:logbookId/absences`. */
export function AbsencesRoute() {
  return <BookRoute>{(book, actor) => <Absences book={book} actor={actor} />}</BookRoute>
}

function Absences({ book: { facts }, actor }: { readonly book: BookRow; readonly actor: Actor }) {
  const { db, now, today, newDocumentId, newIntent, act, sign } = useWorkspace()
  const { logbookId } = actor
  const documents = useDocuments(db, 'absence', logbookId)
  const centre = useDocuments(db, 'centreMotive', logbookId)
  const company = useDocuments(db, 'companyMotive', logbookId)
  const { contracts, calendar } = useOwnCalendar(db, facts, actor)
  const notes = useDocuments(db, 'payNote', logbookId)
  const told = useMemo(() => toldNotesOf(notes ?? [], actor), [notes, actor])
  const absences = useMemo(
    () => documents && centre && company && absencesOf(documents, [...centre, ...company], actor),
    [documents, centre, company, actor],
  )

  const programme = useProgramme(facts)
  const current = begunBy(contracts?.published ?? [], today())?.record
  const leave =
    calendar && programme
      ? {
          input: examLeaveInput(calendar, programme.sessions),
          takenBefore: daysTaken(absences ?? [], 'exam-leave', current?.start ?? ''),
        }
      : null

  /** One after the other, until one is refused: what was written before stays. */
  const perform = async (operations: readonly Operation[]): Promise<Problem | null> => {
    for (const operation of operations) {
      const refusal = await act(operation, { ...actor, at: now() })
      if (refusal !== null) return refusal
    }
    return null
  }
  const write = (
    kind: KindName,
    documentId: DocumentId,
    set: Content,
    then: 'publish' | 'submit',
  ): Operation[] => [
    { ...newIntent(), documentId, kind, type: 'patch', set, seen: {} },
    { ...newIntent(), documentId, kind, type: then },
  ]

  const tellWhy = (id: DocumentId, { name, sides }: NonNullable<Declaration['motive']>) =>
    sides.flatMap((side) => {
      const documentId = motiveIdOf({ id, logbookId }, side)
      return write(motiveKinds[side], documentId, { absence: id, motive: name }, 'submit')
    })

  const send = ({ halfDays, minutes, motive }: Declaration) => {
    const id = newDocumentId()
    const ticks = halfDays.map(({ date, half }) => [`halfDays/${date}.${half}`, true] as const)
    return perform([
      ...write(
        'absence',
        id,
        { ...Object.fromEntries(ticks), ...(minutes && { minutes }) },
        'publish',
      ),
      ...(motive ? tellWhy(id, motive) : []),
    ])
  }

  return (
    <AbsencesScreen
      absences={absences}
      calendar={calendar}
      facts={facts}
      actor={actor}
      today={today()}
      onSend={send}
      leave={leave}
      contracts={contracts?.published.map(({ record }) => record) ?? []}
      told={told}
      onTell={(note) => perform(write('payNote', newDocumentId(), payNoteContent(note), 'publish'))}
      onProof={async ({ document }) => {
        const hash = lastVersion(document)?.hash
        return hash === undefined
          ? 'unknown-version'
          : sign(document, hash, { ...actor, at: now() })
      }}
      onTellWhy={({ document: { id } }, motive) => perform(tellWhy(id, motive))}
      onCancel={({ document: { id: documentId } }) =>
        perform([
          { ...newIntent(), documentId, kind: 'absence', type: 'amend' },
          ...write('absence', documentId, { cancelled: 'yes' }, 'publish'),
        ])
      }
    />
  )
}
