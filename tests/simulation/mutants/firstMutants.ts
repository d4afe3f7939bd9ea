import type { Edit, Mutant } from './mutant.ts'
import {
  diesAmidAPull,
  mergedUnheard,
  removedWithWords,
  wordsAfterTheSignature,
} from './ownWorlds.ts'

const APPLY = 'src/store/applyPull.ts'

const noFence: readonly Edit[] = [
  {
    file: 'src/server/exchange/receivePush.ts',
    from: 'if (isNext) lastN = expected',
    to: 'lastN = Math.max(lastN, item.n)',
  },
  {
    file: 'src/server/exchange/receivePush.ts',
    from: 'if (!isNext) return {',
    to: 'if (item.n < 0) return {',
  },
]

const noKnownIds: readonly Edit[] = [
  {
    file: 'src/server/exchange/receivePush.ts',
    from: 'if (known.has(item.id) || fresh.has(item.id)) continue',
    to: 'if (fresh.has(item.id)) continue',
  },
]

/** The key `(logbook, id)` of the table. */
const noUniqueIds: readonly Edit[] = [
  {
    file: 'tests/simulation/memoryStorage.ts',
    from: 'ids.has(id) || numbers.has(',
    to: 'numbers.has(',
  },
]

const tornApply: readonly Edit[] = [
  {
    file: 'tests/simulation/memoryTables.ts',
    from: 'const result = await work(tablesOver(names as readonly string[], transaction))',
    to: `const result = await work(tablesOver(names as readonly string[], transaction)).catch(
      (error) => {
        if ((names as readonly string[]).includes('books') && transaction.own.size > 0) {
          contents = new Map([...contents, ...transaction.own])
          onCommit()
        }
        throw error
      },
    )`,
  },
]

export const noSum: readonly Edit[] = [
  {
    file: 'src/store/applyPull.ts',
    from: 'part.sum === null || part.sum === (await sumHeld(tx, part, documents))',
    to: 'true',
  },
]

