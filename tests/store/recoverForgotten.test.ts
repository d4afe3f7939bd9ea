import { describe, expect, it } from 'vitest'
import { shapes, type LogbookDb, type Rows } from '#store/database.ts'
import type { JournalEntry } from '#store/journal.ts'
import { recover } from '#store/recover.ts'
import { openMemory } from '#tests/simulation/memoryTables.ts'
import { createRandom } from '#tests/simulation/random.ts'
import { aJournal, findHere, newIntent } from './aDatabase.ts'
import { aWriter, documentId, wordsIn } from './aWriter.ts'

const seeds = Array.from({ length: 300 }, (_, index) => index + 1)

/** A database of which a page that is gone hears nothing more; what it had begun may still arrive. */
function aPage(disk: LogbookDb, mayArrive: () => boolean) {
  let isGone = false
  const forever = new Promise<never>(() => undefined)
  const until = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (isGone && !mayArrive()) return forever
    const result = await work()
    return isGone ? forever : result
  }
  const db: LogbookDb = {
    ...disk,
    read: (names, work) => until(() => disk.read(names, work)),
    write: (names, work) => until(() => disk.write(names, work)),
  }
  return {
    db,
    die: () => {
      isGone = true
    },
  }
}

/** A journal in a browser that loses its latest changes when it is killed. */
function aForgetfulJournal() {
  const journal = aJournal()
  let past: ReadonlyMap<string, JournalEntry>[] = [new Map()]
  const changed = () => past.push(new Map(journal.entries))
  return {
    ...journal,
    save: (entry: JournalEntry) => {
      journal.save(entry)
      changed()
    },
    remove: (id: JournalEntry['id']) => {
      journal.remove(id)
      changed()
    },
    /** Back to how it was some changes ago. */
    forget: (draw: (end: number) => number) => {
      past = past.slice(0, 1 + draw(past.length))
      journal.entries.clear()
      for (const [id, entry] of past.at(-1) ?? []) journal.entries.set(id, entry)
    },
  }
}

describe('a browser that is killed, and forgets what was taken out of its journal', () => {
  it.each(seeds)('never shows older words than it had kept (seed %i)', async (seed) => {
    const random = createRandom(seed)
    const disk = openMemory<Rows>(shapes)
    const journal = aForgetfulJournal()
    let said = 0

    for (let page = 0; page < 6; page += 1) {
      const { db, die } = aPage(disk, () => random.chance(0.5))
      await recover(db, journal, newIntent)
      const { told, others } = await wordsIn(disk)
      expect(others).toEqual([])
      const writer = aWriter({ db, journal })
      let text = typeof told === 'string' ? told : ''
      writer.show(await findHere(disk, { kind: 'entry', id: documentId }))

      for (let letter = random.below(5); letter >= 0; letter -= 1) {
        said += 1
        text = `${text} ${said}`
        writer.write('told', text)
        if (random.chance(0.3)) await writer.flush()
        if (random.chance(0.2)) writer.putAside()
        if (random.chance(0.3)) await Promise.resolve()
      }
      const isHidden = random.chance(0.7)
      if (isHidden)
        for (const event of ['pagehide', 'visibilitychange']) if (event) writer.putAside()
      die()
      // What was begun arrives now, or never.
      for (let turn = random.below(40); turn > 0; turn -= 1) await Promise.resolve()
      await disk.write(['outbox'], () => Promise.resolve())
      const kept = (await wordsIn(disk)).told
      if (random.chance(0.5)) journal.forget(random.below)

      const reader = aPage(disk, () => true)
      await recover(reader.db, journal, newIntent)
      const shown = await wordsIn(disk)
      expect(shown.others).toEqual([])
      expect(lastOf(shown.told)).toBeGreaterThanOrEqual(lastOf(kept))
    }
  })
})

/** The number of the last word of a text, 0 for none. */
const lastOf = (text: unknown) => (typeof text === 'string' ? Number(text.split(' ').at(-1)) : 0)
