import type { LogbookId } from '#domain/identifiers.ts'
import { useMemo } from 'react'
import type { FileUrl, FileUrlIn } from './useFileUrl.ts'
import type { FileWait } from './useFileWait.ts'

/**
 * `fileUrl` for one logbook. The same function until other files than before are waited for: then
 * what could not be had is asked for again at once, and what is shown stays.
 */
export function useFileUrlOf(
  fileUrl: FileUrlIn,
  logbookId: LogbookId,
  fileWait?: FileWait | null,
): FileUrl {
  const waited = `${fileWait?.photos ?? 0} ${fileWait?.memos ?? 0}`
  const here = useMemo<{ waited: string; fileUrl: FileUrl }>(
    () => ({ waited, fileUrl: (...file) => fileUrl(logbookId, ...file) }),
    [fileUrl, logbookId, waited],
  )
  return here.fileUrl
}
