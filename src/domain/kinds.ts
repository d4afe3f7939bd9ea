import { absence } from './documents/absence.ts'
import { contract } from './documents/contract.ts'
import { entry } from './documents/entry.ts'
import { interview } from './documents/interview.ts'
import { centreMotive, companyMotive } from './documents/motiveFor.ts'
import { note } from './documents/note.ts'
import { section } from './documents/section.ts'
import { visit } from './documents/visit.ts'
import type { Kind } from './kind.ts'

const declarations = {
  entry,
  visit,
  interview,
  section,
  note,
  contract,
  absence,
  centreMotive,
  companyMotive,
}

export type KindName = keyof typeof declarations

/** Every kind of document there is, by name. */
export const kinds: Readonly<Record<KindName, Kind>> = declarations

export const kindNames = Object.keys(declarations) as readonly KindName[]
