import type { Edit, Mutant } from './mutant.ts'
import {
  decidedTwice,
  fileAfterARestore,
  fileBroughtTwice,
  fileOfAnother,
  fileOutOfOrder,
  returnedInAnEarlierPart,
  spoiledFile,
} from './deskWorlds.ts'

const SETTLE = 'src/server/exchange/settleHeld.ts'
const RESCUE = 'src/server/exchange/receiveRescue.ts'

/** The key `(logbook, id)` of the table. */
const noUniqueIds: Edit = {
  file: 'tests/simulation/memoryStorage.ts',
  from: 'ids.has(id) || numbers.has(',
  to: 'numbers.has(',
}

/** Bugs in what people settle, and in rescue files. */
export const deskMutants: readonly Mutant[] = [
  {
    name: 'settled-twice',
    does: 'What a coordinator has decided can be decided once more.',
    shownIn: decidedTwice,
    provokedBy: ['poison', 'poison', 'settle', 'settle', 'restart'],
    edits: [
      {
        file: SETTLE,
        from: "if (held.isSettled) return { refused: 'already-settled' }",
        to: '',
      },
    ],
  },
  {
    name: 'settled-by-anybody',
    does: 'Whoever belongs to a logbook sees and decides what was put aside there.',
    provokedBy: ['poison', 'poison', 'settle', 'settle', 'restart'],
    edits: [
      {
        file: 'src/domain/rights.ts',
        from: 'rolesOn(memberships, personId, day).some((role) => settlers.includes(role))',
        to: 'rolesOn(memberships, personId, day).length + settlers.length > 1',
      },
    ],
  },
  {
    name: 'decision-unheard',
    does: 'The author’s device is not told what a coordinator decided.',
    shownIn: decidedTwice,
    provokedBy: ['poison', 'poison', 'settle', 'settle', 'restart'],
    edits: [
      {
        file: 'src/server/exchange/answerPull.ts',
        from: 'return lastN > n || (lastN > 0 && head > seq) ? ',
        to: 'return lastN > n || head < seq ? ',
      },
    ],
  },
  {
    name: 'settled-as-of-today',
    does: 'What waited is decided in the part its author has today, not when it was written.',
    shownIn: returnedInAnEarlierPart,
    provokedBy: ['member', 'member', 'days', 'settle', 'settle', 'settle'],
    edits: [
      {
        file: 'src/server/exchange/heldAuthor.ts',
        from: "if (part?.standing === 'present') return part.role",
        to: "if (part?.standing === 'past') return part.role",
      },
    ],
  },
  {
    name: 'out-of-its-order',
    does: 'What came in a file may be decided before what was written before it.',
    shownIn: fileOutOfOrder,
    provokedBy: ['rescue', 'bring', 'bring', 'settle', 'settle'],
    edits: [
      {
        file: SETTLE,
        from: "if (decision === 'take' && held.isBehind) return { refused: 'earlier-first' }",
        to: '',
      },
    ],
  },
  {
    name: 'file-without-seal',
    does: 'A coordinator’s file is taken without the seal of the device that wrote it.',
    shownIn: spoiledFile,
    provokedBy: ['rescue', 'rescue', 'bring', 'bring', 'bring'],
    edits: [
      {
        file: RESCUE,
        from: 'return isRescueSealOf(seal, statement, device.key)',
        to: "return isRescueSealOf(seal, statement, device.key) || seal !== ''",
      },
    ],
  },
  {
    name: 'file-happens-twice',
    does: 'What came before is taken from a file once more.',
    shownIn: fileBroughtTwice,
    provokedBy: ['rescue', 'rescue', 'bring', 'bring', 'bring'],
    edits: [
      {
        file: RESCUE,
        from: 'if (!known.has(item.id)) known.set(item.id, await receive(counted, item))',
        to: 'known.set(item.id, await receive(counted, item))',
      },
      noUniqueIds,
    ],
  },
  {
    name: 'file-decided-at-once',
    does: 'What a coordinator brings is decided without anybody looking at it.',
    shownIn: fileOfAnother,
    provokedBy: ['rescue', 'rescue', 'bring', 'bring', 'bring'],
    edits: [
      {
        file: RESCUE,
        from: "const isPutAside = !isOwn || device?.isTrusted !== true || 'refused' in order",
        to: "const isPutAside = device?.isTrusted !== true || 'refused' in order",
      },
    ],
  },
  {
    name: 'file-takes-numbers',
    does: 'What comes in a file takes the numbers that its device still counts with.',
    shownIn: fileAfterARestore,
    provokedBy: ['rescue', 'rescue', 'bring', 'bring', 'bring'],
    edits: [
      {
        file: RESCUE,
        from: 'const countAs = rescueDeviceId(deviceId)',
        to: 'const countAs = items.length > 0 ? deviceId : rescueDeviceId(deviceId)',
      },
      { file: RESCUE, from: 'let lastN = logbook.lastRescued', to: 'let { lastN } = logbook' },
    ],
  },
]
