import type { Actor } from '#domain/rights.ts'
import { NewNotes } from '#features/notes/NewNotes.tsx'
import { receivedAfter, useNotes } from '#features/notes/useNotes.ts'
import { BesideWeek, type BesideWeekProps } from '#features/week/BesideWeek.tsx'
import { seenNotesOf } from '../seenNotes.ts'
import { useWorkspace } from '../workspace.ts'

interface Props extends Omit<BesideWeekProps, 'db' | 'personId' | 'notes'> {
  readonly actor: Actor
}

/** What waits besides this week on an apprentice’s first page. */
export function HomeBeside({ actor, ...props }: Props) {
  const { db } = useWorkspace()
  const notes = useNotes(db, actor)
  // Together, or what stands below would jump from under a thumb.
  if (!notes) return null
  const fresh = receivedAfter(notes, actor.personId, seenNotesOf(actor))
  return (
    <BesideWeek
      {...props}
      db={db}
      personId={actor.personId}
      notes={<NewNotes notes={fresh} facts={props.facts} />}
    />
  )
}
