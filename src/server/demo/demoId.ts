import { createHash } from 'node:crypto'

/** A stable identifier for a thing of the demo: the same name gives the same id in every demo. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- names which id it is
export function demoId<Id extends string>(name: string): Id {
  const hex = createHash('sha256').update(`livret-demo:${name}`).digest('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-') as Id
}

/** A number from 0 to `below` - 1 that belongs to `name`: variety without chance. */
export const demoNumber = (name: string, below: number): number =>
  createHash('sha256').update(`livret-demo:${name}`).digest().readUInt32BE(0) % below
