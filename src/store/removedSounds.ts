import { filesOf, draftContent } from '#domain/content.ts'
import { kinds } from '#domain/kinds.ts'
import { isSound } from '#domain/sound.ts'
import { readShown } from './act.ts'
import type { LogbookDb } from './database.ts'
import { letGo } from './files.ts'
import type { DocumentPlace } from './packs.ts'

/**
 * Lets go of sounds that their author has taken out of a draft before the server had them: what
 * somebody unsays does not leave. One that a version or another wording names stays.
 */
export const dropRemovedSounds = (db: LogbookDb, place: DocumentPlace): Promise<void> =>
  db.write(['packs', 'shown', 'files', 'pictures', 'bytes'], async (tx) => {
    const document = await readShown(tx, place)
    if (!document) return
    const { fields, alternatives, versions } = document
    const others = Object.values(alternatives).flat()
    const named = [
      ...filesOf(draftContent(kinds[place.kind], document)),
      ...filesOf(Object.fromEntries(others.map(({ value }, index) => [index, value]))),
      ...versions.flatMap(({ content }) => filesOf(content)),
    ].map(({ sha256 }) => sha256)
    for (const { value } of Object.values(fields)) {
      if (typeof value !== 'object' || value === null || !isSound(value)) continue
      const { sha256 } = value
      if (named.includes(sha256)) continue
      if ((await tx.files.get(sha256))?.state !== 'stored') await letGo(tx, sha256)
    }
  })
