import type { LogbookId, PersonId } from '#domain/identifiers.ts'
import { rolesOn } from '#domain/membership.ts'
import { maySettle, project } from '#domain/rights.ts'
import type { HeldCounts, HeldItem, HeldList } from '#protocol/held.ts'
import { documentId } from '#protocol/identifier.ts'
import type { HeldOperation, HeldStorage } from '#server/storage/heldStorage.ts'
import { heldAuthorOf } from './heldAuthor.ts'
import { frameText, whenOf, wordsIn } from './heldContent.ts'
import { memberOf } from './memberOf.ts'

/** Most operations that are listed at once; the next come when these are settled. */
const LISTED_MAX = 50

/** Who asks, on which day (ISO date). */
interface Asking {
  readonly personId: PersonId
  readonly day: string
}

/** What was put aside in a logbook and waits for a decision, or `null`: not for this person. */
export const listHeld = (
  storage: Pick<HeldStorage, 'readHeld'>,
  id: LogbookId,
  { personId, day }: Asking,
): Promise<HeldList | null> =>
  storage.readHeld(id, LISTED_MAX, async ({ memberships, held, total, loadDocuments }) => {
    if (!maySettle(memberships, personId, day)) return null
    const read = held.map((each) => ({ each, body: JSON.parse(each.body) as unknown }))
    const ids = read.flatMap(({ body }) => documentIdOf(body) ?? [])
    const documents = new Map(
      (await loadDocuments([...new Set(ids)])).map(({ document }) => [document.id, document]),
    )
    const [role = 'coordinator'] = rolesOn(memberships, personId, day)
    const items = read.map(({ each, body }): HeldItem => {
      const named = documentIdOf(body)
      const document = (named && documents.get(named)) ?? null
      // No more of the document than this person may see anyhow.
      const seen = document ? project(document, { personId, role }) : null
      return itemOf(each, body, {
        role: heldAuthorOf(memberships, each, body),
        when: whenOf(body, document, seen),
      })
    })
    return { items, total }
  })

const documentIdOf = (body: unknown) => documentId.safeParse(memberOf(body, 'documentId')).data

function itemOf(
  { id: operationId, actor, owner, code, broughtBy, at: receivedAt }: HeldOperation,
  body: unknown,
  {
    role: { role, writtenAt },
    when,
  }: { readonly role: ReturnType<typeof heldAuthorOf>; readonly when: string },
): HeldItem {
  const via = owner.personId === actor.personId ? null : owner.name
  return {
    ...{ operationId, ...actor, role, via },
    kind: frameText(body, 'kind'),
    act: frameText(body, 'type'),
    documentId: documentIdOf(body) ?? null,
    ...{ when, writtenAt, receivedAt, code, words: wordsIn(body) },
    broughtBy: broughtBy?.name ?? null,
  }
}

/** The logbooks of a person in which something waits for their decision, and how much. */
export async function countHeld(
  storage: Pick<HeldStorage, 'countHeld'>,
  { personId, day }: Asking,
): Promise<HeldCounts> {
  const counts = await storage.countHeld(personId)
  const open = counts.filter(({ memberships }) => maySettle(memberships, personId, day))
  return { logbooks: open.map(({ id, count }) => ({ id, count })) }
}
