import type { LogbookDocument } from '#domain/logbookDocument.ts'
import { kindNames } from '#domain/kinds.ts'

/** A document of a kind this app knows, with its revision. */
export interface PulledDocument extends LogbookDocument {
  readonly revision: number
}

/** Whether this app knows the kind; if not, the document is kept and not shown. */
export const isKnown = (document: { readonly kind: string }): document is PulledDocument =>
  (kindNames as readonly string[]).includes(document.kind)
