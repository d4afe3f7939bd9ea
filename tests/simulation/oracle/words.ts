import type { OperationId } from '#domain/identifiers.ts'
import type { LogbookDocument, Written } from '#domain/logbookDocument.ts'

/** All words in a text that somebody of the simulation wrote. Each word is written once. */
export const wordsIn = (text: string): readonly string[] => text.match(/#\d+#/gu) ?? []

/** Remembers each word that was written, where it was kept, and what its writer saw there before. */
export class Words {
  private made = 0
  /** Databases in which a word was kept. */
  private readonly keepers = new Map<string, Set<object>>()
  /** Databases that were lost with their phones. */
  private readonly gone = new Set<object>()
  /** Words that took the place of this one, written by somebody who saw it. */
  private readonly replacements = new Map<string, string[]>()
  private readonly perhaps = new Map<OperationId, { before: Written; after: string }[]>()
  /** Wordings that their author has looked at and dropped. */
  private readonly dropped = new Set<string>()
  private readonly known = new WeakMap<object, WeakSet<object>>()

  readonly make = (): string => {
    this.made += 1
    return `#${this.made}#`
  }

  keep(text: string, keeper: object): void {
    for (const word of wordsIn(text)) {
      const keepers = this.keepers.get(word) ?? new Set()
      this.keepers.set(word, keepers.add(keeper))
    }
  }

  keepOperation(operation: object, keeper: object): void {
    const known = this.known.get(keeper) ?? new WeakSet()
    this.known.set(keeper, known)
    if (known.has(operation)) return
    known.add(operation)
    this.keep(JSON.stringify(operation), keeper)
  }

  forget(keeper: object): void {
    this.gone.add(keeper)
  }

  replace(before: unknown, after: string): void {
    if (typeof before !== 'string' || before === after) return
    this.replacements.set(before, [...(this.replacements.get(before) ?? []), after])
  }

  /**
   * `after` takes the place of `before`, which its author saw, if the server carries this operation
   * out (see `carriedOut`) or the unsent operation with `before` becomes it (see `grew`).
   */
  replaceBy(id: OperationId, before: Written | undefined, after: string): void {
    if (before) this.perhaps.set(id, [...(this.perhaps.get(id) ?? []), { before, after }])
  }

  carriedOut(id: OperationId): void {
    for (const { before, after } of this.perhaps.get(id) ?? []) this.replace(before.value, after)
  }

  /**
   * A patch that nobody was sent has become the next one of its author. Who saw its words wrote on
   * in them: that counts even where the whole comes too late for the document, because there never
   * were two wordings to keep. Words that the author did not see are not covered by it.
   */
  grew(from: OperationId, into: OperationId): void {
    for (const { before, after } of this.perhaps.get(into) ?? []) {
      if (before.by === from) this.replace(before.value, after)
    }
  }

  drop(words: readonly unknown[]): void {
    for (const word of words) if (typeof word === 'string') this.dropped.add(word)
  }

  /** Words that were kept somewhere and are nowhere any more. `present`: all that can be read. */
  lost(present: ReadonlySet<string>): string[] {
    const isThere = (word: string, seen: ReadonlySet<string>): boolean => {
      if (present.has(word) || this.dropped.has(word)) return true
      const later = (this.replacements.get(word) ?? []).filter((each) => !seen.has(each))
      return later.some((each) => isThere(each, new Set([...seen, word])))
    }
    const isGone = (keeper: object) => this.gone.has(keeper)
    return [...this.keepers]
      .filter(([word, keepers]) => ![...keepers].every(isGone) && !isThere(word, new Set()))
      .map(([word]) => word)
  }
}

/** Every word of a document: shown, put aside, frozen, or a reason. */
export const wordsOf = (document: LogbookDocument): readonly string[] =>
  wordsIn(
    JSON.stringify([
      document.fields,
      document.alternatives,
      document.versions.map(({ content }) => content),
      document.returns.map(({ reason }) => reason),
    ]),
  )
