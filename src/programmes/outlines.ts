import type { ProgrammeOutline } from './outline.ts'

type OutlineFile = Promise<{ readonly outline: ProgrammeOutline }>

/** One line for each programme. A phone loads those of its own logbooks. */
const sources = new Map<string, () => OutlineFile>([
  ['bts-ndrc', () => import('./btsNdrc/outline.ts')],
  ['bts-mco', () => import('./btsMco/outline.ts')],
])

const loaded = new Map<string, ProgrammeOutline>()

/**
 * Makes `findOutline` know a programme; nothing where this app has none of that id. Rejects where
 * its file cannot be loaded.
 */
export async function loadOutline(id: string): Promise<void> {
  const file = loaded.has(id) ? null : await sources.get(id)?.()
  if (file) loaded.set(id, file.outline)
}

/** `null`: this app does not know the programme, or has not loaded it. */
export const findOutline = (id: string): ProgrammeOutline | null => loaded.get(id) ?? null
