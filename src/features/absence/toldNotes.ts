import { lastVersion, type LogbookDocument } from '#domain/logbookDocument.ts'
import { project, type Reader } from '#domain/rights.ts'
import type { ToldNote } from './PayNotes.tsx'

/** What the centre told the company, in the order in which it was told, as far as one may read it. */
export const toldNotesOf = (documents: readonly LogbookDocument[], reader: Reader): ToldNote[] =>
  documents
    .flatMap((each) => (project(each, reader) ? (lastVersion(each) ?? []) : []))
    .map(({ content, at }) => ({ content, at }))
    .sort((one, other) => (one.at < other.at ? -1 : 1))
