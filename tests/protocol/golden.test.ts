import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { decide, relatedIds } from '#domain/decide.ts'
import type { DocumentId } from '#domain/identifiers.ts'
import { kindNames } from '#domain/kinds.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import { operationTypes } from '#domain/operation.ts'
import type { Actor } from '#domain/rights.ts'
import { documentSchema } from '#protocol/document.ts'
import { readOperation } from '#protocol/operation.ts'

interface Step {
  readonly operation: { readonly type: string; readonly kind: string; readonly v: number }
  readonly actor: Actor
  readonly decision: { readonly verdict: string; readonly code?: string }
  readonly document: LogbookDocument
}

/** A phone may stay in a drawer for a year: what it wrote then must mean the same now. */
const folder = new URL('golden/', import.meta.url)
const golden = {
  steps: readdirSync(folder).flatMap((file) => {
    const { steps } = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as {
      readonly steps: readonly Step[]
    }
    return steps
  }),
}

describe('operations of the first release', () => {
  const rows = golden.steps.map((step, index) => ({
    title: `${index + 1} ${step.operation.kind} ${step.operation.type}: ${step.decision.verdict}`,
    step,
    /** What the document was before. */
    find: (id: DocumentId): LogbookDocument | null =>
      golden.steps.slice(0, index).findLast(({ document }) => document.id === id)?.document ?? null,
  }))

  it('are there for every act and every kind', () => {
    const values = (of: 'type' | 'kind') =>
      new Set(golden.steps.map(({ operation }) => operation[of]))
    expect([...values('type')].sort()).toEqual([...operationTypes].sort())
    expect([...values('kind')].sort()).toEqual([...kindNames].sort())
    expect(golden.steps.every(({ operation }) => operation.v === 1)).toBe(true)
  })

  it.each(rows)('$title', ({ step, find }) => {
    const read = readOperation(step.operation)
    if (!read.ok) throw new Error(`${read.code} ${read.field ?? ''}`)
    expect(read.operation).toEqual(step.operation)

    const document = find(read.operation.documentId)
    const related = relatedIds(document, read.operation)
    const decision = decide(document, read.operation, step.actor, (id) =>
      related.includes(id) ? find(id) : null,
    )
    expect(decision).toEqual({ ...step.decision, document: step.document })
    expect(documentSchema.parse(decision.document)).toEqual(step.document)
  })
})
