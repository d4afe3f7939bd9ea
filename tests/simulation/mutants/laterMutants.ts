import type { Mutant } from './mutant.ts'

const APPLY = 'src/store/applyPull.ts'

/** Bugs against what the protocol has learned since. */
export const laterMutants: readonly Mutant[] = [
  {
    name: 'revoked-without-counter',
    does: 'Who loses a logbook does not look whether the server lost something too.',
    edits: [
      {
        file: APPLY,
        from: 'await putBack(tx, id, lastN + 1)\n  await settleAll(tx, id, verdicts,',
        to: 'if (lastN < 0) return\n  await settleAll(tx, id, verdicts,',
      },
    ],
  },
  {
    name: 'verdicts-not-reread',
    does: 'After a restore, a device believes the verdicts it had.',
    edits: [
      {
        file: APPLY,
        from: "reread: reset === 'restored' || lost > 0 || (before.reread && part.lastN === null),",
        to: 'reread: false,',
      },
    ],
  },
  {
    name: 'restore-not-recognised',
    does: 'The server does not compare chains: a restored one goes on as if nothing was.',
    edits: [
      {
        file: 'src/server/exchange/pullPlan.ts',
        from: 'if (chain !== cursor.chain || generationOf(cursor.grant) !== generationOf(grant))',
        to: "if (chain === '')",
      },
    ],
  },
  {
    name: 'other-rights-ignored',
    does: 'Who has another part in a logbook keeps what the earlier one could see.',
    edits: [
      {
        file: 'src/server/exchange/pullPlan.ts',
        from: "return cursor.grant === grant ? null : 'grant'",
        to: 'return null',
      },
    ],
  },
  {
    name: 'a-change-is-missed',
    does: 'The first change after a cursor is skipped, as with a sequence that others overtake.',
    edits: [
      {
        file: 'src/server/exchange/pullPlan.ts',
        from: '.filter(({ revision }) => revision > since)',
        to: '.filter(({ revision }) => revision > since + 1)',
      },
    ],
  },
  {
    name: 'grown-keeps-its-id',
    does: 'A text that grows keeps the id under which another page may have sent it.',
    edits: [
      {
        file: 'src/store/act.ts',
        from: 'return { ...first, id: second.id, at: second.at, set }',
        to: 'return { ...first, at: second.at, set }',
      },
    ],
  },
  {
    name: 'grows-over-unseen-words',
    does: 'A text grows over what another page wrote, which its author did not see.',
    edits: [
      {
        file: 'src/store/act.ts',
        from: 'if (!same || !saw(second, first)) return null',
        to: 'if (!same) return null',
      },
    ],
  },
  {
    name: 'grows-while-sent',
    does: 'A text goes on growing while a request carries it.',
    edits: [
      {
        file: 'src/store/outbox.ts',
        from: 'if (progress && last > progress.taken) await',
        to: 'if (progress && last < 0) await',
      },
    ],
  },
  {
    name: 'clone-keeps-its-name',
    does: 'A cloned device goes on under the name that another one writes under.',
    edits: [
      {
        file: 'src/sync/round.ts',
        from: 'await becomeNewDevice(db, options.newDeviceId())\n',
        to: '',
      },
    ],
  },
  {
    name: 'others-words-vanish',
    does: 'What somebody present wrote on a device is forgotten once it was sent.',
    edits: [
      {
        file: APPLY,
        from: 'if (isForeign && unread === null) {',
        to: 'if (isForeign && unread !== null) {',
      },
    ],
  },
  {
    name: 'called-off-stays',
    does: 'What its author called off stays with those who could see it.',
    edits: [
      {
        file: 'src/server/exchange/pullPlan.ts',
        from: 'return { ids, held, isCalledOff }',
        to: 'return { ids, held, isCalledOff: isCalledOff && since < 0 }',
      },
    ],
  },
  {
    name: 'one-stuck-logbook-stops-all',
    does: 'After a request that went wrong, nothing is sent until somebody writes again.',
    edits: [
      {
        file: 'src/sync/engine.ts',
        from: 'else schedule(backoff())',
        to: 'else if (asks === null) schedule(backoff())',
      },
    ],
  },
]
