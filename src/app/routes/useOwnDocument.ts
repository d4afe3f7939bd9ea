import type { DocumentId } from '#domain/identifiers.ts'
import type { KindName } from '#domain/kinds.ts'
import type { Written } from '#domain/logbookDocument.ts'
import type { Content, PlainAct } from '#domain/operation.ts'
import { project, type Actor } from '#domain/rights.ts'
import type { Problem } from '#features/parts/problem.ts'
import { useDocument } from '#features/parts/useDocuments.ts'
import { useDraft, type Draft } from '#features/parts/useDraft.ts'
import type { ShownDocument } from '#store/documents.ts'
import { useMemo } from 'react'
import { useNavigate } from 'react-router'
import { useWorkspace } from '../workspace.ts'

interface OwnDocument {
  /** `undefined` while it is read; `null`: not written yet, or not for this person. */
  readonly document: ShownDocument | null | undefined
  readonly draft: Draft
  /** Does the act, and goes to `after` where it was done. Resolves to why not, or to `null`. */
  readonly finish: (type: PlainAct['type']) => Promise<Problem | null>
  readonly resolve: (key: string, other: Written, choice: 'take' | 'keep') => void
}

const unnamed = {}

/**
 * A document that one person writes and publishes, and what can be done to it. `after`: the address
 * of the list it belongs to. `named`: the fields that name it, the same object each time; `party`:
 * the kind asks in which part its author writes.
 */
export function useOwnDocument(
  kind: KindName,
  documentId: DocumentId,
  actor: Actor,
  after: string,
  named: 'party' | Content = unnamed,
): OwnDocument {
  const { db, now, newIntent, act, draftOf } = useWorkspace()
  const navigate = useNavigate()
  const { logbookId, role } = actor
  const found = useDocument(db, { kind, logbookId, id: documentId })
  const document = found && project(found, actor) ? found : found === undefined ? undefined : null
  const target = useMemo(
    () => draftOf(kind, documentId, named === 'party' ? { party: role } : named, actor),
    [draftOf, kind, documentId, named, role, actor],
  )
  const draft = useDraft(target, document ?? null)
  const intent = () => ({ ...newIntent(), documentId, kind })

  return {
    document,
    draft,
    finish: async (type) => {
      const unwritten = await draft.flush()
      if (unwritten) return unwritten
      const refusal = await act({ ...intent(), type }, { ...actor, at: now() })
      if (refusal === null) await navigate(after)
      return refusal
    },
    resolve: (key, other, choice) => {
      if (choice === 'take') draft.set(key, other.value)
      const resolve = { ...intent(), type: 'resolve', key, drop: [other.by] } as const
      void draft.flush().then(() => act(resolve, { ...actor, at: now() }))
    },
  }
}
