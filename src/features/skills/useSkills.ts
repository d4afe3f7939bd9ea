import { textOf } from '#domain/content.ts'
import { lastVersion } from '#domain/logbookDocument.ts'
import { project, type Actor } from '#domain/rights.ts'
import {
  evidenceKinds,
  evidenceOf,
  practisedWeeks,
  type Evidence,
  type PractisedWeek,
} from '#domain/skills/evidence.ts'
import { skillValues, type SkillValue } from '#domain/skills/skillValues.ts'
import { useLiveRead } from '#features/parts/useLiveRead.ts'
import type { LogbookDb } from '#store/database.ts'
import { listDocuments, type ShownDocument } from '#store/documents.ts'
import { useMemo } from 'react'

/** What one person may know of the skills of one apprentice. */
export interface Skills {
  /** Oldest first. */
  readonly values: readonly SkillValue[]
  /** By code. */
  readonly practised: ReadonlyMap<string, readonly PractisedWeek[]>
  /** By code: all that shows it, oldest first. */
  readonly evidence: ReadonlyMap<string, readonly Evidence[]>
  /** This person’s own assessments that were published, oldest first. */
  readonly own: readonly ShownDocument[]
  /** What this person has begun and not sent; the latest, should there be several. */
  readonly begun: ShownDocument | null
}

const opinionKinds = ['selfAssessment', 'assessment'] as const
const kinds = [...evidenceKinds, ...opinionKinds] as const

/** The skills of a logbook as this device holds them. `undefined` while they are read. */
export function useSkills(db: LogbookDb, actor: Actor): Skills | undefined {
  const { logbookId, personId } = actor
  const read = useLiveRead(
    db,
    async (db) => ({ logbookId, documents: await listDocuments(db, kinds, logbookId) }),
    [logbookId],
  )

  return useMemo(() => {
    // A live read goes on showing the last answer while it reads the next one.
    if (read?.logbookId !== logbookId) return undefined
    const documents = read.documents.filter((document) => project(document, actor) !== null)
    const entries = documents.filter(({ kind }) => kind === 'entry')
    const own = documents
      .filter(
        ({ kind, author }) => opinionKinds.some((each) => each === kind) && author === personId,
      )
      .sort((one, other) => momentOf(one).localeCompare(momentOf(other)))
    return {
      values: skillValues(documents),
      practised: practisedWeeks(entries),
      evidence: evidenceOf(documents),
      own: own.filter(({ state }) => state === 'published'),
      begun: own.findLast(({ state }) => state === 'draft') ?? null,
    }
  }, [read, logbookId, personId, actor])
}

/** Sorts by the day that is told, then by when it was sent; a draft that was never sent comes last. */
function momentOf(document: ShownDocument): string {
  const version = lastVersion(document)
  return version ? `${textOf(version.content, 'date')} ${version.at}` : `~${document.id}`
}
