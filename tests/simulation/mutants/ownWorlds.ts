import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Scenario, Step } from '../scenario.ts'
import { act, faults, network, pass, type, world } from './parts.ts'

/*
 * Worlds in which one planted bug has to show: written by hand, where chance would need hundreds.
 * Without the bug, nothing is wrong in them.
 */

/** One of the worlds in which something went wrong once. */
export const kept = (name: string): Scenario =>
  JSON.parse(
    readFileSync(resolve('tests/simulation/scenarios', `${name}.json`), 'utf8'),
  ) as Scenario

/** A phone is copied while its person types; both send what they have. */
export const copiedAmidWords = world(
  ['apprentice', 'master'],
  [
    type(0, 'apprenticeNote'),
    pass(100),
    { do: 'clone', on: 0 },
    pass(300),
    type(0, 'apprenticeNote'),
    pass(20_000),
  ],
)

/** A phone and its copy both write something of their own. */
export const copiedAndGoingOn = world(
  ['apprentice', 'master'],
  [
    act(0, 'week', 'patch'),
    pass(20_000),
    { do: 'clone', on: 0 },
    pass(5_000),
    act(0, 'nextWeek', 'patch'),
    act(2, 'apprenticeNote', 'patch'),
    pass(20_000),
  ],
)

/** The master goes on in a note while a request with its beginning is on its way. */
export const goesOnWhileSent = world(
  ['master'],
  [faults(0, 'late'), type(0, 'masterNote'), pass(3_000), type(0, 'masterNote'), pass(90_000)],
)

/** A signature comes again after the restore, at a server that has not got back what was signed. */
export const signedAgainAfterRestore = world(
  ['apprentice', 'master'],
  [
    { do: 'backup' },
    act(0, 'week', 'patch'),
    pass(300),
    act(0, 'week', 'submit'),
    pass(10_000),
    { do: 'look', on: 1, tab: 0 },
    pass(5_000),
    faults(1, 'again', 'again'),
    act(1, 'week', 'sign'),
    pass(2_000),
    network(0, false),
    network(1, false),
    { do: 'restore', byCommand: true },
    // What was sent once arrives again.
    pass(420_000),
    network(1, true),
    pass(20_000),
    network(0, true),
    pass(20_000),
  ],
)

/** Somebody is removed while words wait on their phone. */
export const removedWithWords = world(
  ['apprentice', 'master'],
  [
    network(1, false),
    act(1, 'masterNote', 'patch'),
    pass(1_000),
    { do: 'member', book: 0, person: 2, change: 'end' },
    // The push is turned down; the pull behind it says why.
    faults(1, 'forbidden'),
    network(1, true),
    pass(30_000),
  ],
)

/** Photos in pieces whose requests are lost, and words that are written while they travel. */
export const cutPhoto = world(
  ['apprentice'],
  [act(0, 'week', 'patch', { key: 0 }), pass(700), type(0, 'apprenticeNote'), pass(60_000)],
  true,
)

/** An apprentice writes on the trainer’s tablet, who may not read it before it is sent. */
export const writtenOnALentTablet = world(
  ['trainer', 'apprentice'],
  [
    act(0, 'interview', 'patch'),
    pass(8_000),
    act(0, 'apprenticeSection', 'patch', { lent: 0 }),
    pass(8_000),
    { do: 'look', on: 0, tab: 0 },
    pass(8_000),
  ],
)

/** A trainer calls an interview off that others have seen. */
export const calledOff = world(
  ['trainer', 'apprentice'],
  [
    act(0, 'interview', 'patch'),
    pass(8_000),
    { do: 'look', on: 1, tab: 0 },
    pass(8_000),
    act(0, 'interview', 'discard'),
    pass(8_000),
  ],
)

/** One request is lost, and nobody writes again. */
export const oneLostRequest = world(
  ['apprentice'],
  [faults(0, 'lost'), act(0, 'week', 'patch'), pass(1_000)],
)

/** On the other page of the browser. */
const onOther = (step: Step): Step => ({ ...step, tab: 1 }) as Step

/** Under words of an older release that wait, a pull brings another wording. */
export const pulledUnderOlderWords = world(
  ['apprentice', 'apprentice'],
  [
    { do: 'older-tab', on: 0 },
    pass(2_000),
    network(0, false),
    onOther(act(0, 'week', 'patch')),
    act(1, 'week', 'patch'),
    pass(10_000),
    { do: 'update', on: 0, tab: 1 },
    // The push is turned down; the pull behind it brings the other wording.
    faults(0, 'forbidden', 'none', 'forbidden', 'none'),
    network(0, true),
    pass(20_000),
  ],
)

