import type { OperationType } from '#domain/operation.ts'
import { operationTypes } from '#domain/operation.ts'
import { personRoles } from '#tests/support/builders.ts'
import { castDevices, people, slotNames } from './people.ts'
import { createRandom, type Random } from './random.ts'
import { faults, type Act, type Fault, type Scenario, type Step } from './scenario.ts'

type SlotName = (typeof slotNames)[number]
type Likely = readonly (readonly [SlotName, ...OperationType[]])[]

/** What people of a role really do, and with what; written twice, it happens more often. */
const likely: Readonly<Partial<Record<string, Likely>>> = {
  apprentice: [
    ['week', 'patch', 'patch', 'submit', 'submit', 'withdraw', 'amend', 'resolve'],
    ['week', 'patch', 'patch', 'submit', 'resolve'],
    ['nextWeek', 'patch', 'submit', 'amend'],
    ['apprenticeSection', 'patch', 'submit', 'submit', 'withdraw'],
    ['apprenticeNote', 'patch', 'publish', 'discard'],
    ['visit', 'sign'],
    ['interview', 'sign'],
  ],
  master: [
    ['week', 'sign', 'sign', 'return'],
    ['nextWeek', 'sign', 'return'],
    ['masterSection', 'patch', 'submit', 'submit', 'withdraw', 'resolve'],
    ['masterNote', 'patch', 'publish', 'discard', 'resolve'],
    ['visit', 'sign'],
    ['interview', 'sign'],
  ],
  trainer: [
    ['week', 'return'],
    ['visit', 'patch', 'patch', 'publish', 'discard', 'amend', 'resolve'],
    ['interview', 'patch', 'freeze', 'freeze', 'discard', 'amend', 'sign'],
    ['trainerSection', 'patch', 'submit', 'withdraw'],
  ],
  coordinator: [['otherVisit', 'patch', 'publish', 'amend', 'discard']],
  guardian: [['week', 'sign']],
}

/** What a trainer or coordinator hands the device over for. */
const lent: Likely = [
  ['apprenticeSection', 'patch', 'submit'],
  ['masterSection', 'patch', 'submit'],
  ['visit', 'sign'],
  ['interview', 'sign'],
]

/** Faults that are met more often than others. */
const often: readonly Fault[] = [
  'lost',
  'lost-answer',
  'lost-answer',
  'again',
  'again',
  'late',
  'cut',
]

/** How hard a world is on its people. */
interface Weather {
  /** How often a request meets a fault, from 0 to 1. */
  readonly faults: number
  /** Kinds of rarer things that may happen in it, each written as often as it is likely. */
  readonly rare: readonly Step['do'][]
  /** What goes wrong before anything else. */
  readonly provoked: readonly Step['do'][]
  /** How often one of all these does, from 0 to 1. */
  readonly often: number
}

const rareThings: readonly (readonly Step['do'][])[] = [
  ['kill', 'kill', 'full'],
  ['broken', 'broken', 'full'],
  ['network', 'network'],
  ['backup', 'restore'],
  ['backup', 'restore', 'keep'],
  ['clone', 'kill'],
  ['keep', 'roll-back', 'wipe'],
  ['second-tab', 'freeze', 'second-tab'],
  ['clock'],
  ['sign-out'],
  ['member', 'member', 'days'],
  ['restart'],
  ['poison', 'poison', 'settle'],
  ['member', 'days', 'settle'],
  ['rescue', 'bring', 'settle'],
  ['rescue', 'bring', 'rescue', 'bring', 'report-lost'],
  ['evict', 'full', 'lose-photo'],
  ['older-tab', 'older-tab', 'update', 'min-app'],
  ['switch', 'switch', 'sign-out'],
]

/** What only happens where there is somebody to decide. */
const deskThings: readonly Step['do'][] = ['settle', 'bring']
/** The coordinator’s device, see `castDevices`. */
const DESK = 5

/**
 * A world from its seed: who is there, what they do, and what goes wrong. `provoked`: what goes wrong
 * in it beside that, and often.
 */
