import { chooseTextFile, type ChosenText } from '#features/parts/chooseTextFile.ts'
import { readSkillsCsv, type SkillsFile } from '#programmes/skillsCsv.ts'
import { SKILLS_FILE_MAX } from '#protocol/importedSkills.ts'

/** A file that was chosen, and what is in it. */
export type ChosenFile =
  | Extract<ChosenText, { readonly bad: unknown }>
  | { readonly name: string; readonly csv: string; readonly read: SkillsFile }

/** Reads what was chosen, for a programme with these blocks. */
export async function chooseFile(file: File, blocks: readonly string[]): Promise<ChosenFile> {
  const chosen = await chooseTextFile(file, SKILLS_FILE_MAX)
  if ('bad' in chosen) return chosen
  const { name, text: csv } = chosen
  return { name, csv, read: readSkillsCsv(csv, blocks) }
}

/** Why the server did not import; `null`: it did. */
export type ImportRefusal = 'offline' | 'signed-out' | 'not-found' | 'not-skills' | 'other' | null
