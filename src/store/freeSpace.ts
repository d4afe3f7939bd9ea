import type { LogbookDb, PictureRow, Tables } from './database.ts'
import { dropPicture } from './pictures.ts'
import { everything } from './tables.ts'

/**
 * Lets go of pictures until so many bytes are free, or nothing more may go: small ones first, then
 * large ones, photos and sounds that the server has, each the one that was not looked at for longest.
 * Never a file that the server has not confirmed. Returns how many bytes it were.
 */
export const freeSpace = (db: LogbookDb, wanted: number): Promise<number> =>
  db.write(['files', 'pictures', 'bytes'], async (tx) => {
    let freed = 0
    for (const picture of await listFreeable(tx)) {
      if (freed >= wanted) break
      await dropPicture(tx, picture)
      freed += picture.size
    }
    return freed
  })

async function listFreeable(tx: Tables<'files' | 'pictures'>): Promise<PictureRow[]> {
  const files = await tx.files.list(everything)
  const kept = new Set(files.filter(({ state }) => state !== 'stored').map(({ sha256 }) => sha256))
  const rank = ({ form }: PictureRow) => (form === 'thumbnail' ? 0 : 1)
  return (await tx.pictures.list(everything))
    .filter(({ sha256, form }) => form !== 'original' || !kept.has(sha256))
    .sort((a, b) => rank(a) - rank(b) || a.usedAt.localeCompare(b.usedAt))
}
