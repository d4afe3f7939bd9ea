import { readTextFile } from './readTextFile.ts'

/** A file that was chosen, and the words in it. */
export type ChosenText =
  | { readonly name: string; readonly bad: 'unreadable' | 'tooLarge' }
  | { readonly name: string; readonly text: string }

/** Reads what was chosen; `max`: its length in UTF-16 code units. */
export async function chooseTextFile(file: File, max: number): Promise<ChosenText> {
  const { name } = file
  // Four bytes to a character at most: what is longer cannot fit.
  if (file.size > max * 4) return { name, bad: 'tooLarge' }
  const text = await readTextFile(file)
  if (text === null) return { name, bad: 'unreadable' }
  return text.length > max ? { name, bad: 'tooLarge' } : { name, text }
}
