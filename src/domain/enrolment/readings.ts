import { hashOf } from '../hash.ts'
import { lastVersion, type LogbookDocument } from '../logbookDocument.ts'
import { signedBy } from '../signing.ts'

/** A text that every apprentice has to read; data of the centre. */
export interface Reading {
  readonly code: string
  /** Day of its wording (ISO date); another wording is another edition. */
  readonly edition: string
  /** `company`: each company has its own, so that a change of company asks again. */
  readonly of: 'centre' | 'company'
  readonly title: string
  /** What is asked of the reader. */
  readonly lead: string
  /** What is read here; empty: it is handed out on paper. */
  readonly statements: readonly {
    readonly code: string
    readonly text: string
    readonly source: string
  }[]
  /** Whether the guardian of a minor signs as well. */
  readonly withGuardian: boolean
}

/** `open`: to be read. `guardian`: the apprentice has, the guardian has not. `read`: all is done. */
export type ReadingState = 'open' | 'guardian' | 'read'

export interface ReadingStatus {
  readonly reading: Reading
  /** The edition that counts in this logbook. */
  readonly edition: string
  readonly state: ReadingState
  /** The acknowledgement of this edition; `null`: there is none. */
  readonly document: LogbookDocument | null
  /** Another edition was read before. */
  readonly changed: boolean
}

/** SHA-256 of all that was on the screen: what a signature on an acknowledgement stands for. */
export const wordingOf = ({ code, edition, title, lead, statements }: Reading): string =>
  hashOf([
    ...[code, edition, title, lead],
    ...statements.map(({ text, source }) => `${text} (${source})`),
  ])

/** The edition of a text in one logbook; of a company’s text, another for each company. */
export const editionIn = ({ of, edition }: Reading, company: string): string =>
  of === 'company' ? `${edition}.${hashOf(company).slice(0, 12)}` : edition

/**
 * How an apprentice stands with each text. `guardian`: whether one belongs to the logbook today;
 * where there is none any more, because of the eighteenth birthday, nobody waits for theirs.
 *
 * Sources: Code du travail, art. L6231-2, 4° (rights and duties, health and safety); RNQ indicators
 * 9 (conditions, guardians of minors informed) and 15 (signed acknowledgement, text with editions).
 */
export function readingsOf(
  readings: readonly Reading[],
  documents: readonly LogbookDocument[],
  { company, guardian }: { readonly company: string; readonly guardian: boolean },
): readonly ReadingStatus[] {
  const sent = documents.filter((each) => each.kind === 'acknowledgement' && lastVersion(each))
  return readings.map((reading) => {
    const edition = editionIn(reading, company)
    const own = sent.filter((each) => lastVersion(each)?.content['reading'] === reading.code)
    const document = own.find((each) => lastVersion(each)?.content['edition'] === edition) ?? null
    const changed = own.some((each) => each !== document)
    return { reading, edition, state: stateOf(document, guardian), document, changed }
  })
}

function stateOf(document: LogbookDocument | null, guardian: boolean): ReadingState {
  if (!document) return 'open'
  const signed = signedBy(document)
  if (!signed.includes('apprentice')) return 'open'
  const both = lastVersion(document)?.content['by'] === 'with-guardian'
  return both && guardian && !signed.includes('guardian') ? 'guardian' : 'read'
}