/** The sixteen bugs that were planted in the first simulation of the protocol, by other means. */
export const firstMutants: readonly Mutant[] = [
  {
    name: 'drop-on-error',
    does: 'A 401, 429 or 5xx empties the outbox of its operations.',
    edits: [
      {
        file: 'src/sync/round.ts',
        from: "if (answer.kind !== 'refused') return answer\n    if (answer.code === 'unknown-device') {",
        to: `if (answer.kind === 'busy' || answer.kind === 'signed-out') {
          await db.write(['outbox'], ({ outbox }) => outbox.removeAll({ prefix: [logbookId] }))
        }
        if (answer.kind !== 'refused') return answer
        if (answer.code === 'unknown-device') {`,
      },
    ],
  },
  {
    name: 'last-writer-wins',
    does: 'Of two wordings that did not see each other, the first is thrown away.',
    edits: [
      {
        file: 'src/domain/merge.ts',
        from: 'if (unseen && holdsWords(leaf?.type) && ',
        to: 'if (unseen && fields === document.fields && ',
      },
    ],
  },
  {
    name: 'drafts-for-all',
    does: 'A pull brings the drafts of others.',
    edits: [
      {
        file: 'src/domain/rights.ts',
        from: 'if (!draft && !(frozen && kind.readers.includes(reader.role))) return null\n  return { ...document, fields: draft ? document.fields : {}, alternatives: {} }',
        to: 'return draft || frozen || !frozen ? document : null',
      },
      {
        file: 'src/server/exchange/pullPlan.ts',
        from: 'draft !== null && author === reader.personId',
        to: 'draft !== null && author !== null',
      },
      {
        file: 'tests/simulation/memorySnapshot.ts',
        from: 'document.author === author ||',
        to: 'document.author !== null || author !== null ||',
      },
    ],
  },
  {
    name: 'sign-whatever-is-current',
    does: 'A signature goes to the last version, whichever one the signer read.',
    edits: [
      {
        file: 'src/domain/decide.ts',
        from: "const version = document.versions.find(({ hash }) => hash === operation.hash)\n  if (!version) return reject('unknown-version')\n  const kind = kinds",
        to: "const version = lastVersion(document)\n  if (!version) return reject('unknown-version')\n  const kind = kinds",
      },
    ],
  },
  {
    name: 'no-retained-log',
    does: 'What has its verdict is not offered again to a server that lost it.',
    provokedBy: ['backup', 'restore', 'restore'],
    edits: [
      {
        file: 'src/store/outbox.ts',
        from: 'if (lost.length === 0) return 0',
        to: 'if (lost.length >= 0) return 0',
      },
    ],
  },
  {
    name: 'revocation-wipes-outbox',
    does: 'When a logbook is taken away, what waited in it goes too.',
    shownIn: removedWithWords,
    provokedBy: ['member', 'member', 'network', 'days'],
    edits: [
      {
        file: APPLY,
        from: 'await dropShown(tx, id)',
        to: 'await dropShown(tx, id)\n  await tx.outbox.removeAll({ prefix: [id] })',
      },
    ],
  },
  {
    name: 'no-order-fence',
    does: 'The server takes any number of a device, whatever came before it.',
    edits: noFence,
  },
  {
    name: 'edits-after-submit',
    does: 'A patch still changes a document that was sent or signed.',
    shownIn: wordsAfterTheSignature,
    edits: [
      {
        file: 'src/domain/decide.ts',
        from: 'if (!open || isLocked(document, find)) {',
        to: 'if (!open && isLocked(document, find)) {',
      },
    ],
  },
  {
    name: 'settle-by-counter',
    does: 'What the server’s counter has passed counts as done, without a verdict.',
    shownIn: mergedUnheard,
    edits: [
      {
        file: APPLY,
        from: 'await settleAll(tx, id, part.verdicts, at, part.reasons)',
        to: `for (const { n, operation } of await tx.outbox.list({ prefix: [id], to: part.lastN ?? 0 })) {
          const verdict = { verdict: 'applied', code: null, seq: part.seq } as const
          await settleAll(tx, id, [{ ...verdict, id: operation.id, n }], at)
        }`,
      },
    ],
  },
  {
    name: 'counter-regression-ignored',
    does: 'The device does not mind that the server’s counter went down.',
    provokedBy: ['backup', 'restore', 'restore'],
    edits: [
      {
        file: APPLY,
        from: '(await putBackLost(tx, id, part.lastN, asked)) +',
        to: 'asked * 0 +',
      },
    ],
  },
  {
    name: 'neither-id-nor-fence',
    does: 'The server knows neither ids nor numbers again: what comes twice happens twice.',
    edits: [...noFence, ...noKnownIds, ...noUniqueIds],
  },
  {
    name: 'torn-apply-without-sum',
    does: 'A pull is written in pieces, and nobody adds up what is held.',
    shownIn: diesAmidAPull(10),
    provokedBy: ['kill', 'kill', 'kill', 'full'],
    edits: [...tornApply, ...noSum],
  },
  {
    name: 'no-operation-id',
    does: 'The server does not look for the ids that came before.',
    edits: noKnownIds,
  },
  {
    name: 'torn-apply',
    does: 'A pull is written in pieces.',
    shownIn: diesAmidAPull(10),
    provokedBy: ['kill', 'kill', 'kill', 'full'],
    edits: tornApply,
  },
  {
    name: 'counter-outside-snapshot',
    does: 'The numbers of an answer are of a later moment than its documents.',
    edits: [
      {
        file: 'tests/simulation/memoryStorage.ts',
        from: 'let books: MemoryState = new Map()',
        to: 'let books: MemoryState = new Map()\n  let earlier: MemoryState = books',
      },
      {
        file: 'tests/simulation/memoryStorage.ts',
        from: 'inSnapshot: (work) => work(snapshotOf(books)),',
        to: `inSnapshot: (work) => {
          const { lastNumbers } = snapshotOf(books)
          const snapshot = { ...snapshotOf(earlier), lastNumbers }
          earlier = books
          return work(snapshot)
        },`,
      },
    ],
  },
  {
    name: 'late-answer-applied',
    does: 'An answer is written wherever the device stands by now.',
    edits: [
      {
        file: APPLY,
        from: 'if (before.seq !== part.from.seq || before.chain !== part.from.chain) {',
        to: 'if (before.seq < 0) {',
      },
    ],
  },
]
