import type { KindName } from '#domain/kinds.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import type { Content } from '#domain/operation.ts'
import {
  actor,
  anAct,
  aPatch,
  aReturn,
  aSignature,
  unwritten,
  type Book,
  type PersonName,
} from './builders.ts'

/** Kinds that one person writes and publishes: what is in them, and by whom. */
const written = {
  selfAssessment: {
    by: 'apprentice',
    set: { date: '2025-11-05', 'skills/B1.C1.3/level': 'progressing' },
  },
  assessment: {
    by: 'master',
    set: { party: 'master', date: '2025-11-06', 'skills/B1.C1.3/level': 'acquired' },
  },
  objective: {
    by: 'trainer',
    set: { label: 'Appeler dix prospects.', owner: 'apprentice', due: '2025-11-28' },
  },
  mark: {
    by: 'trainer',
    set: {
      date: '2025-11-03',
      label: 'Devoir sur le portefeuille clients',
      form: 'test',
      subject: 'negotiation',
      exam: 'E4',
      hundredths: 1_250,
    },
  },
  candidacy: {
    by: 'trainer',
    set: { session: 2027, registeredOn: '2026-11-12', 'handedIn/E4/on': '2027-03-10' },
  },
} as const satisfies Readonly<Record<string, { by: PersonName; set: Content }>>

export type PublishedKind = keyof typeof written

export const isPublished = (kind: KindName): kind is PublishedKind => Object.hasOwn(written, kind)

/** A document of `kind`, brought to a state by real operations. `amended`: a draft again. */
export function writePublished(
  book: Book,
  kind: PublishedKind,
  state: 'draft' | 'published' | 'acknowledged' | 'discarded' | 'amended',
  { by = written[kind].by, set = {} }: { readonly by?: PersonName; readonly set?: Content } = {},
): LogbookDocument {
  const who = actor(by)
  let document = book.must(aPatch(unwritten(kind), { ...written[kind].set, ...set }), who)
  if (state === 'draft') return document
  if (state === 'discarded') return book.must(anAct('discard', document), who)
  document = book.must(anAct('publish', document), who)
  if (state === 'acknowledged') {
    const owner = document.fields['owner']?.value as PersonName
    return book.must(aSignature(document), actor(owner))
  }
  return state === 'amended' ? book.must(anAct('amend', document), who) : document
}

/** A piece of an exam file, brought to a state by real operations. `reopened`: taken back; `returned`: by the master. */
export function writePiece(
  book: Book,
  state: 'draft' | 'submitted' | 'signed' | 'discarded' | 'reopened' | 'returned',
  set: Content = {},
): LogbookDocument {
  const who = actor('apprentice')
  const words = { rule: 'e4-sheets', nature: 'event', label: 'Le salon de mars', ...set }
  let piece = book.must(aPatch(unwritten('piece'), words), who)
  if (state === 'draft') return piece
  if (state === 'discarded') return book.must(anAct('discard', piece), who)
  piece = book.must(anAct('submit', piece), who)
  if (state === 'signed') return book.must(aSignature(piece), actor('master'))
  if (state === 'returned') return book.must(aReturn(piece, 'Ajoutez le budget.'), actor('master'))
  return state === 'reopened' ? book.must(anAct('withdraw', piece), who) : piece
}
