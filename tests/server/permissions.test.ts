import { beforeAll, describe, expect, it } from 'vitest'
import { isInterviewKind } from '#domain/interviewKinds.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import type { Operation } from '#domain/operation.ts'
import type { PulledDocument } from '#protocol/pulledDocument.ts'
import type { Result } from '#protocol/sync.ts'
import { addMember } from '#server/storage/logbooks.ts'
import { createWorld, type TestDevice, type World } from '#tests/server/routes/world.ts'
import {
  aBook,
  actor,
  logbookId,
  logbooks,
  personId,
  type Book,
  type Centre,
  type PersonName,
} from '#tests/support/builders.ts'
import type { Situation } from '#tests/support/permissionLines.ts'
import { cells, sightings, type Cell } from '#tests/support/permissionTable.ts'
import { attempt, bring, type Brought } from '#tests/support/situations.ts'

/** A document with what was done to bring it there, and what a cell of the table tries with it. */
interface Trial {
  readonly cell: Cell
  readonly book: Book
  readonly brought: Brought
  readonly operation: Operation
}

/** What each name of `personNames` is to a person of the logbook. */
const byId = (id: string, people: readonly PersonName[]) =>
  people.find((who) => personId(who) === id)

let world: World
let trials: readonly Trial[]
let results: ReadonlyMap<string, Result>
/** What the documents were before strangers tried to change them, and afterwards. */
let calm: ReadonlyMap<string, PulledDocument>
let seen: ReadonlyMap<PersonName, ReadonlyMap<string, PulledDocument>>
let raw: ReadonlyMap<PersonName, string>
let refusedStrangers: readonly number[]
let strangersRead: readonly string[][]

const people: readonly PersonName[] = [
  'apprentice',
  'master',
  'trainer',
  'coordinator',
  'guardian',
  'auditor',
  'secondApprentice',
  'secondMaster',
  'secondTrainer',
  'secondCoordinator',
]
const devices = new Map<string, TestDevice>()
const deviceOf = (who: PersonName, centre: Centre = 'here'): TestDevice => {
  const device = devices.get(`${who} ${centre}`)
  if (!device) throw new Error(`no device of ${who}`)
  return device
}

beforeAll(async () => {
  world = await createWorld()
  for (const centre of ['here', 'elsewhere'] as const) {
    const second = { logbookId: logbooks[centre], personId: personId('secondApprentice', centre) }
    await addMember(world.pool, { ...second, role: 'apprentice', from: '2025-09-01', until: null })
    for (const who of people) devices.set(`${who} ${centre}`, await world.device(who, centre))
  }
  trials = prepare()
  await pushInRounds(trials)
  results = await pushTrials(trials, 'here')
  calm = (await readAs('trainer')).documents

  refusedStrangers = await intrude(trials)
  await pushTrials(trials, 'elsewhere')

  const read = await Promise.all(people.map(async (who) => [who, await readAs(who)] as const))
  seen = new Map(read.map(([who, { documents }]) => [who, documents]))
  raw = new Map(read.map(([who, { text }]) => [who, text]))
  const strangers = people.map((who) => deviceOf(who, 'elsewhere').pull())
  strangersRead = (await Promise.all(strangers)).map(({ books }) => Object.keys(books))
}, 120_000)

describe('who may do what, on the server', () => {
  it.each(cells)('$name', ({ name, expected }) => {
    const { verdict, code } = results.get(name) ?? {}
    if (expected.verdict === 'rejected') expect({ verdict, code }).toEqual(expected)
    else expect(verdict).toBe(expected.verdict)
  })

  it('every document is what the device said it would be, and refused acts changed none', () => {
    const documents = new Map<string, LogbookDocument>()
    for (const { book, operation, cell } of trials) {
      book.act(operation, actor(cell.person))
      for (const { operation: each } of book.done) {
        const document = book.find(each.documentId)
        if (document) documents.set(document.id, document)
      }
    }
    expect(documents.size).toBeGreaterThan(150)
    for (const [id, document] of documents) {
      const author = byId(document.author, people)
      const there = author && seen.get(author)?.get(id)
      expect(there && withoutReceipts(there)).toEqual(withoutReceipts(document))
    }
  })
})

describe('a person of another centre', () => {
  it('is turned away at the door, whatever they try', () => {
    expect(refusedStrangers.length).toBeGreaterThan(100)
    expect(new Set(refusedStrangers)).toEqual(new Set([403]))
  })

  it('changes nothing here by doing the same in a logbook of their own', () => {
    expect(seen.get('trainer')).toEqual(calm)
  })

  it('reads nothing of this logbook', () => {
    for (const ids of strangersRead) expect(ids).toEqual([logbooks.elsewhere])
  })
})

