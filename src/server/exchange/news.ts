import type { LogbookId, PersonId } from '#domain/identifiers.ts'
import type { Part } from '#domain/membership.ts'
import type { SigningKey } from '#protocol/logbookFacts.ts'
import type { NewsEvent, Result } from '#protocol/sync.ts'
import type { Changes, Head, OpenLogbook } from '#server/storage/logbookStorage.ts'
import type { PushContext } from './openPush.ts'
import { grantOf, missingSince, seenBy } from './pullPlan.ts'

/** What one push changed in a logbook, as it was committed. */
export interface News extends Pick<Changes, 'documents'> {
  readonly logbookId: LogbookId
  readonly from: Head
  readonly to: Head
  readonly grantNumber: number
  readonly parts: ReadonlyMap<PersonId, Part>
  readonly keys: readonly SigningKey[]
  /** UTC instant by the server’s clock. */
  readonly at: string
  /** Who sent it, from which device, and what became of it. */
  readonly sender: Pick<PushContext, 'deviceId'> & { readonly personId: PersonId }
  readonly results: readonly Result[]
}

export function newsOf(
  { head: from, grantNumber }: OpenLogbook,
  { head: to, documents, signatures }: Changes,
  { logbookId, parts, deviceId, pusher, at }: PushContext,
  results: readonly Result[],
): News {
  const keys = signatures.flatMap(({ proof }) => proof.key ?? [])
  const sender = { deviceId, personId: pusher.personId }
  return { logbookId, from, to, documents, grantNumber, parts, keys, at, sender, results }
}

/**
 * The news as one person may hear them: what a pull from just before would bring. `null`: nothing
 * can be said without asking the database, a pull will.
 */
export function newsFor(news: News, personId: PersonId): NewsEvent | null {
  const { logbookId: id, from, to, grantNumber, parts, documents, keys, sender, results } = news
  const part = parts.get(personId)
  if (part?.standing !== 'present') return null
  const { role } = part
  const reader = { personId, role }
  const frames = documents.map(({ document, seq, sharedSeq }) => ({
    ...{ id: document.id, logbookId: id, kind: document.kind, author: document.author },
    ...{ state: document.state, versions: document.versions.length, seq, sharedSeq },
  }))
  const { ids, isCalledOff } = missingSince(frames, reader, from.seq)
  if (isCalledOff) return null
  const changed = new Set(ids)
  const seen = documents
    .filter(({ document }) => changed.has(document.id))
    .flatMap((stored) => seenBy(stored, reader) ?? [])
  const isOwn = sender.personId === personId
  return {
    ...{ personId, at: news.at },
    deviceId: isOwn ? sender.deviceId : null,
    part: {
      ...{ type: 'book', id, from, reset: null, grant: grantOf({ grantNumber, role }), role },
      ...{ facts: null, keys: [...keys], documents: seen, verdicts: isOwn ? [...results] : [] },
      ...{ lastN: null, ...to, sum: null },
    },
  }
}
