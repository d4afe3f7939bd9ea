import type { RescueFile } from '#protocol/rescue.ts'

/** What came of a file that somebody chose. */
export type OpenedFile =
  | { readonly kind: 'opened'; readonly file: RescueFile }
  | {
      readonly kind: 'bad'
      readonly problem: 'too-large' | 'not-read' | 'not-a-rescue' | 'an-export' | 'newer'
    }

/** Why a part of a file was not taken. */
export type SendProblem = 'offline' | 'signed-out' | 'not-yours' | 'not-sealed' | 'other'

/** What became of one logbook’s part of a file. */
export interface SentBook {
  readonly logbookId: string
  /** Whose logbook it is, where the file says so. */
  readonly name: string | null
  /** How many count now, wait for a decision, were refused, and had come before. */
  readonly counted: number
  readonly held: number
  readonly refused: number
  readonly known: number
}

/** What became of the file. Sent once more, nothing happens twice. */
export interface SentFile {
  readonly books: readonly SentBook[]
  /** Photos the server did not take. */
  readonly lostPhotos: number
  /** Why not all of it was taken; `null`: all was. */
  readonly problem: SendProblem | null
}
