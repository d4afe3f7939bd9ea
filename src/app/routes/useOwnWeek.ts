import { documentIdOf } from '#domain/documentId.ts'
import type { Resolve } from '#domain/operation.ts'
import type { Actor } from '#domain/rights.ts'
import { findMember } from '#features/parts/personName.ts'
import { useDraft } from '#features/parts/useDraft.ts'
import { useFileUrlOf } from '#features/parts/useFileUrlOf.ts'
import type { OwnWeekProps } from '#features/week/OwnWeek.tsx'
import { recentTasks } from '#features/week/recentTasks.ts'
import { outlineOf } from '#programmes/outlines.ts'
import { weekOf } from '#domain/week.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import type { ShownDocument } from '#store/documents.ts'
import { useMemo } from 'react'
import { useWorkspace } from '../workspace.ts'

/**
 * One week of the author’s own logbook, with what can be done to it. `entries`: all of the
 * logbook. `actor` must stay the same object while the same week is on the screen.
 */
export function useOwnWeek(
  facts: LogbookFacts,
  actor: Actor,
  week: string,
  entries: readonly ShownDocument[],
): OwnWeekProps {
  const {
    db,
    today,
    now,
    newDocumentId,
    newIntent,
    act,
    draftOf,
    addPhoto,
    recordMemo,
    fileUrl,
    hasRoomForFile,
  } = useWorkspace()
  const { logbookId } = actor
  const documentId = documentIdOf(logbookId, 'entry', [week])
  const document = entries.find(({ id }) => id === documentId) ?? null
  const target = useMemo(
    () => draftOf('entry', documentId, { week }, actor),
    [draftOf, documentId, week, actor],
  )
  const draft = useDraft(target, document)
  const place = { kind: 'entry', documentId, identity: { week }, actor } as const

  const intent = () => ({ ...newIntent(), documentId, kind: 'entry' as const })
  const perform = (type: 'submit' | 'withdraw' | 'amend') =>
    act({ ...intent(), type }, { ...actor, at: now() })
  const reopen = () => perform(document?.state === 'signed' ? 'amend' : 'withdraw')

  return {
    week,
    day: weekOf(today()) === week ? today() : null,
    newItemId: newDocumentId,
    document,
    facts,
    programme: outlineOf(facts),
    draft,
    recent: useMemo(() => recentTasks(entries, week), [entries, week]),
    masterName: findMember(facts, 'master', today())?.name ?? null,
    fileUrl: useFileUrlOf(fileUrl, logbookId),
    hasRoomForFile,
    onPhoto: (photo) => addPhoto(photo, place),
    onMemo: (recording) => recordMemo(place, recording),
    onMemoRemoved: async () => {
      await draft.flush()
      const { dropRemovedSounds } = await import('#store/removedSounds.ts')
      await dropRemovedSounds(db, { kind: 'entry', logbookId, id: documentId })
    },
    // What could not be written must not be missing in what is sent.
    onSend: async () => (await draft.flush()) ?? perform('submit'),
    onReopen: reopen,
    onResolve: async (key, other, choice) => {
      if (choice === 'take') {
        const closed = document?.state !== 'draft' ? await reopen() : null
        if (closed) return closed
        draft.set(key, other.value)
        const unwritten = await draft.flush()
        if (unwritten) return unwritten
      }
      const resolve: Resolve = { ...intent(), type: 'resolve', key, drop: [other.by] }
      return act(resolve, { ...actor, at: now() })
    },
  }
}
