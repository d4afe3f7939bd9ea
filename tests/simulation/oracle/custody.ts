import type { PersonId } from '#domain/identifiers.ts'
import type { KeptOperation } from '#server/storage/logbookStorage.ts'
import type { MemoryLogbook } from '../memoryStorage.ts'

/** By hand: who decides about what was put aside. */
export const isCoordinator = ({ facts }: MemoryLogbook, person: PersonId, day: string): boolean =>
  facts.members.some(
    ({ personId, role, from, until }) =>
      personId === person &&
      role === 'coordinator' &&
      from <= day &&
      (until === null || day <= until),
  )

/** A signature that came before its photos comes again with them: nobody settles it. */
export const isPutAside = ({ verdict, code }: KeptOperation): boolean =>
  verdict === 'held' && code !== 'files-missing'
