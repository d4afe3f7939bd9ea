import { readSkillsCsv, type SkillsFile } from '#programmes/skillsCsv.ts'
import { SKILLS_FILE_MAX } from '#protocol/importedSkills.ts'
import { readTextFile } from './readTextFile.ts'

/** A file that was chosen, and what is in it. */
export type ChosenFile =
  | { readonly name: string; readonly bad: 'unreadable' | 'tooLarge' }
  | { readonly name: string; readonly csv: string; readonly read: SkillsFile }

/** Reads what was chosen, for a programme with these blocks. */
export async function chooseFile(file: File, blocks: readonly string[]): Promise<ChosenFile> {
  const { name } = file
  // Four bytes to a character at most: what is longer cannot fit.
  if (file.size > SKILLS_FILE_MAX * 4) return { name, bad: 'tooLarge' }
  const csv = await readTextFile(file)
  if (csv === null) return { name, bad: 'unreadable' }
  if (csv.length > SKILLS_FILE_MAX) return { name, bad: 'tooLarge' }
  return { name, csv, read: readSkillsCsv(csv, blocks) }
}

/** Why the server did not import; `null`: it did. */
export type ImportRefusal = 'offline' | 'signed-out' | 'not-found' | 'not-skills' | 'other' | null
