import { btsNdrc } from './btsNdrc.ts'
import { loadProgramme, type Programme } from './programme.ts'

const programmes: readonly Programme[] = [loadProgramme(btsNdrc)]

/** `null`: no such programme on this device or server. */
export function findProgramme(id: string): Programme | null {
  return programmes.find((programme) => programme.id === id) ?? null
}
