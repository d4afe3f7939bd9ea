/**
 * The words of a file. What is no UTF-8 is read as Windows-1252: French spreadsheets still write that
 * unless they are told otherwise. `null`: it could not be read, or it is no text at all.
 */
export async function readTextFile(file: Blob): Promise<string | null> {
  const bytes = await file.arrayBuffer().catch(() => null)
  if (!bytes) return null
  const text = decode(bytes, 'utf-8') ?? decode(bytes, 'windows-1252')
  return text?.includes('\0') ? null : text
}

function decode(bytes: ArrayBuffer, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