describe('who reads what, on the wire', () => {
  it.each(sightings)('$kind $situation: $who sees $sees', (sighting) => {
    const { kind, situation, person, sees } = sighting
    const { book, brought } = untouched(kind, situation)
    const document = book.find(brought.target.id)
    const there = seen.get(person)?.get(brought.target.id)
    if (sees === 'nothing') expect(there).toBeUndefined()
    else {
      expect(there?.state).toBe(document?.state)
      expect(there?.versions).toEqual(document?.versions)
      expect(there?.fields).toEqual(sees === 'versions' ? {} : document?.fields)
    }
  })

  it('nobody receives the draft or the alternatives of another, but the frame of an interview', () => {
    for (const [who, documents] of seen) {
      for (const document of documents.values()) {
        if (document.author === personId(who)) continue
        expect(document.alternatives).toEqual({})
        if (!isInterviewKind(document.kind)) expect(document.fields).toEqual({})
      }
    }
  })

  it.each<PersonName>(['guardian', 'auditor'])(
    'no draft is in any byte that the %s receives',
    (who) => {
      // Every patch of the table says so, and none of them was sent or published.
      expect(raw.get(who)).not.toContain('D’autres mots.')
      expect(raw.get('trainer')).toContain('D’autres mots.')
    },
  )
})

/** One document for each cell that moves something; the refused ones of a situation share one. */
function prepare(): Trial[] {
  const shared = new Map<string, { book: Book; brought: Brought }>()
  return cells.map((cell, place) => {
    const { kind, situation, expected } = cell
    const key = `${kind} ${situation}`
    const known = expected.verdict === 'rejected' ? shared.get(key) : undefined
    const book = known?.book ?? aBook()
    const brought = known?.brought ?? bring(book, kind, situation, place)
    if (expected.verdict === 'rejected') shared.set(key, { book, brought })
    return { cell, book, brought, operation: attempt(cell, { ...brought }, book, place) }
  })
}

const untouched = (kind: string, situation: Situation): Trial => {
  const trial = trials.find(
    ({ cell }) =>
      cell.kind === kind && cell.situation === situation && cell.expected.verdict === 'rejected',
  )
  if (!trial) throw new Error(`nothing is refused in ${kind} ${situation}`)
  return trial
}

/** Brings all documents to their situation: the first operation of each, then the second … */
async function pushInRounds(all: readonly Trial[]): Promise<void> {
  const books = [...new Set(all.map(({ book }) => book))]
  const rounds = Math.max(...books.map(({ done }) => done.length))
  for (let round = 0; round < rounds; round += 1) {
    const done = books.flatMap((book) => book.done[round] ?? [])
    for (const who of people) {
      const own = done.filter((each) => each.actor.personId === personId(who))
      const answers = await pushAll(
        who,
        own.map(({ operation }) => operation),
        'here',
      )
      for (const { verdict } of answers) expect(verdict).toBe('applied')
    }
  }
}

async function pushTrials(all: readonly Trial[], centre: Centre): Promise<Map<string, Result>> {
  const given = new Map<string, Result>()
  for (const who of people) {
    const own = all.filter(({ cell }) => cell.person === who)
    const answers = await pushAll(
      who,
      own.map(({ operation }) => operation),
      centre,
    )
    own.forEach(({ cell }, index) => {
      const answer = answers[index]
      if (answer) given.set(cell.name, answer)
    })
  }
  return given
}

async function pushAll(who: PersonName, operations: readonly Operation[], centre: Centre) {
  const answers: Result[] = []
  for (const batch of batchesOf(operations)) {
    const { status, body } = await deviceOf(who, centre).push(batch)
    expect(status).toBe(200)
    answers.push(...body.results)
  }
  return answers
}

/** People of the other centre try it all in this logbook; gives the status of each answer. */
async function intrude(all: readonly Trial[]): Promise<number[]> {
  const statuses: number[] = []
  for (const who of people) {
    const own = all.filter(({ cell }) => cell.person === who)
    for (const batch of batchesOf(
      own.map(({ operation }) => operation),
      15,
    )) {
      const { status } = await deviceOf(who, 'elsewhere').push(batch, { logbookId, n: 1 })
      statuses.push(status)
    }
  }
  return statuses
}

const batchesOf = (operations: readonly Operation[], size = 50): Operation[][] =>
  Array.from({ length: Math.ceil(operations.length / size) }, (_, n) =>
    operations.slice(n * size, (n + 1) * size),
  )

/** All that somebody can pull, document by document and as it came. */
async function readAs(who: PersonName) {
  const answer = await deviceOf(who).pull()
  const documents = (answer.books[logbookId]?.documents ?? []) as unknown as PulledDocument[]
  return {
    documents: new Map(documents.map((document) => [document.id, document])),
    text: JSON.stringify(answer),
  }
}

/** Only the server gives receipts and revisions. */
const withoutReceipts = (document: LogbookDocument & { readonly revision?: number }) => {
  const { revision: _revision, ...rest } = document
  const signatures = rest.signatures.map((row) => ({ ...row, receipt: null }))
  return { ...rest, signatures }
}
