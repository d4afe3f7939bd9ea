import { documentIdOf } from '../documentId.ts'
import type { DocumentId } from '../identifiers.ts'
import type { LogbookDocument } from '../logbookDocument.ts'

/** The two sides to which a motive may be told, each by a kind of its own. */
export const motiveKinds = { centre: 'centreMotive', company: 'companyMotive' } as const
export type MotiveSide = keyof typeof motiveKinds

/** Id of what is told to one side of why somebody was absent: there is one. */
export const motiveIdOf = (
  { id, logbookId }: Pick<LogbookDocument, 'id' | 'logbookId'>,
  side: MotiveSide,
): DocumentId => documentIdOf(logbookId, motiveKinds[side], [id])
