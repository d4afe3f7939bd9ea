import type { Scenario, Step } from '../scenario.ts'
import { act, faults, network, pass, world } from './parts.ts'

/* The same as `ownWorlds.ts`, of what people settle and of rescue files. */

/** Words are put aside because the rules broke on them, and a coordinator decides, twice at once. */
export const decidedTwice = world(
  ['apprentice', 'coordinator'],
  [
    act(0, 'week', 'patch'),
    pass(8_000),
    { do: 'poison', book: 0, slot: 0, in: 'rules' },
    act(0, 'week', 'patch'),
    pass(8_000),
    faults(1, 'none', 'twice'),
    { do: 'settle', on: 1, tab: 0, book: 0, choice: 0, refuses: false },
    pass(8_000),
  ],
)

/** What a trainer returned arrives, and breaks our rules, when another part of theirs has begun. */
export const returnedInAnEarlierPart = world(
  ['apprentice', 'trainer', 'coordinator'],
  [
    act(0, 'week', 'patch'),
    pass(300),
    act(0, 'week', 'submit'),
    pass(10_000),
    { do: 'look', on: 1, tab: 0 },
    pass(8_000),
    network(1, false),
    act(1, 'week', 'return'),
    pass(1_000),
    { do: 'days', days: 2 },
    { do: 'member', book: 0, person: 3, change: 'role' },
    { do: 'poison', book: 0, slot: 0, in: 'rules' },
    network(1, true),
    pass(20_000),
    { do: 'settle', on: 2, tab: 0, book: 0, choice: 0, refuses: false },
    pass(8_000),
  ],
)

/** What waits on a master’s phone, saved as a file and brought by somebody else while it is offline. */
const fileBrought = (spoiled: boolean, ...then: readonly Step[]): Scenario =>
  world(
    ['master', 'coordinator'],
    [
      network(0, false),
      act(0, 'masterNote', 'patch'),
      pass(300),
      act(0, 'masterNote', 'publish'),
      pass(1_000),
      { do: 'rescue', on: 0, tab: 0 },
      pass(1_000),
      { do: 'bring', on: 1, tab: 0, choice: 0, spoiled },
      pass(5_000),
      ...then,
      network(0, true),
      pass(20_000),
    ],
  )

export const fileOfAnother = fileBrought(false)
export const spoiledFile = fileBrought(true)
const bringAgain: Step = { do: 'bring', on: 1, tab: 0, choice: 0, spoiled: false }
export const fileBroughtTwice = fileBrought(false, bringAgain, pass(5_000))
/** The second of two operations is decided first. */
export const fileOutOfOrder = fileBrought(
  false,
  { do: 'settle', on: 1, tab: 0, book: 0, choice: 1, refuses: false },
  pass(5_000),
)

/** A file with what was written last comes to a server that has lost what was written before. */
export const fileAfterARestore = world(
  ['master', 'coordinator'],
  [
    { do: 'backup' },
    act(0, 'masterNote', 'patch'),
    pass(300),
    act(0, 'masterNote', 'publish'),
    pass(10_000),
    network(0, false),
    act(0, 'masterSection', 'patch'),
    pass(1_000),
    { do: 'rescue', on: 0, tab: 0 },
    pass(1_000),
    { do: 'restore', byCommand: true },
    pass(5_000),
    { do: 'bring', on: 1, tab: 0, choice: 0, spoiled: false },
    pass(5_000),
    network(0, true),
    pass(20_000),
  ],
)