/** The newest release goes on in words that the older one has just written. */
export const goesOnInOlderWords = world(
  ['apprentice'],
  [
    { do: 'older-tab', on: 0 },
    pass(2_000),
    onOther(type(0, 'week')),
    pass(100),
    type(0, 'week'),
    pass(10_000),
  ],
)

/** Words written on a tablet before its author’s week was signed arrive after it. */
export const wordsAfterTheSignature = world(
  ['apprentice', 'apprentice', 'master'],
  [
    act(0, 'week', 'patch'),
    pass(10_000),
    { do: 'look', on: 1, tab: 0 },
    pass(8_000),
    network(1, false),
    act(1, 'week', 'patch', { whole: false }),
    act(0, 'week', 'submit'),
    pass(10_000),
    { do: 'look', on: 2, tab: 0 },
    pass(8_000),
    act(2, 'week', 'sign'),
    pass(10_000),
    network(1, true),
    pass(20_000),
  ],
)

/** A master’s phone dies while it takes in what an apprentice sent; `after` so many requests. */
export const diesAmidAPull = (after: number): Scenario =>
  world(
    ['apprentice', 'master'],
    [
      act(0, 'week', 'patch'),
      pass(300),
      act(0, 'week', 'submit'),
      pass(10_000),
      { do: 'look', on: 1, tab: 0 },
      { do: 'kill', on: 1, tab: 0, after, hidden: false },
      pass(5_000),
      network(1, false),
      pass(10_000),
    ],
  )

/** A page on which older words stand writes over those of another page, which it has not seen. */
export const writesOverAnotherPage = world(
  ['master'],
  [
    { do: 'second-tab', on: 0 },
    pass(3_000),
    onOther(type(0, 'masterNote')),
    pass(20_000),
    type(0, 'masterNote'),
    pass(100),
    { ...onOther(type(0, 'masterNote')), stale: true } as Step,
    pass(20_000),
  ],
)

/** Who is removed after a restore still has what the server lost. */
export const removedAfterARestore = world(
  ['master'],
  [
    { do: 'backup' },
    act(0, 'masterNote', 'patch'),
    pass(10_000),
    network(0, false),
    { do: 'restore', byCommand: true },
    { do: 'member', book: 0, person: 2, change: 'end' },
    network(0, true),
    pass(30_000),
  ],
)

/** A server is restored before anybody has written, and once more before anybody hears of what was written then. */
export const restoredTwice: Scenario = {
  ...world(
    ['master'],
    [
      { do: 'backup' },
      { do: 'restore', byCommand: true },
      { do: 'backup' },
      { do: 'look', on: 0, tab: 0 },
      pass(100_000),
      act(0, 'masterNote', 'patch'),
      pass(4_000),
      { do: 'restore', byCommand: false },
      pass(120_000),
    ],
  ),
  // The line is open, and loses what it should say.
  pokes: 0.01,
}

/** Both phones of one author write the same field; what became of the second wording is said once, and lost. */
export const mergedUnheard: Scenario = {
  ...world(
    [],
    [
      network(1, false),
      act(0, 'week', 'patch'),
      act(1, 'week', 'patch'),
      pass(10_000),
      faults(1, 'lost-answer', 'forbidden'),
      network(1, true),
      pass(60_000),
    ],
  ),
  devices: [0, 1],
}

/** Two weeks come together; then one of them comes alone, while its author’s words for it wait. */
export const returnedWhileWordsWait: Scenario = {
  ...world(
    ['apprentice', 'master'],
    [
      act(0, 'week', 'patch'),
      act(0, 'nextWeek', 'patch'),
      pass(5_000),
      act(0, 'week', 'submit'),
      act(0, 'nextWeek', 'submit'),
      pass(10_000),
      { do: 'member', book: 0, person: 3, change: 'end' },
      pass(300_000),
      type(0, 'week'),
      pass(400),
      act(1, 'week', 'return'),
      pass(20_000),
    ],
  ),
  pokes: 1,
}

/** A photo waits without a network, and a camera wants room. */
export const photoAndNoRoom = world(
  ['apprentice'],
  [
    network(0, false),
    act(0, 'week', 'patch', { key: 0 }),
    pass(1_000),
    { do: 'evict', on: 0, tab: 0 },
    pass(1_000),
    network(0, true),
    pass(10_000),
  ],
)

/** The bytes of a photo change on their way, more than once. */
export const changedOnItsWay = world(
  ['apprentice'],
  [
    faults(0, 'flipped', 'flipped', 'flipped', 'flipped'),
    act(0, 'week', 'patch', { key: 0 }),
    pass(60_000),
  ],
)