export function aScenario(seed: number, provoked: readonly Step['do'][] = []): Scenario {
  const random = createRandom(seed)
  // Where something is provoked, a small world shows it as well.
  const [more, longest] = provoked.length > 0 ? [0.25, 25] : [0.45, 50]
  const drawn = [0, 1, 2, ...[3, 4, 5, 6, 7].filter(() => random.chance(more))]
  const weather: Weather = {
    faults: random.pick([0, 0.1, 0.3, 0.6]),
    rare: [0, 1, 2, 3].flatMap(() => random.pick(rareThings)),
    often: provoked.length > 0 ? 0.7 : 0.3,
    provoked,
  }
  const hasDesk = [...weather.rare, ...provoked].some((each) => deskThings.includes(each))
  const devices = hasDesk && !drawn.includes(DESK) ? [...drawn, DESK] : drawn
  const steps = [...aBeginning(random, devices)]
  // Or most servers that are restored would have nothing to go back to.
  if ([...weather.rare, ...provoked].includes('restore') && random.chance(0.7))
    steps.push({ do: 'backup' })
  const length = 15 + random.below(longest)
  while (steps.length < length) steps.push(...someSteps(random, devices, weather))
  return {
    seed,
    devices,
    pokes: random.pick([0, 0.3, 0.8]),
    takenAtOnce: random.pick([1, 500_000]),
    answerMax: random.pick([2_000, 16_000_000]),
    largePhotos: random.chance(provoked.includes('evict') ? 0.7 : 0.12),
    steps,
  }
}

function someSteps(random: Random, devices: readonly number[], weather: Weather): Step[] {
  const on = random.below(devices.length + 1)
  const steps: Step[] = []
  if (random.chance(weather.faults)) {
    const met = Array.from({ length: 1 + random.below(4) }, () =>
      random.chance(0.6) ? random.pick(often) : random.pick(faults),
    )
    steps.push({ do: 'faults', on, faults: met })
  }
  if (random.chance(weather.often)) {
    const { provoked } = weather
    const things = provoked.length > 0 && random.chance(0.8) ? provoked : weather.rare
    const what = random.pick(things)
    if (what === 'rescue') steps.push(...aStuckDevice(random, devices))
    else steps.push(rare(random, what, devices))
  }
  const acts = 1 + random.below(3)
  for (let count = 0; count < acts; count += 1) steps.push(anAct(random, devices))
  if (random.chance(0.2)) steps.push({ do: 'look', on, tab: random.below(2) })
  steps.push({ do: 'pass', ms: aWhile(random) })
  return steps
}

/**
 * Somebody writes without a network, and saves it as a file, which is brought or not, and decided
 * about or not; the device may come back at any time.
 */
function aStuckDevice(random: Random, devices: readonly number[]): Step[] {
  const on = random.below(devices.length)
  const acts = [0, 1].map(() => anAct(random, devices, on))
  const sometimes = (step: Step, ms: number): Step[] =>
    random.chance(0.6) ? [step, { do: 'pass', ms: random.below(ms) }] : []
  return [
    { do: 'network', on, online: false },
    ...acts,
    { do: 'pass', ms: 1_000 },
    { do: 'rescue', on, tab: random.below(2) },
    { do: 'pass', ms: 200 },
    ...sometimes({ do: 'network', on, online: true }, 400),
    ...sometimes(rare(random, 'bring', devices), 2_000),
    ...sometimes(rare(random, 'settle', devices), 2_000),
  ]
}

/** Mostly seconds; sometimes the minutes in which a device waits or gives up. */
const aWhile = (random: Random): number =>
  random.chance(0.08) ? random.below(150_000) : random.below(random.pick([50, 1_000, 4_000]))

const whoHas = (devices: readonly number[], on: number) =>
  castDevices[devices[on % devices.length] ?? 0] ?? 'apprentice'

function anAct(
  random: Random,
  devices: readonly number[],
  on = random.below(devices.length),
): Step {
  const who = whoHas(devices, on)
  const role = personRoles[who]
  if (random.chance(0.65)) {
    return {
      ...{ do: 'offered', on, tab: random.below(2), book: who === 'secondApprentice' ? 1 : 0 },
      ...{ choice: random.below(1_000), key: random.below(9), whole: random.chance(0.5) },
      lent: role === 'trainer' && random.chance(0.3) ? random.pick([0, 2]) : null,
      back: random.chance(0.9) ? 0 : 1,
    }
  }
  const isOffice = role === 'trainer' || role === 'coordinator'
  const isLent = isOffice && random.chance(0.3)
  const [name, ...types] = random.pick((isLent ? lent : likely[role]) ?? lent)
  const ordinary = random.chance(0.9)
  const slot = ordinary ? slotNames.indexOf(name) : random.below(slotNames.length)
  const type = ordinary ? random.pick(types) : random.pick(operationTypes)
  const book = who === 'secondApprentice' ? 1 : random.pick([0, 0, 0, 0, 1, 2])
  const place = { on, tab: random.below(2), book, slot, key: random.below(9) }
  if (type === 'patch' && !isLent && random.chance(0.4)) {
    return { do: 'type', ...place, words: random.below(3), stale: random.chance(0.2) }
  }
  const lentTo = isLent ? (name === 'masterSection' ? 2 : random.pick([0, 2])) : null
  return {
    do: 'act',
    ...place,
    type,
    whole: random.chance(0.5),
    lent: name === 'apprenticeSection' && isLent ? 0 : lentTo,
    back: random.chance(0.8) ? 0 : random.below(3),
    lie: random.chance(0.03),
  }
}

