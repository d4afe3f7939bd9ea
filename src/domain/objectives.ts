import { textOf } from './content.ts'
import type { Role } from './kind.ts'
import { lastVersion, type LogbookDocument } from './logbookDocument.ts'

/** `done`: its owner says so. `reached`, `partly`, `dropped`: how its author ended it. */
export type ObjectiveState = 'open' | 'overdue' | 'done' | 'reached' | 'partly' | 'dropped'

export interface Objective {
  readonly document: LogbookDocument
  readonly label: string
  /** Who does it. */
  readonly owner: Role
  /** Civil date. */
  readonly due: string
  readonly state: ObjectiveState
}

const outcomes = ['reached', 'partly', 'dropped'] as const
const owners = ['apprentice', 'master', 'trainer'] as const

/** The work plan on `today` (civil date), soonest due first. Drafts and other kinds are left out. */
export const objectivesOf = (
  documents: readonly LogbookDocument[],
  today: string,
): readonly Objective[] =>
  documents
    .flatMap((document) => {
      const content = document.kind === 'objective' ? lastVersion(document)?.content : undefined
      const owner = owners.find((role) => role === content?.['owner'])
      if (!content || !owner) return []
      const due = textOf(content, 'due')
      const ended = outcomes.find((outcome) => outcome === content['outcome'])
      const waiting = due < today ? ('overdue' as const) : ('open' as const)
      const state: ObjectiveState = ended ?? (document.state === 'acknowledged' ? 'done' : waiting)
      return [{ document, label: textOf(content, 'label'), owner, due, state }]
    })
    .sort((one, other) => one.due.localeCompare(other.due))

/** Whether somebody still has to do it. */
export const isOpen = ({ state }: Objective): boolean => state === 'open' || state === 'overdue'
