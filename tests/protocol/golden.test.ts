import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { decide, relatedIds } from '#domain/decide.ts'
import type { DocumentId } from '#domain/identifiers.ts'
import { kindNames } from '#domain/kinds.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import { operationTypes } from '#domain/operation.ts'
import { inNewestShape, newestShapeOf, type Shaped } from '#domain/operationShapes.ts'
import type { Actor } from '#domain/rights.ts'
import { documentSchema } from '#protocol/document.ts'
import { readOperation } from '#protocol/operation.ts'

interface Step {
  readonly operation: Shaped & { readonly type: string; readonly kind: string; readonly v: number }
  readonly actor: Actor
  readonly decision: { readonly verdict: string; readonly code?: string }
  readonly document: LogbookDocument
}

const folder = new URL('golden/', import.meta.url)

/**
 * A phone may stay in a drawer for a year: what it wrote then must mean the same now. Each file is
 * a logbook of its own; a released one never changes.
 */
const files = readdirSync(folder).map((file) => {
  const golden = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as {
    readonly steps: readonly Step[]
  }
  return { file, steps: golden.steps }
})
const steps = files.flatMap((each) => each.steps)

describe('operations of every release', () => {
  const rows = files.flatMap(({ file, steps: own }) =>
    own.map((step, index) => ({
      title: `${file} ${index + 1} ${step.operation.kind} ${step.operation.type}: ${step.decision.verdict}`,
      step,
      /** What the document was before. */
      find: (id: DocumentId): LogbookDocument | null =>
        own.slice(0, index).findLast(({ document }) => document.id === id)?.document ?? null,
    })),
  )

  it('are there for every act and every kind', () => {
    const values = (of: 'type' | 'kind') => new Set(steps.map(({ operation }) => operation[of]))
    expect([...values('type')].sort()).toEqual([...operationTypes].sort())
    expect([...values('kind')].sort()).toEqual([...kindNames].sort())
  })

  it('are there in every shape that was ever written', () => {
    const written = new Set(steps.map(({ operation }) => operation.v))
    expect([...written].sort()).toEqual(
      Array.from({ length: newestShapeOf() }, (_, index) => index + 1),
    )
  })

  it.each(rows)('$title', ({ step, find }) => {
    const read = readOperation(step.operation)
    if (!read.ok) throw new Error(`${read.code} ${read.field ?? ''}`)
    expect(read.operation).toEqual(inNewestShape(step.operation))

    const document = find(read.operation.documentId)
    const related = relatedIds(document, read.operation)
    const decision = decide(document, read.operation, step.actor, (id) =>
      related.includes(id) ? find(id) : null,
    )
    expect(decision).toEqual({ ...step.decision, document: step.document })
    expect(documentSchema.parse(decision.document)).toEqual(step.document)
  })
})
