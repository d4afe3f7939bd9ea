import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { decide } from '#domain/decide.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import { operationTypes, type Operation, type Patch } from '#domain/operation.ts'
import { versionHash } from '#domain/versions.ts'
import { readOperation } from '#protocol/operation.ts'
import {
  actor,
  after,
  anAct,
  aPatch,
  apprentice,
  aWeek,
  personNames,
  seenIn,
} from '#tests/support/builders.ts'
import { aHistory } from './histories.ts'
import { maySign, mustHaveSigned, ways, whoSigned } from './lives.ts'
import { subjects, type Sent, type World } from './world.ts'

function always(check: (world: World) => void): void {
  fc.assert(fc.property(aHistory, check), { numRuns: 200 })
}

/** In milliseconds: a shared machine may be twenty times slower than a free one. */
vi.setConfig({ testTimeout: 120_000 })

describe('whatever people do on their devices, in whatever order it arrives', () => {
  it('no word is lost', () => {
    always((world) => {
      for (const { operation, decision } of world.sent) {
        if (operation.type !== 'patch' || decision.verdict === 'rejected') continue
        for (const [key, value] of Object.entries(operation.set)) {
          if (typeof value !== 'string' || !value.startsWith('mots')) continue
          expect(whereIs(world, operation, key, value), `${key}: ${value}`).not.toBe('lost')
        }
      }
    })
  })

  it('no word is hidden in an action that somebody removed without having seen it', () => {
    always((world) => {
      for (const { fields } of world.server.values()) {
        const mark = fields['actions/a/removed']
        const label = fields['actions/a/label']
        if (mark?.value !== true || !label || label.by === mark.by) continue
        const seenBy = (id: string, key: string) => patchOf(world.sent, id)?.seen[key]
        const remover = seenBy(mark.by, 'actions/a/label') === label.by
        const writer = seenBy(label.by, 'actions/a/removed') !== undefined
        expect(remover || writer).toBe(true)
      }
    })
  })

  it('versions, signatures and returns are only ever added', () => {
    always((world) => {
      for (const { before, decision } of world.sent) {
        if (!before || !decision.document) continue
        for (const list of ['versions', 'signatures', 'returns'] as const) {
          const kept = decision.document[list].slice(0, before[list].length)
          expect(kept).toEqual(before[list])
        }
      }
    })
  })

  it('every signature is on the version it names, whose hash anybody can compute', () => {
    always((world) => {
      for (const document of world.server.values()) {
        document.versions.forEach((version, index) => {
          expect(version.number).toBe(index + 1)
          expect(versionHash(document, version)).toBe(version.hash)
        })
        const ids = document.signatures.map(({ signer, version }) => `${signer} ${version}`)
        expect(new Set(ids).size).toBe(ids.length)
        for (const { version, hash } of [...document.signatures]) {
          expect(document.versions[version - 1]?.hash).toBe(hash)
        }
      }
    })
  })

  it('a document is where its life can bring it, and signed only by those who must', () => {
    always((world) => {
      for (const { before, decision } of world.sent) {
        const document = decision.document
        if (!document) continue
        const way = `${before?.state ?? 'none'} → ${document.state}`
        expect(ways[document.kind]).toContain(way)
        expect(whoSigned(document)).toEqual(expect.arrayContaining(mustHaveSigned(document)))
        expect(maySign[document.kind]).toEqual(expect.arrayContaining(whoSigned(document)))
      }
    })
  })

  it('nobody writes in the name of another', () => {
    always((world) => {
      for (const { before, decision, actor: who, operation } of world.sent) {
        if (decision.verdict === 'rejected') expect(decision.document).toBe(before)
        else if (operation.type === 'patch') {
          expect(decision.document.author).toBe(who.personId)
          expect(before?.author ?? who.personId).toBe(who.personId)
        }
      }
    })
  })

  it('the worlds are worth it: all of this really happens in them', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(aHistory, (world) => {
        for (const { decision, operation } of world.sent) {
          seen.add(`${operation.type} ${decision.verdict}`)
          if (decision.verdict === 'merged') seen.add(decision.code)
        }
      }),
      { numRuns: 300 },
    )
    const types = operationTypes.map((type) => `${type} applied`)
    const remarks = ['both-kept', 'late', 'superseded', 'already-signed']
    expect([...seen]).toEqual(expect.arrayContaining([...types, ...remarks]))
  })
})

