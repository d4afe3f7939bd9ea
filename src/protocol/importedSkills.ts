import * as z from 'zod/mini'
import { instant } from './identifier.ts'

/** Longest file that is read, in UTF-16 code units: 500 skills with their criteria. */
export const SKILLS_FILE_MAX = 200_000

const named = z.strictObject({ code: z.string(), shortLabel: z.string() })

const block = z.strictObject({
  code: z.string(),
  title: z.string(),
  skillGroups: z.array(z.strictObject({ code: z.string(), label: z.string() })),
  skills: z.array(
    z.strictObject({ ...named.shape, label: z.string(), criteria: z.array(z.string()) }),
  ),
})

/**
 * The skills that a coordinator imported for a programme of the centre. They travel with the facts
 * of each of its logbooks, so that whoever holds one reads them without a network, and in its export.
 */
export const importedSkillsSchema = z.strictObject({
  /** By the server’s clock. */
  at: instant,
  /** Blocks of the programme whose skills are these now; others keep their own. */
  blocks: z.array(block),
  /** Skills that were there before: what people wrote still names them. */
  former: z.array(named),
})

/** `POST /api/v1/logbooks/:id/skills`: the file as it was chosen. */
export const skillsFileSchema = z.strictObject({
  csv: z.string().check(z.maxLength(SKILLS_FILE_MAX)),
})

/** `number`: which import of the programme it is, from 1. */
export const skillsTakenSchema = z.object({ number: z.int(), at: instant })

export type ImportedBlock = z.infer<typeof block>
export type ImportedSkills = z.infer<typeof importedSkillsSchema>
export type SkillsTaken = z.infer<typeof skillsTakenSchema>
