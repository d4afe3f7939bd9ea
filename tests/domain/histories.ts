import fc from 'fast-check'
import { operationTypes, type OperationType } from '#domain/operation.ts'
import { owners, subjects, World, type Attempt, type Command } from './world.ts'

/** Devices, as they stand in `owners`. */
const [PHONE, LAPTOP, TRAINER, TABLET, MASTER, , SECOND_MASTER] = owners.keys()

type Likely = readonly (readonly [device: number | undefined, ...types: OperationType[]])[]

/** What people really do with each of the `subjects`; written twice, it happens more often. */
const likely: readonly Likely[] = [
  [
    [PHONE, 'patch', 'patch', 'submit', 'submit', 'withdraw', 'amend', 'resolve'],
    [LAPTOP, 'patch', 'patch', 'submit', 'resolve'],
    [MASTER, 'return', 'sign', 'sign'],
    [SECOND_MASTER, 'sign'],
    [TRAINER, 'return'],
  ],
  [
    [TRAINER, 'patch', 'patch', 'publish', 'discard', 'amend', 'resolve'],
    [TABLET, 'patch', 'patch', 'patch', 'publish', 'resolve'],
    [PHONE, 'sign'],
    [MASTER, 'sign'],
  ],
  [
    [TRAINER, 'patch', 'freeze', 'freeze', 'discard', 'amend', 'resolve', 'sign', 'sign'],
    [TABLET, 'patch', 'freeze', 'sign'],
    [PHONE, 'sign', 'sign'],
    [MASTER, 'sign', 'sign'],
  ],
  [
    [PHONE, 'patch', 'submit', 'submit', 'withdraw'],
    [LAPTOP, 'patch', 'submit', 'resolve'],
  ],
  [[MASTER, 'patch', 'submit', 'submit', 'withdraw', 'resolve']],
  [
    [TRAINER, 'patch', 'submit', 'submit', 'withdraw'],
    [TABLET, 'patch', 'submit', 'resolve'],
  ],
  [[MASTER, 'patch', 'publish', 'discard', 'resolve']],
]
const chances = likely.flatMap((lines, target) =>
  lines.flatMap(([device = 0, ...types]) => types.map((type) => ({ device, target, type }))),
)

const rarely = (chance: number) =>
  fc.oneof({ weight: chance, arbitrary: fc.constant(false) }, fc.constant(true))
const anyDevice = fc.nat(owners.length - 1)

const anAttempt: fc.Arbitrary<Attempt> = fc
  .record({
    does: fc.constant('act' as const),
    choice: fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...chances) },
      fc.record({
        device: anyDevice,
        target: fc.nat(subjects.length - 1),
        type: fc.constantFrom(...operationTypes),
      }),
    ),
    key: fc.nat(9),
    whole: fc.boolean(),
    lent: rarely(6),
    back: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.nat(2)),
    anyway: rarely(4),
  })
  .map(({ choice, ...rest }) => ({ ...rest, ...choice }))

const aCommand: fc.Arbitrary<Command> = fc.oneof(
  { weight: 3, arbitrary: anAttempt },
  fc.record({ does: fc.constantFrom('send' as const, 'pull' as const), device: anyDevice }),
)

const act = (device: number | undefined, target: number, type: OperationType): Command => ({
  does: 'act',
  device: device ?? 0,
  target,
  type,
  key: 0,
  whole: type === 'patch',
  lent: false,
  back: 0,
  anyway: false,
})
/** Everybody has a network for a while. */
const meet = [
  ...owners.flatMap((_, device): Command[] =>
    Array.from({ length: 4 }, () => ({ does: 'send', device })),
  ),
  ...owners.map((_, device): Command => ({ does: 'pull', device })),
]

/** Worlds begin anywhere in a livret’s life, or they would hardly get past its first drafts. */
const beginnings: readonly (readonly Command[])[] = [
  [],
  [act(PHONE, 0, 'patch'), act(PHONE, 0, 'submit'), ...meet],
  [act(PHONE, 0, 'patch'), act(PHONE, 0, 'submit'), ...meet, act(MASTER, 0, 'sign'), ...meet],
  [act(TRAINER, 1, 'patch'), ...meet],
  [act(TRAINER, 1, 'patch'), act(TRAINER, 1, 'publish'), ...meet],
  [
    ...[act(TRAINER, 2, 'patch'), ...meet],
    ...[act(PHONE, 3, 'patch'), act(PHONE, 3, 'submit')],
    ...[act(MASTER, 4, 'patch'), act(MASTER, 4, 'submit')],
    ...[act(TRAINER, 5, 'patch'), act(TRAINER, 5, 'submit'), ...meet],
    ...[act(TRAINER, 2, 'freeze'), ...meet],
  ],
]

/** A world after people did all sorts of things in it, and everything has arrived. */
export const aHistory: fc.Arbitrary<World> = fc
  .tuple(
    fc.constantFrom(...beginnings),
    fc.array(aCommand, { minLength: 20, maxLength: 120, size: 'max' }),
  )
  .map(([beginning, rest]) => {
    const world = new World()
    world.run([...beginning, ...rest])
    return world
  })