describe('what two devices wrote without a network, brought in every order', () => {
  const anEdit = fc.record({
    key: fc.constantFrom('told', 'feeling', 'tasks/salon'),
    submit: fc.boolean(),
  })
  it('keeps each wording', () => {
    fc.assert(
      fc.property(
        fc.array(anEdit, { minLength: 1, maxLength: 3 }),
        fc.array(anEdit, { minLength: 1, maxLength: 3 }),
        (phone, laptop) => {
          const start = aWeek('draft')
          const [one, two] = [phone, laptop].map((edits, device) =>
            writeAlone(start, edits, device),
          )
          for (const order of interleavings(one ?? [], two ?? [])) {
            let week = start
            const sent: Sent[] = []
            for (const operation of order) {
              const decision = decide(week, operation, apprentice)
              sent.push({ operation, actor: apprentice, before: week, decision })
              week = decision.document ?? week
            }
            const world = { sent, server: new Map([[week.id, week]]) }
            for (const operation of order) {
              if (operation.type !== 'patch') continue
              const told = operation.set['told']
              if (typeof told !== 'string') continue
              expect(whereIs(world, operation, 'told', told)).not.toBe('lost')
            }
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('an operation that passed its schema', () => {
  const strange = ['__proto__', 'constructor', 'toString', 'actions/x', 'told/x', 'tasks/__proto__']
  const aKey = fc.oneof(
    fc.constantFrom(...strange),
    fc.constantFrom(...subjects.flatMap(({ keys, others }) => [...keys, ...Object.keys(others)])),
  )
  const aValue = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(null, true, false, 1, 0.5, '2025-W45', '2025-11-04', 'on-site', 'master', {}),
  )
  const aDocument = fc.constantFrom(...subjects.map(({ target }) => target))
  const anOperation = fc.record({
    type: fc.constantFrom(...operationTypes),
    target: aDocument,
    keys: fc.dictionary(aKey, aValue, { maxKeys: 3 }),
    key: aKey,
    reason: fc.string({ unit: 'binary' }),
    hash: fc.nat(2),
  })

  it('is never a surprise: decide answers, and leaves what it was given alone', () => {
    let read = 0
    fc.assert(
      fc.property(
        aHistory,
        fc.array(anOperation, { minLength: 20, maxLength: 20 }),
        fc.constantFrom(...personNames),
        (world, operations, name) => {
          for (const { type, target, keys, key, reason, hash: back } of operations) {
            const document = world.server.get(target.id) ?? null
            const hash = document?.versions.at(-1 - back)?.hash ?? 'a'.repeat(64)
            const { id, v, at, present } = anAct('submit', target)
            const intent = { id, documentId: target.id, kind: target.kind, v, at, present, type }
            const bodies: Partial<Record<Operation['type'], object>> = {
              patch: { set: keys, seen: {} },
              sign: { hash, jws: null },
              return: { hash, reason },
              resolve: { key, drop: [id] },
              freeze: { sections: { master: hash } },
            }
            const result = readOperation({ ...intent, ...bodies[type] })
            if (!result.ok) continue
            read += 1
            const before = JSON.stringify(document)
            const find = (wanted: string) => world.server.get(wanted as never) ?? null
            const decision = decide(document, result.operation, actor(name), find)
            expect(['applied', 'merged', 'rejected']).toContain(decision.verdict)
            expect(JSON.stringify(document)).toBe(before)
            if (decision.verdict === 'rejected') expect(decision.document).toBe(document)
          }
        },
      ),
      { numRuns: 100 },
    )
    expect(read).toBeGreaterThan(500)
  })
})

const patchOf = (sent: readonly Sent[], id: string): Patch | undefined =>
  sent.map(({ operation }) => operation).find((each) => each.id === id && each.type === 'patch') as
    Patch | undefined

/** Where the words of a patch that was not refused are now. */
function whereIs(
  { sent, server }: Pick<World, 'sent' | 'server'>,
  { id, documentId }: Patch,
  key: string,
  value: string,
): string {
  const document = server.get(documentId)
  if (document?.fields[key]?.value === value) return 'current'
  if (document?.alternatives[key]?.some((each) => each.value === value)) return 'alternative'
  if (document?.versions.some(({ content }) => content[key] === value)) return 'version'
  const accepted = sent.filter(({ decision }) => decision.verdict !== 'rejected')
  const answered = accepted.some(
    ({ operation }) =>
      (operation.type === 'patch' && key in operation.set && operation.seen[key] === id) ||
      (operation.type === 'resolve' && operation.key === key && operation.drop.includes(id)),
  )
  return answered ? 'replaced by somebody who saw it' : 'lost'
}

/** The operations of one device without a network, each made on what the device shows. */
function writeAlone(
  start: LogbookDocument,
  edits: readonly { readonly key: string; readonly submit: boolean }[],
  device: number,
): Operation[] {
  let week = start
  const operations: Operation[] = []
  const doIt = (operation: Operation) => {
    operations.push(operation)
    week = after(week, operation, apprentice)
  }
  edits.forEach(({ key, submit }, index) => {
    const value = key === 'told' ? `mots ${device} ${index}` : key === 'feeling' ? 'good' : true
    doIt(aPatch(week, { [key]: value }, seenIn(week)))
    if (submit && week.state === 'draft') doIt(anAct('submit', week))
  })
  return operations
}

/** Every order in which two queues can arrive, each in its own order. */
function interleavings<Each>(one: readonly Each[], two: readonly Each[]): Each[][] {
  const [first, ...restOfOne] = one
  const [second, ...restOfTwo] = two
  if (first === undefined || second === undefined) return [[...one, ...two]]
  return [
    ...interleavings(restOfOne, two).map((order) => [first, ...order]),
    ...interleavings(one, restOfTwo).map((order) => [second, ...order]),
  ]
}
