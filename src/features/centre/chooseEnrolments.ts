import { chooseTextFile, type ChosenText } from '#features/parts/chooseTextFile.ts'
import { CELL_MAX, ENROLMENTS_MAX } from '#protocol/centre.ts'
import { columns, readEnrolmentsCsv, type EnrolmentsFile } from './enrolmentsCsv.ts'
import type { Offered } from './offered.ts'

/** As long as a file with full cells in every line. */
const FILE_MAX = (ENROLMENTS_MAX + 1) * Object.keys(columns).length * CELL_MAX

/** A file that was chosen, and the apprentices in it. */
export type ChosenEnrolments =
  | Extract<ChosenText, { readonly bad: unknown }>
  | { readonly name: string; readonly read: EnrolmentsFile }

export async function chooseEnrolments(
  file: File,
  offered: readonly Offered[],
): Promise<ChosenEnrolments> {
  const chosen = await chooseTextFile(file, FILE_MAX)
  if ('bad' in chosen) return chosen
  return { name: chosen.name, read: readEnrolmentsCsv(chosen.text, offered) }
}
