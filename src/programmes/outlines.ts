import { outline as btsNdrc } from './btsNdrc/outline.ts'
import type { ProgrammeOutline } from './outline.ts'

/** Every programme there is, as phones know it. */
const outlines: readonly ProgrammeOutline[] = [btsNdrc]

/** `null`: this app does not know the programme. */
export const findOutline = (id: string): ProgrammeOutline | null =>
  outlines.find((outline) => outline.id === id) ?? null
