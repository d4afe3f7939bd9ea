import { documentIdOf } from '#domain/documentId.ts'
import type { DocumentId, LogbookId, OperationId, PersonId } from '#domain/identifiers.ts'
import type { Operation } from '#domain/operation.ts'
import { versionHash } from '#domain/versions.ts'
import type { Deps } from '#server/deps.ts'
import { newId } from '#server/newId.ts'
import { openSchool, type Member, type SchoolBook } from './school.ts'
import { send, storyOf, type BenchDevice } from './schoolYear.ts'

/** One device that has been without a network, with what its person wrote meanwhile. */
export interface StormDevice {
  readonly personId: PersonId
  readonly logbookId: LogbookId
  readonly device: BenchDevice
  /** Value of its session’s cookie. */
  readonly cookie: string
  /** Number of the first of its operations. */
  readonly firstN: number
  readonly operations: readonly Operation[]
}

/** What the operations of all devices together leave behind: one effect of each. */
export interface Expected {
  readonly versions: number
  readonly signatures: number
  readonly operations: number
}

const AT = '2026-06-30T12:00:00.000Z'
/** Logbooks that are filled at once. */
const TOGETHER = 4

/**
 * A school with two devices to a logbook: an apprentice’s, with a week to send and two notes, and a
 * master’s, with a signature on the week before and two notes. Five operations on each.
 */
export async function fillStormSchool(
  deps: Deps,
  devices: number,
): Promise<{ readonly devices: readonly StormDevice[]; readonly expected: Expected }> {
  const books = await openSchool(
    deps.pool,
    Array.from({ length: devices / 2 }, () => ({ members: 2 })),
  )
  const ready: StormDevice[] = []
  const waiting = [...books]
  await Promise.all(
    Array.from({ length: TOGETHER }, async () => {
      for (let book = waiting.pop(); book; book = waiting.pop()) {
        ready.push(...(await fillBook(deps, book)))
      }
    }),
  )
  const half = books.length
  return {
    devices: ready,
    // A week from before and one from now, and three notes; each of the first is signed.
    expected: { versions: 5 * half, signatures: half, operations: 12 * half },
  }
}

/** Sends the week before; gives both devices with what waits on them. */
async function fillBook(
  deps: Deps,
  { id, members: [apprentice, master] }: SchoolBook,
): Promise<StormDevice[]> {
  if (!apprentice || !master) throw new Error('two to a logbook')
  const before = aWeek(id, '2026-W20')
  await send(deps, id, apprentice.personId, apprentice.device, before.operations)

  const document = {
    ...{ logbookId: id, id: before.documentId, kind: 'entry' as const },
    author: apprentice.personId,
  }
  const hash = versionHash(document, { number: 1, content: before.content })
  const statement = { logbook: id, document: before.documentId, version: 1, hash, at: AT }
  const jws = master.device.seal({
    ...statement,
    ...{ signer: master.personId, role: 'master', device: master.device.id },
  })
  const sign: Operation = { ...intent(before.documentId, 'entry'), type: 'sign', hash, jws }
  const deviceOf = ({ personId, device, token }: Member) => ({
    ...{ personId, device, logbookId: id, cookie: `livret=${token}` },
  })
  const week = aWeek(id, '2026-W21')
  const [patch, publish] = aNote()
  const [draft] = aNote()
  return [
    {
      ...deviceOf(apprentice),
      firstN: 3,
      operations: [...week.operations, patch, publish, draft],
    },
    { ...deviceOf(master), firstN: 1, operations: [sign, ...aNote(), ...aNote()] },
  ]
}

const intent = <Kind extends 'entry' | 'note'>(documentId: DocumentId, kind: Kind) => ({
  id: newId(new Date()) as OperationId,
  ...{ documentId, kind, v: 1 as const, at: AT, present: null },
})

function aWeek(logbookId: LogbookId, week: string) {
  const documentId = documentIdOf(logbookId, 'entry', [week])
  const content = { week, told: storyOf(1) }
  const operations: Operation[] = [
    { ...intent(documentId, 'entry'), type: 'patch', set: content, seen: {} },
    { ...intent(documentId, 'entry'), type: 'submit' },
  ]
  return { documentId, content, operations }
}

function aNote(): [Operation, Operation] {
  const id = newId(new Date()) as DocumentId
  return [
    { ...intent(id, 'note'), type: 'patch', set: { text: storyOf(2) }, seen: {} },
    { ...intent(id, 'note'), type: 'publish' },
  ]
}
