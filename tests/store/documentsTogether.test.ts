import { describe, expect, it } from 'vitest'
import type { DocumentId } from '#domain/identifiers.ts'
import { lastVersion } from '#domain/logbookDocument.ts'
import type { LogbookDb } from '#store/database.ts'
import { act } from '#store/act.ts'
import { listDocuments, type ShownDocument } from '#store/documents.ts'
import {
  aBook,
  actor,
  aFreeze,
  anAct,
  aSignature,
  lastHash,
  personId,
  trainer,
  writeFrame,
  writeInterview,
  writeSection,
} from '#tests/support/builders.ts'
import { aDatabase, findHere } from './aDatabase.ts'

async function found(db: LogbookDb, id: DocumentId): Promise<ShownDocument> {
  const document = await findHere(db, { kind: 'interview', id })
  if (!document) throw new Error('the document is not there')
  return document
}

describe('an interview in a place without a network', () => {
  it('is frozen with the sections as they wait, and signed by three on one phone', async () => {
    const db = aDatabase()
    const book = aBook()
    writeInterview(book, 'frozen')
    for (const { operation, actor: who } of book.done) await act(db, operation, who)
    const [frozen] = await listDocuments(db, 'interview')
    if (!frozen) throw new Error('no interview')
    const inPerson = (who: 'apprentice' | 'master') => ({
      ...actor(who),
      via: { personId: trainer.personId, role: 'trainer' as const },
    })
    for (const who of ['apprentice', 'master'] as const) {
      const sign = { ...aSignature(frozen), present: personId(who) }
      await act(db, sign, inPerson(who))
    }
    await act(db, aSignature(frozen), trainer)

    const interview = await found(db, frozen.id)
    expect(interview.state).toBe('signed')
    expect(interview.signatures.map(({ role, level }) => [role, level])).toEqual([
      ['apprentice', 'in-person'],
      ['master', 'in-person'],
      ['trainer', 'session'],
    ])
  })

  it('cannot be frozen over a section that this device has not got', async () => {
    const db = aDatabase()
    const book = aBook()
    const interview = writeFrame(book)
    const section = writeSection(book, interview, 'trainer')
    for (const { operation, actor: who } of book.done) await act(db, operation, who)
    const freeze = aFreeze(interview, { trainer: lastHash(section), master: 'c'.repeat(64) })

    expect(await act(db, freeze, trainer)).toMatchObject({
      verdict: 'rejected',
      code: 'sections-missing',
    })
    expect(lastVersion(await found(db, interview.id))).toBeUndefined()
  })

  it('holds shut the section that was frozen with it, also when the section is replayed', async () => {
    const db = aDatabase()
    const book = aBook()
    const interview = writeInterview(book, 'frozen')
    for (const { operation, actor: who } of book.done) await act(db, operation, who)
    const [section] = (await listDocuments(db, 'section')).filter(
      ({ author }) => author === trainer.personId,
    )
    if (!section) throw new Error('no section')

    expect(await act(db, anAct('withdraw', section), trainer)).toMatchObject({
      verdict: 'rejected',
    })
    expect((await found(db, interview.id)).state).toBe('frozen')
  })
})
