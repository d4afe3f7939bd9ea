import { documentIdOf } from '#domain/documentId.ts'
import type { DocumentId } from '#domain/identifiers.ts'
import { mayBegin, type Actor } from '#domain/rights.ts'
import type { Problem } from '#features/parts/problem.ts'
import type { Plan } from '#features/plan/usePlan.ts'
import { useNavigate } from 'react-router'
import { useWorkspace } from '../workspace.ts'

/** Something that was agreed at a visit. */
interface Agreed {
  readonly id: string
  readonly label: string
  readonly due: string
  readonly owner: string
}

interface PlanActions {
  readonly isPlanned: (action: Agreed) => boolean
  /** Makes an objective of it. What is not whole yet is opened to be completed. */
  readonly plan: (action: Agreed) => Promise<Problem | null>
  /** Opens a new objective that was agreed here; absent where the person sets none. */
  readonly begin: (() => void) | undefined
}

/**
 * Objectives of what is agreed at a visit or interview. The id of one comes from that of its
 * action, so that two devices make the same. `isShared`: all who read the work plan read the meeting,
 * too; otherwise no objective says that it was held.
 */
export function usePlanActions(
  { meeting, isShared }: { readonly meeting: DocumentId; readonly isShared: boolean },
  actor: Actor,
  known: Plan | undefined,
): PlanActions {
  const { now, newIntent, newDocumentId, act } = useWorkspace()
  const navigate = useNavigate()
  const { logbookId } = actor
  const idOf = ({ id }: Agreed) => documentIdOf(logbookId, 'objective', [meeting, id])
  const planned = new Set(
    [...(known?.objectives.map(({ document }) => document) ?? []), ...(known?.drafts ?? [])].map(
      ({ id }) => id,
    ),
  )

  return {
    isPlanned: (action) => planned.has(idOf(action)),
    plan: async (action) => {
      const documentId = idOf(action)
      const { label, due, owner } = action
      const set = {
        ...(isShared && { about: meeting }),
        ...(label === '' ? {} : { label }),
        ...(due === '' ? {} : { due }),
        ...(owner === '' ? {} : { owner }),
      }
      const target = { documentId, kind: 'objective' } as const
      const asNow = { ...actor, at: now() }
      const refusal = await act({ ...newIntent(), ...target, type: 'patch', set, seen: {} }, asNow)
      if (refusal) return refusal
      if (label !== '' && due !== '' && owner !== '') {
        return act({ ...newIntent(), ...target, type: 'publish' }, asNow)
      }
      await navigate(`/livret/${logbookId}/plan/${documentId}`)
      return null
    },
    begin: mayBegin(actor, 'objective')
      ? () => {
          const agreed = isShared ? `?convenu=${meeting}` : ''
          void navigate(`/livret/${logbookId}/plan/${newDocumentId()}${agreed}`)
        }
      : undefined,
  }
}
