import { textOf } from '#domain/content.ts'
import { readContract, type ContractRecord } from '#domain/contract/readContract.ts'
import { lastVersion } from '#domain/logbookDocument.ts'
import type { Content } from '#domain/operation.ts'
import { project, type Actor } from '#domain/rights.ts'
import type { LogbookDb } from '#store/database.ts'
import type { ShownDocument } from '#store/documents.ts'
import { useMemo } from 'react'
import { useDocuments } from './useDocuments.ts'

/** A contract that was published, as it stands now. */
export interface ShownContract {
  readonly document: ShownDocument
  readonly content: Content
  readonly record: ContractRecord
}

export interface Contracts {
  /** In order of their first day. */
  readonly published: readonly ShownContract[]
  /** What this person began and nobody else reads yet. */
  readonly drafts: readonly ShownDocument[]
}

/** Of contracts in order of their first day, the last that has begun by `day`, a civil date. */
export const begunBy = (
  published: readonly ShownContract[],
  day: string,
): ShownContract | undefined => published.findLast(({ record }) => record.start <= day)

/** The contracts of one logbook. `undefined` while they are read. */
export function useContracts(db: LogbookDb, actor: Actor): Contracts | undefined {
  const all = useDocuments(db, 'contract', actor.logbookId)
  return useMemo(() => all && contractsOf(all, actor), [all, actor])
}

export function contractsOf(all: readonly ShownDocument[], actor: Actor): Contracts {
  const readable = all.filter((each) => project(each, actor) !== null)
  return {
    published: readable
      .flatMap((document) => {
        const content = lastVersion(document)?.content
        return content ? [{ document, content, record: readContract(content) }] : []
      })
      .sort((one, other) =>
        textOf(one.content, 'start').localeCompare(textOf(other.content, 'start')),
      ),
    drafts: readable.filter(({ state }) => state === 'draft'),
  }
}
