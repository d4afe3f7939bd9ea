import { sectionIdOf } from '#domain/decide.ts'
import { documentIdOf } from '#domain/documentId.ts'
import type { DocumentId, LogbookId } from '#domain/identifiers.ts'
import type { Role } from '#domain/kind.ts'
import type { KindName } from '#domain/kinds.ts'
import type { Content } from '#domain/operation.ts'
import type { LogbookFacts, Member } from '#protocol/logbookFacts.ts'
import { NOW, personId, personRoles, type PersonName } from '#tests/support/builders.ts'

/** When every world begins, by the server’s clock. */
export const BEGINNING = Date.parse(NOW)

export const people = [
  'apprentice',
  'secondApprentice',
  'master',
  'trainer',
  'coordinator',
  'guardian',
] as const satisfies readonly PersonName[]
export type SimulatedPerson = (typeof people)[number]

/** Whose browsers there can be. */
export const castDevices: readonly SimulatedPerson[] = [
  'apprentice',
  'apprentice',
  'master',
  'master',
  'trainer',
  'coordinator',
  'guardian',
  'secondApprentice',
]

export const books = [1, 2, 3].map((n) => `019a5b10-0000-7000-8000-00000000000${n}` as LogbookId)

/** Who is in which of the `books` at the beginning. The guardian’s last day is in a few days. */
const parts: readonly (readonly (readonly [SimulatedPerson, string | null])[])[] = [
  [
    ['apprentice', null],
    ['master', '2026-08-31'],
    ['trainer', '2026-08-31'],
    ['coordinator', '2026-08-31'],
    ['guardian', '2025-11-10'],
  ],
  [
    ['secondApprentice', null],
    ['master', '2026-08-31'],
    ['trainer', '2026-08-31'],
    ['coordinator', '2026-08-31'],
  ],
  [
    ['trainer', '2026-08-31'],
    ['coordinator', '2026-08-31'],
  ],
]

export const factsOf = (book: number): LogbookFacts => ({
  id: bookAt(book),
  centre: 'Campus',
  company: { name: 'Loire Habitat', city: 'Saint-Étienne', activity: 'Immobilier' },
  programme: 'bts-ndrc',
  cohort: '2025-2027',
  contract: { start: '2025-09-01', end: '2027-08-31' },
  members: (parts[book] ?? []).map(([who, until]): Member => ({
    personId: personId(who),
    name: who,
    role: personRoles[who],
    from: '2025-09-01',
    until,
  })),
})

export const bookAt = (book: number): LogbookId => {
  const id = books[book % books.length]
  if (!id) throw new RangeError('no logbook')
  return id
}

/** A document somebody may write in a logbook, before its first line. */
export interface Slot {
  readonly id: DocumentId
  readonly kind: KindName
  readonly author: Role
  /** Keys whose values are words. */
  readonly keys: readonly string[]
  /** What goes with the first words. */
  readonly others: Content
}

export const slotNames = [
  'week',
  'nextWeek',
  'visit',
  'interview',
  'apprenticeSection',
  'masterSection',
  'trainerSection',
  'masterNote',
  'apprenticeNote',
  'otherVisit',
] as const

const named = (book: LogbookId, kind: KindName, slot: number): DocumentId =>
  documentIdOf(book, kind, [String(slot)])

/** The documents of a logbook, in the order of `slotNames`. */
function slotsOf(book: LogbookId): readonly Slot[] {
  const week = (name: string): Slot => ({
    id: documentIdOf(book, 'entry', [name]),
    kind: 'entry',
    author: 'apprentice',
    keys: ['told'],
    others: { week: name, 'tasks/salon': true },
  })
  const visit = (slot: number, author: Role): Slot => ({
    id: named(book, 'visit', slot),
    kind: 'visit',
    author,
    keys: ['observations', 'place', 'actions/a/label', 'actions/b/label', 'actions/a/removed'],
    others: { date: '2025-11-04', mode: 'on-site' },
  })
  const interview = named(book, 'interview', 3)
  const section = (party: Role): Slot => ({
    id: sectionIdOf({ id: interview, logbookId: book, kind: 'interview' }, party),
    kind: 'section',
    author: party,
    keys: ['progress', 'difficulties'],
    others: { interview, party },
  })
  const note = (slot: number, author: Role): Slot => ({
    id: named(book, 'note', slot),
    kind: 'note',
    author,
    keys: ['text'],
    others: {},
  })
  return [
    week('2025-W44'),
    week('2025-W45'),
    visit(2, 'trainer'),
    {
      id: interview,
      kind: 'interview',
      author: 'trainer',
      keys: ['place'],
      others: { type: 'tripartite', date: '2025-12-02', mode: 'on-site' },
    },
    section('apprentice'),
    section('master'),
    section('trainer'),
    note(7, 'master'),
    note(8, 'apprentice'),
    visit(9, 'coordinator'),
  ]
}

const allSlots = books.map(slotsOf)

export function slotAt(book: number, slot: number): Slot {
  const found = allSlots[book % allSlots.length]?.[slot % slotNames.length]
  if (!found) throw new RangeError('no document')
  return found
}
