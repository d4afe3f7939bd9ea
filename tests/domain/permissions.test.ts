import { describe, expect, it } from 'vitest'
import { decide } from '#domain/decide.ts'
import { kinds } from '#domain/kinds.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import { operationTypes } from '#domain/operation.ts'
import { may, mayBegin, project } from '#domain/rights.ts'
import { aBook, actor, nextId, type Book, type Target } from '#tests/support/builders.ts'
import { cells, sightings, situations, whos, type Cell } from '#tests/support/permissionTable.ts'
import { attempt, bring, wordsOf, type Brought } from '#tests/support/situations.ts'

/** Everything a cell needs; the same documents serve all people, because nothing changes them. */
const worlds = new Map<string, { book: Book; brought: Brought }>()
function worldOf({ kind, situation }: Pick<Cell, 'kind' | 'situation'>) {
  const key = `${kind} ${situation}`
  const book = aBook()
  const world = worlds.get(key) ?? { book, brought: bring(book, kind, situation) }
  worlds.set(key, world)
  return world
}

const asDocument = (target: Target): LogbookDocument | null =>
  target.versions ? (target as LogbookDocument) : null

describe('who may do what, on the device', () => {
  it('asks about everybody, every act, every kind and every state', () => {
    const states = Object.values(situations).flat().length
    expect(cells).toHaveLength(states * whos.length * operationTypes.length)
    expect(Object.keys(situations)).toEqual(Object.keys(kinds))
  })

  it.each(cells)('$name', (cell) => {
    const { book, brought } = worldOf(cell)
    const operation = attempt(cell, brought, book)
    const before = asDocument(brought.target)
    const who = actor(cell.person)

    const decision = decide(before, operation, who, book.find)

    const code = decision.verdict === 'rejected' ? { code: decision.code } : {}
    expect({ verdict: decision.verdict, ...code }).toEqual(cell.expected)
    if (decision.verdict === 'rejected') expect(decision.document).toBe(before)

    const offered = before
      ? may(who, cell.act, before, book.find)
      : cell.act === 'patch' && mayBegin(who, cell.kind)
    expect(offered, 'what the screen offers').toBe(cell.expected.verdict === 'applied')
  })

  it.each(cells.filter(({ situation }) => situation !== 'none'))(
    'somebody of another centre learns nothing: $name',
    (cell) => {
      const { book, brought } = worldOf(cell)
      const before = asDocument(brought.target)
      const stranger = actor(cell.person, 'elsewhere')

      const decision = decide(before, attempt(cell, brought, book), stranger, book.find)

      expect(decision).toEqual({ verdict: 'rejected', code: 'not-allowed', document: before })
      expect(before && may(stranger, cell.act, before, book.find)).toBe(false)
    },
  )
})

describe('who reads what', () => {
  it.each(sightings)('$kind $situation: $who sees $sees', ({ kind, situation, person, sees }) => {
    const { brought } = worldOf({ kind, situation })
    const document = withAlternative(brought.target as LogbookDocument)
    const seen = project(document, actor(person))

    if (sees === 'all') expect(seen).toEqual(document)
    else if (sees === 'frame') expect(seen).toEqual({ ...document, alternatives: {} })
    else if (sees === 'versions') {
      expect(document.versions).not.toEqual([])
      expect(seen).toEqual({ ...document, fields: {}, alternatives: {} })
    } else expect(seen).toBeNull()
  })
})

/** The document with a wording that its author has put aside, which nobody else may see. */
const withAlternative = (document: LogbookDocument): LogbookDocument => ({
  ...document,
  alternatives: { [wordsOf[document.kind]]: [{ value: 'Des mots écartés.', by: nextId() }] },
})
