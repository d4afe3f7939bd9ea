import { filesOf } from '#domain/content.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import type { FileReference, Value } from '#domain/operation.ts'

/** All files that a document names: in its draft, in wordings put aside, in its versions. */
export function namedFiles({
  fields,
  alternatives,
  versions,
}: Pick<LogbookDocument, 'fields' | 'alternatives' | 'versions'>): FileReference[] {
  const written = [...Object.values(fields), ...Object.values(alternatives).flat()]
  const values = Object.fromEntries(written.map(({ value }, index) => [index, value])) as Record<
    string,
    Value
  >
  return [...filesOf(values), ...versions.flatMap(({ content }) => filesOf(content))]
}

/** The name of a saved file: its hash, by which an export names it. */
export const fileName = ({ sha256, mime }: Pick<FileReference, 'sha256' | 'mime'>): string =>
  `${sha256}.${endings[mime] ?? 'bin'}`

const endings: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'audio/webm': 'webm',
  'audio/ogg': 'ogg',
  'audio/mp4': 'm4a',
}
