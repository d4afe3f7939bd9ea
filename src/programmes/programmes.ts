import { loadProgramme } from './loadProgramme.ts'
import { findOutline, loadOutline } from './outlines.ts'
import { findPlan } from './plans.ts'
import { joinProgramme, type OfficialTexts, type Programme } from './programme.ts'

/** One line for each programme. */
const sources = new Map<string, () => Promise<{ readonly official: OfficialTexts }>>([
  ['bts-ndrc', () => import('./btsNdrc/official.ts')],
  ['bts-mco', () => import('./btsMco/official.ts')],
])

export const programmeIds: readonly string[] = [...sources.keys()]

/**
 * A programme with its official texts, checked by the schema: what a screen or report loads when
 * somebody reads it. `null`: this app does not know it. Rejects on a programme that is not whole.
 */
export async function findProgramme(id: string): Promise<Programme | null> {
  const [file, plan] = await Promise.all([sources.get(id)?.(), findPlan(id), loadOutline(id)])
  const outline = findOutline(id)
  if (!file || !outline) return null
  return loadProgramme(joinProgramme(outline, file.official, plan?.rhythm ?? null))
}
