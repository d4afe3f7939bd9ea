import type { ImportedSkills } from '#protocol/importedSkills.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import type { Named, ProgrammeOutline } from './outline.ts'

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

/** The programme of a logbook, with the skills that its centre imported; `null`: see `findOutline`. */
export function outlineOf({
  programme,
  skills,
}: Pick<LogbookFacts, 'programme' | 'skills'>): ProgrammeOutline | null {
  const outline = findOutline(programme)
  return outline && skills ? layOver(outline, skills) : outline
}

/** A programme whose blocks have the imported words and skills; what is not imported stays. */
export const layOver = <Laid extends { readonly blocks: readonly { readonly code: string }[] }>(
  programme: Laid,
  { blocks, former }: Pick<ImportedSkills, 'blocks' | 'former'>,
): Laid & { readonly formerSkills: readonly Named[] } => ({
  ...programme,
  formerSkills: former,
  blocks: programme.blocks.map((block) => ({
    ...block,
    ...blocks.find(({ code }) => code === block.code),
  })),
})
