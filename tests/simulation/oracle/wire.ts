import { isDeepStrictEqual } from 'node:util'
import { partsOn } from '#domain/membership.ts'
import type { LogbookId, OperationId, PersonId } from '#domain/identifiers.ts'
import type { HeldList } from '#protocol/held.ts'
import type { BookPart, NewsEvent } from '#protocol/sync.ts'
import type { News } from '#server/exchange/news.ts'
import { civilDay } from '#server/storage/civilDay.ts'
import type { MemoryLogbook } from '../memoryStorage.ts'
import type { Pulled } from '../simulatedServer.ts'
import { isPutAside } from './custody.ts'
import { allSeenAs } from './projection.ts'
import type { Report } from './report.ts'
import type { ServerLog } from './serverLog.ts'
import { wordsIn } from './words.ts'

/** Looks at all that leaves the server, and at what arrives. */
export class Wire {
  private readonly report: Report
  private readonly log: ServerLog
  private readonly bookOf: (id: LogbookId) => MemoryLogbook | undefined
  private readonly contents = new Map<OperationId, string>()

  constructor(
    report: Report,
    log: ServerLog,
    bookOf: (id: LogbookId) => MemoryLogbook | undefined,
  ) {
    this.report = report
    this.log = log
    this.bookOf = bookOf
  }

  /** An operation never says two things: the second would be taken for the first, and be lost. */
  onPush(operations: readonly { readonly operation: unknown }[]): void {
    for (const { operation } of operations) {
      // A device that took another name can no longer prove a signature, see `becomeNewDevice`.
      const { id, ...rest } = { ...(operation as { id: OperationId }), jws: null }
      const text = JSON.stringify(rest)
      const known = this.contents.get(id)
      if (known !== undefined && known !== text) {
        this.report.violate('I2', `one operation says two things: ${known} and ${text}`)
      }
      this.contents.set(id, text)
    }
  }

  /** I10: nobody gets anything else than what is theirs to see, draft by draft and word by word. */
  onPull({ personId, day, books, parts }: Pulled): void {
    for (const part of parts) {
      if (part.type === 'end') continue
      const book = books.get(part.id)
      const member = book && partsOn(book.facts.members, day).get(personId)
      const mayRead = member?.standing === 'present'
      if (part.type === 'revoked') {
        if (mayRead) this.report.violate('I10', 'a logbook is taken from its reader')
        continue
      }
      this.report.count(`part ${part.reset ?? 'more'}`)
      if (!book || !mayRead) {
        this.report.violate('I10', 'a logbook leaves for somebody who may not read it')
        continue
      }
      const { role } = member
      if (part.role !== role) this.report.violate('I10', `a ${role} is told to be ${part.role}`)
      const seen = allSeenAs(book.documents.values(), { personId, role })
      this.comparePart(part, seen)
    }
  }

  /** The same of what is heard, when it was committed. */
  onNews({ at, part }: NewsEvent, { grantNumber }: News, personId: PersonId): void {
    const book = this.bookOf(part.id)
    const day = civilDay(new Date(at))
    const member = book && partsOn(book.facts.members, day).get(personId)
    const isPresent = member?.standing === 'present' && member.role === part.role
    if (book?.grantNumber === grantNumber && !isPresent) {
      this.report.violate('I10', 'somebody hears of a logbook they may not read')
    }
    const state = this.log.at(part.id, part.chain)
    if (!state) this.report.violate('I5', 'news of what never was')
    else this.comparePart(part, allSeenAs(state.stored.values(), { personId, role: part.role }))
  }

  /** What was put aside is shown to who decides about it, and to nobody else. */
  onHeld(id: LogbookId, personId: PersonId, { items }: HeldList): void {
    const state = this.log.current(id)
    this.report.count('lists of what was put aside')
    const open = new Set(
      [...state.ids.values()]
        .filter((each) => isPutAside(each) && !state.settled.has(each.id))
        .flatMap(({ body }) => wordsIn(body)),
    )
    const foreign = wordsIn(JSON.stringify(items)).find((word) => !open.has(word))
    if (foreign) this.report.violate('I10', `${foreign} is shown beside what was put aside`)
    const members = this.bookOf(id)?.facts.members ?? []
    const isTheirs = members.some(
      (each) => each.personId === personId && each.role === 'coordinator',
    )
    if (!isTheirs) this.report.violate('I10', 'somebody is shown what was put aside')
  }

  private comparePart(part: BookPart, seen: ReturnType<typeof allSeenAs>): void {
    const allowed = new Set(wordsIn(JSON.stringify([...seen.values()])))
    const foreign = wordsIn(JSON.stringify(part.documents)).find((word) => !allowed.has(word))
    if (foreign) this.report.violate('I10', `${foreign} leaves for who may not read it`)
    for (const document of part.documents) {
      if (isDeepStrictEqual(document, seen.get(document.id))) continue
      this.report.violate('I10', `${document.kind} leaves otherwise than it may be seen`)
    }
  }
}
