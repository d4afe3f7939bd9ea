import type { BookRow } from '#store/database.ts'

/** The own logbook of an apprentice. Who has two contracts reads the one of today, or else the latest. */
export function currentBook(books: readonly BookRow[], today: string): BookRow | undefined {
  const own = books
    .filter(({ role }) => role === 'apprentice')
    .sort((a, b) => a.facts.contract.start.localeCompare(b.facts.contract.start))
  const begun = own.filter(({ facts }) => facts.contract.start <= today)
  return begun.at(-1) ?? own[0]
}
