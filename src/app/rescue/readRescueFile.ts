import type { OpenedFile } from '#features/rescue/rescueFile.ts'
import { rescueFileSchema } from '#protocol/rescue.ts'

/** Most bytes of a file that is read: three hundred photos. */
const FILE_MAX = 200_000_000

/** Reads what somebody chose. Whatever it is, nothing happens to it. */
export async function readRescueFile(file: Blob): Promise<OpenedFile> {
  if (file.size > FILE_MAX) return { kind: 'bad', problem: 'too-large' }
  const text = await file.text().catch(() => null)
  if (text === null) return { kind: 'bad', problem: 'not-read' }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { kind: 'bad', problem: 'not-a-rescue' }
  }
  const read = rescueFileSchema.safeParse(json)
  if (read.success) return { kind: 'opened', file: read.data }
  const { format, version } = (json ?? {}) as { format?: unknown; version?: unknown }
  if (format === 'livret-export') return { kind: 'bad', problem: 'an-export' }
  const isNewer = format === 'livret-rescue' && typeof version === 'number' && version > 1
  return { kind: 'bad', problem: isNewer ? 'newer' : 'not-a-rescue' }
}
