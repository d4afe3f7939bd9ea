import type { LogbookId } from '#domain/identifiers.ts'
import type { LogbookDb } from '#store/database.ts'
import { findFile, keepFile } from '#store/files.ts'
import type { Transport } from '#sync/transport.ts'

/**
 * Gives photos an address for `<img>`: from this device, else from the server, which is then kept.
 * An address is made once for each photo and lasts as long as the page.
 */
export function createPhotoUrls(db: LogbookDb, transport: Transport) {
  const urls = new Map<string, string>()
  return async (logbookId: LogbookId, sha256: string): Promise<string | null> => {
    const known = urls.get(sha256)
    if (known !== undefined) return known
    const bytes = (await findFile(db, sha256))?.bytes ?? (await load(logbookId, sha256))
    if (!bytes) return null
    const url = URL.createObjectURL(new Blob([bytes], { type: 'image/jpeg' }))
    urls.set(sha256, url)
    return url
  }

  async function load(logbookId: LogbookId, sha256: string): Promise<ArrayBuffer | null> {
    const answer = await transport.getFile({ logbookId, sha256 }, AbortSignal.timeout(20_000))
    if (answer.kind !== 'ok') return null
    const { body: bytes } = answer
    const mime = 'image/jpeg'
    await keepFile(db, { logbookId, sha256, size: bytes.byteLength, mime, bytes, state: 'stored' })
    return bytes
  }
}
