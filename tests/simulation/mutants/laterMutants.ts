import { noSum } from './firstMutants.ts'
import type { Edit, Mutant } from './mutant.ts'
import {
  calledOff,
  copiedAmidWords,
  copiedAndGoingOn,
  goesOnWhileSent,
  oneLostRequest,
  removedAfterARestore,
  signedAgainAfterRestore,
  writesOverAnotherPage,
  writtenOnALentTablet,
} from './ownWorlds.ts'

const APPLY = 'src/store/applyPull.ts'

const calledOffStays: readonly Edit[] = [
  {
    file: 'src/server/exchange/pullPlan.ts',
    from: 'return { ids, held, isCalledOff }',
    to: 'return { ids, held, isCalledOff: isCalledOff && since < 0 }',
  },
]

/** Bugs against what the protocol has learned since. */
export const laterMutants: readonly Mutant[] = [
  {
    name: 'revoked-without-counter',
    does: 'Who loses a logbook does not look whether the server lost something too.',
    shownIn: removedAfterARestore,
    provokedBy: ['backup', 'restore', 'member', 'member'],
    edits: [
      {
        file: APPLY,
        from: 'await putBackLost(tx, id, lastN, asked)\n  await settleAll(tx, id, verdicts,',
        to: 'if (lastN + asked < 0) return\n  await settleAll(tx, id, verdicts,',
      },
    ],
  },
  {
    name: 'verdicts-not-reread',
    does: 'After a restore, a device believes the verdicts it had.',
    shownIn: signedAgainAfterRestore,
    provokedBy: ['backup', 'restore', 'faults', 'faults'],
    edits: [
      {
        file: APPLY,
        from: 'reread: isToReread(part, { lost, before }),',
        to: 'reread: isToReread(part, { lost, before }) && lost < 0,',
      },
    ],
  },
  {
    name: 'restore-not-recognised',
    does: 'The server does not compare chains: a restored one goes on as if nothing was.',
    provokedBy: ['backup', 'restore', 'restore'],
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
    provokedBy: ['member', 'member', 'member'],
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
    shownIn: copiedAmidWords,
    provokedBy: ['clone', 'keep', 'roll-back', 'second-tab'],
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
    shownIn: writesOverAnotherPage,
    provokedBy: ['second-tab', 'second-tab', 'network'],
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
    shownIn: goesOnWhileSent,
    provokedBy: ['network'],
    edits: [
      {
        file: 'src/store/batch.ts',
        from: 'if (row && progress && last.n > progress.taken)',
        to: 'if (row && progress && last.n < 0)',
      },
    ],
  },
  {
    name: 'clone-keeps-its-name',
    does: 'A cloned device goes on under the name that another one writes under.',
    shownIn: copiedAndGoingOn,
    provokedBy: ['clone', 'clone'],
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
    shownIn: writtenOnALentTablet,
    edits: [
      {
        file: 'src/store/showAgain.ts',
        from: 'if (isForeign && unread === null) {',
        to: 'if (isForeign && unread !== null) {',
      },
    ],
  },
  {
    name: 'called-off-stays',
    does: 'What its author called off stays with those who could see it.',
    shownIn: calledOff,
    absorbedBy: 'the sum: it does not add up, and the logbook is fetched anew',
    edits: calledOffStays,
  },
  {
    name: 'called-off-stays-without-sum',
    does: 'The same, and nobody adds up what is held.',
    shownIn: calledOff,
    edits: [...calledOffStays, ...noSum],
  },
  {
    name: 'one-stuck-logbook-stops-all',
    does: 'After a request that went wrong, nothing is sent until somebody writes again.',
    shownIn: oneLostRequest,
    provokedBy: ['network', 'restart'],
    edits: [
      {
        file: 'src/sync/engine.ts',
        from: 'else schedule(backoff())',
        to: 'else if (asks === null) schedule(backoff())',
      },
    ],
  },
]