function rare(random: Random, what: Step['do'], devices: readonly number[]): Step {
  const on = random.below(devices.length + 1)
  const tab = random.below(2)
  switch (what) {
    case 'kill':
      return { do: 'kill', on, tab, after: random.below(25), hidden: random.chance(0.3) }
    case 'full':
      return { do: 'full', on, tab, after: random.below(6) }
    case 'broken':
      return { do: 'broken', on, tab, times: 1 + random.below(8) }
    case 'network':
      return { do: 'network', on, online: random.chance(0.6) }
    case 'freeze':
      return { do: 'freeze', on, tab, frozen: random.chance(0.6) }
    case 'clock':
      return {
        do: 'clock',
        on,
        by: random.pick([3_600_000, -3_600_000, 31_536_000_000, -31_536_000_000]),
      }
    case 'sign-out':
      return { do: 'sign-out', on, out: random.chance(0.5) }
    case 'member': {
      const change = random.pick(['end', 'back', 'back', 'role', 'remove'] as const)
      return {
        do: 'member',
        book: random.pick([0, 0, 1]),
        person: random.below(people.length),
        change,
      }
    }
    case 'days':
      return { do: 'days', days: random.pick([1, 4, 10, 31]) }
    case 'poison': {
      const slot = random.below(slotNames.length)
      return { do: 'poison', book: 0, slot, in: random.pick(['rules', 'rows']) }
    }
    case 'faults':
      // Only where it is provoked: what was sent once comes again, minutes later.
      return { do: 'faults', on, faults: ['again', 'again', 'again'] }
    case 'settle': {
      const desk = devices.indexOf(DESK)
      const place = { on: desk >= 0 && random.chance(0.9) ? desk : on, tab }
      const [book, choice] = [random.pick([0, 0, 0, 1, 2]), random.below(100)]
      return { do: 'settle', ...place, book, choice, refuses: random.chance(0.3) }
    }
    case 'bring': {
      const desk = devices.indexOf(DESK)
      const place = { on: desk >= 0 && random.chance(0.5) ? desk : on, tab }
      return { do: 'bring', ...place, choice: random.below(100), spoiled: random.chance(0.1) }
    }
    case 'switch':
      return {
        do: 'switch',
        on,
        person: random.below(people.length),
        stays: random.chance(0.4),
      }
    case 'update':
    case 'evict':
      return { do: what, on, tab }
    case 'restart':
    case 'backup':
    case 'min-app':
      return { do: what }
    case 'restore':
      return { do: 'restore', byCommand: random.chance(0.7) }
    case 'clone':
    case 'keep':
    case 'roll-back':
    case 'wipe':
    case 'second-tab':
    case 'older-tab':
    case 'lose-photo':
    case 'report-lost':
      return { do: what, on }
    default:
      throw new RangeError(`${what} is nothing rare`)
  }
}

/** Worlds begin anywhere in a livret’s life, or they would hardly get past its first drafts. */
function aBeginning(random: Random, devices: readonly number[]): Step[] {
  const act = (who: (typeof castDevices)[number], slot: SlotName, type: OperationType): Act[] => {
    const on = devices.findIndex((device) => castDevices[device] === who)
    if (on < 0) return []
    return [
      {
        ...{ do: 'act', on, tab: 0, book: 0, slot: slotNames.indexOf(slot), type },
        ...{ key: 0, whole: type === 'patch', lent: null, back: 0, lie: false },
      },
    ]
  }
  const meet: Step = { do: 'pass', ms: 4_000 }
  const look = devices.map((_, on): Step => ({ do: 'look', on, tab: 0 }))
  const together = [meet, ...look, meet]
  const sent = [...act('apprentice', 'week', 'patch'), ...act('apprentice', 'week', 'submit')]
  const sections = (['apprentice', 'master', 'trainer'] as const).flatMap((party) => [
    ...act(party, `${party}Section`, 'patch'),
    ...act(party, `${party}Section`, 'submit'),
  ])
  const beginnings: readonly (readonly Step[])[] = [
    [],
    [meet],
    [meet, ...sent, ...together],
    [meet, ...sent, ...together, ...act('master', 'week', 'sign'), ...together],
    [meet, ...act('trainer', 'visit', 'patch'), ...act('trainer', 'visit', 'publish'), ...together],
    [
      ...[meet, ...act('trainer', 'interview', 'patch'), ...together],
      ...[...sections, ...together, ...act('trainer', 'interview', 'freeze'), ...together],
    ],
  ]
  return [...random.pick(beginnings)]
}
