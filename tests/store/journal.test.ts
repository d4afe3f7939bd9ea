// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import type { Patch } from '#domain/operation.ts'
import { createJournal } from '#store/journal.ts'
import { anUnwrittenWeek, apprentice, logbookId, nextId } from '#tests/support/builders.ts'

const { id: documentId } = anUnwrittenWeek()

describe('the journal', () => {
  it('of another person on this phone is not read, nor one that is damaged', () => {
    localStorage.clear()
    const mine = createJournal(localStorage, 'me')
    const entry = {
      id: nextId<Patch['id']>(),
      ...{ logbookId, documentId, kind: 'entry' as const, actor: apprentice },
      ...{
        set: { told: 'Mot' },
        saw: {},
        writing: {},
        typed: { writer: 'me', inputs: { told: 1 } },
      },
    }
    mine.save(entry)
    createJournal(localStorage, 'you').save({ ...entry, id: nextId() })
    localStorage.setItem('livret-journal:me:broken', '{"set":')
    localStorage.setItem('livret-journal:me:empty', 'null')

    expect(mine.list()).toEqual([entry])
    mine.remove(entry.id)
    expect(mine.list()).toEqual([])
    expect(createJournal(localStorage, 'you').list()).toHaveLength(1)
    expect(localStorage.getItem('livret-journal:me:broken')).not.toBeNull()
  })
})
