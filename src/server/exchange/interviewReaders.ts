import type { Operation } from '#domain/operation.ts'
import { findProgramme, programmeIds } from '#programmes/programmes.ts'
import { isIndividual } from '#programmes/sheet.ts'

/** Read before the first operation comes: what is decided of it waits for nothing. */
const sheets = new Map(
  await Promise.all(
    programmeIds.map(async (id) => [id, (await findProgramme(id))?.sheet] as const),
  ),
)

/**
 * Whether an operation would let the company read an interview that its centre keeps between
 * apprentice and centre: who reads it is decided by its kind, so such a type cannot be given to
 * the kind that all read. Apps choose the kind by the same `isIndividual`.
 */
export function isShownToCompany(operation: Operation, programme: string): boolean {
  if (operation.kind !== 'interview' || operation.type !== 'patch') return false
  const { type } = operation.set
  return typeof type === 'string' && isIndividual(sheets.get(programme), type)
}
