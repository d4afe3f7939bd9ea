import type { FileReference } from '#domain/operation.ts'

/** The name of a memo that is saved as a file; `number`: which of its week. */
export const memoFileName = ({ mime }: Pick<FileReference, 'mime'>, number: number): string =>
  `memo-${number}.${mime === 'audio/mp4' ? 'm4a' : mime.slice('audio/'.length)}`
