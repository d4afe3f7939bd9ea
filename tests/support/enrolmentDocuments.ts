import { documentIdOf } from '#domain/documentId.ts'
import type { KindName } from '#domain/kinds.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import type { Content } from '#domain/operation.ts'
import {
  actor,
  anAct,
  aPatch,
  aSignature,
  logbookId,
  nextId,
  personRoles,
  unwritten,
  type Book,
  type PersonName,
  type Target,
} from './builders.ts'

/** Kinds of the way in, of surveys and of dispenses: what is in them, by whom, and who signs. */
const written = {
  acknowledgement: {
    by: 'apprentice',
    send: 'submit',
    signers: ['apprentice'],
    set: { wording: 'a'.repeat(64), by: 'alone' },
  },
  admissionStep: {
    by: 'coordinator',
    send: 'publish',
    signers: [],
    set: { step: 'file', state: 'done', on: '2025-06-16' },
  },
  dispense: {
    by: 'apprentice',
    send: 'submit',
    signers: ['coordinator'],
    set: { diploma: 'other-bts', told: 'BTS Tourisme, Lyon, juin 2024' },
  },
  placement: {
    by: 'trainer',
    send: 'submit',
    signers: ['trainer', 'apprentice'],
    set: {
      party: 'trainer',
      date: '2025-09-24',
      'diagnostic/writing/level': 'solid',
      'diagnostic/english/level': 'fragile',
      prior: 'Bac général, deux étés de vente.',
      path: 'Deux heures d’anglais en plus par mois.',
      months: 0,
    },
  },
  arrangement: {
    by: 'trainer',
    send: 'publish',
    signers: ['apprentice'],
    set: { needed: 'yes', told: 'Un tiers de temps en plus aux devoirs.' },
  },
  survey: {
    by: 'master',
    send: 'publish',
    signers: [],
    set: { survey: 'during', party: 'master', 'answers/followed/level': 3 },
  },
} as const satisfies Readonly<
  Record<
    string,
    {
      by: PersonName
      send: 'submit' | 'publish'
      signers: readonly PersonName[]
      set: Content
    }
  >
>

export type EnrolmentKind = keyof typeof written

export const isOfEnrolment = (kind: KindName): kind is EnrolmentKind => Object.hasOwn(written, kind)

/** The fields that name a document of the kind. `name` makes it another one. */
export const identityOf = (kind: EnrolmentKind, name: string = nextId()): Content => {
  if (kind === 'acknowledgement') return { reading: 'rights-and-duties', edition: name }
  return kind === 'dispense' ? { unit: name } : {}
}

/** The document that these fields name, which nobody has written. */
export function unwrittenOf(kind: EnrolmentKind, identity: Content): Target {
  const parts = Object.values(identity).map(String)
  return unwritten(kind, parts.length > 0 ? documentIdOf(logbookId, kind, parts) : undefined)
}

interface Change {
  readonly set?: Content
  readonly by?: PersonName
  readonly identity?: Content
}

/**
 * A document of `kind`, brought to a state by real operations. `sent`: nobody has signed it;
 * `signed`: all who have to; `reopened`: a draft again.
 */
export function writeEnrolment(
  book: Book,
  kind: EnrolmentKind,
  state: 'draft' | 'sent' | 'signed' | 'discarded' | 'reopened',
  { set = {}, by = written[kind].by, identity = identityOf(kind) }: Change = {},
): LogbookDocument {
  const who = actor(by)
  const { send, signers } = written[kind]
  const party = 'party' in written[kind].set ? { party: personRoles[by] } : {}
  const words = { ...written[kind].set, ...party, ...identity, ...set }
  let document = book.must(aPatch(unwrittenOf(kind, identity), words), who)
  if (state === 'draft') return document
  if (state === 'discarded') return book.must(anAct('discard', document), who)
  document = book.must(anAct(send, document), who)
  if (state === 'sent') return document
  if (state === 'reopened') {
    return book.must(anAct(send === 'submit' ? 'withdraw' : 'amend', document), who)
  }
  for (const signer of signers as readonly PersonName[]) {
    document = book.must(aSignature(document), actor(signer))
  }
  return document
}
