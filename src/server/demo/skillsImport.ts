import { findProgramme } from '#programmes/programmes.ts'
import { writeSkillsCsv } from '#programmes/skillsCsv.ts'

/** When the coordinator imports her file, before the cohort begins. */
export const IMPORTED_AT = '2025-09-08T09:00:00.000Z'

/** Short names that the centre prefers, by the code of the skill. */
const ownNames: Readonly<Record<string, string>> = {
  'B1.C1.4': 'Se faire un réseau dans son métier',
  'B2.C1.3': 'Animer une équipe à distance',
}

/** The skills of a programme as the demo’s centre words them: the CSV file of its coordinator. */
export async function demoSkillsCsv(programme: string): Promise<string> {
  const blocks = (await findProgramme(programme))?.blocks ?? []
  return writeSkillsCsv(
    blocks.map((block) => ({
      ...block,
      skills: block.skills.map((skill) => ({
        ...skill,
        shortLabel: ownNames[skill.code] ?? skill.shortLabel,
      })),
    })),
  )
}
