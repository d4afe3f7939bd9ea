import type { Operation } from './operation.ts'

/** An operation in the shape of the release that wrote it. */
export type Shaped = Readonly<Record<string, unknown>>

/** Makes of an operation the same one in the next shape: other names and places, no other meaning. */
export type Raise = (older: Shaped) => Shaped

/**
 * From the first shape to the second, from the second to the third, and so on. Whoever changes a
 * shape adds one, with golden operations of the new shape; none is ever taken out, because a phone
 * may lie in a drawer for a year. What would mean something else is an act with another name. So
 * far every release has written the first shape.
 */
export const raises: readonly Raise[] = []

/** The shape that this release writes, counted from 1. */
export const newestShapeOf = (steps: readonly Raise[] = raises): number => steps.length + 1

/** Whether an operation of this `v` can be read: a newer one is of a newer Livret. */
export const isKnownShape = (v: number, steps: readonly Raise[] = raises): boolean =>
  Number.isInteger(v) && v >= 1 && v <= newestShapeOf(steps)

/** An operation of a known shape, in the newest one; in that already, it is itself. */
export const inNewestShape = (written: Shaped, steps: readonly Raise[] = raises): Shaped =>
  steps
    .slice(Number(written['v']) - 1)
    .reduce((older, raise) => ({ ...raise(older), v: Number(older['v']) + 1 }), written)

/** The same for what rests on a device, where an earlier release of the app may have put it. */
export const raised = (operation: Operation): Operation =>
  inNewestShape(operation as unknown as Shaped) as unknown as Operation
