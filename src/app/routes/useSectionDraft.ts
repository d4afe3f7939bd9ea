import { sectionIdOf } from '#domain/decide.ts'
import { sectionKindOf } from '#domain/interviewKinds.ts'
import type { LogbookDocument, Written } from '#domain/logbookDocument.ts'
import { project, type Actor } from '#domain/rights.ts'
import type { Problem } from '#features/parts/problem.ts'
import { useDraft, type Draft } from '#features/parts/useDraft.ts'
import { useMemo } from 'react'
import { useWorkspace } from '../workspace.ts'

interface SectionDraft {
  /** As `actor` may see it. */
  readonly section: LogbookDocument | undefined
  readonly draft: Draft
  readonly submit: () => Promise<Problem | null>
  readonly withdraw: () => Promise<Problem | null>
  readonly resolve: (key: string, other: Written, choice: 'take' | 'keep') => void
}

/** The part of `actor` in one interview, on their own device or one they were handed. */
export function useSectionDraft(
  { id: interview, kind }: Pick<LogbookDocument, 'id' | 'kind'>,
  actor: Actor,
  all: readonly LogbookDocument[] | undefined,
): SectionDraft {
  const { now, newIntent, act, draftOf } = useWorkspace()
  const { logbookId, role } = actor
  const documentId = useMemo(
    () => sectionIdOf({ id: interview, logbookId, kind }, role),
    [interview, kind, logbookId, role],
  )
  const target = useMemo(
    () => draftOf(sectionKindOf(kind), documentId, { interview, party: role }, actor),
    [draftOf, documentId, interview, kind, role, actor],
  )
  const found = all?.find(({ id }) => id === documentId)
  const section = (found && project(found, actor)) ?? undefined
  const draft = useDraft(target, section ?? null)

  const intent = () => ({
    ...newIntent(actor.via ? actor.personId : undefined),
    documentId,
    kind: sectionKindOf(kind),
  })
  const perform = async (type: 'submit' | 'withdraw') => {
    await draft.flush()
    return act({ ...intent(), type }, { ...actor, at: now() })
  }
  return {
    section,
    draft,
    submit: () => perform('submit'),
    withdraw: () => perform('withdraw'),
    resolve: (key, other, choice) => {
      if (choice === 'take') draft.set(key, other.value)
      void draft
        .flush()
        .then(() =>
          act({ ...intent(), type: 'resolve', key, drop: [other.by] }, { ...actor, at: now() }),
        )
    },
  }
}
