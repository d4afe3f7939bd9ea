import { describe, expect, it } from 'vitest'
import { kindNames, kinds } from '#domain/kinds.ts'
import { project } from '#domain/rights.ts'
import { seenBy, seenTextOf } from '#server/exchange/pullPlan.ts'
import { frozenText } from '#server/storage/logbookDocuments.ts'
import type { StoredDocument } from '#server/storage/logbookStorage.ts'
import { aBook, personId, personNames, personRoles } from '#tests/support/builders.ts'
import { situations } from '#tests/support/permissionTable.ts'
import { bring } from '#tests/support/situations.ts'

/** A document as the storage gives it to who sends it on, for a person who asks. */
const textOf = ({ document, seq, sharedSeq }: StoredDocument, asking: string) => {
  const { fields, alternatives, versions, ...frame } = document
  const isGiven = frame.author === asking || kinds[frame.kind].draftReaders.length > 0
  return {
    ...frame,
    ...{ seq, sharedSeq, versions: versions.length, frozen: frozenText(document) },
    draft: isGiven ? JSON.stringify({ fields, alternatives }) : null,
  }
}

describe('a document that stays a text on its way', () => {
  const stored = kindNames.flatMap((kind) =>
    situations[kind].flatMap((situation, place) => {
      const book = aBook()
      const document = book.find(bring(book, kind, situation, place).target.id)
      return document ? [{ document, seq: 9, sharedSeq: 7 }] : []
    }),
  )

  it.each(personNames)('says to %s what the rights say, no more and no less', (who) => {
    const reader = { personId: personId(who), role: personRoles[who] }
    expect(stored.length).toBeGreaterThan(15)
    for (const each of stored) {
      const text = seenTextOf(textOf(each, reader.personId), reader)
      const seen = seenBy(each, reader)
      expect(text && JSON.parse(text.json)).toEqual(seen && JSON.parse(JSON.stringify(seen)))
      expect(seen === null).toBe(project(each.document, reader) === null)
    }
  })
})
