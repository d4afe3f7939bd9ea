import { FILE_SIZE_MAX } from '#protocol/value.ts'
import { sha256Of } from '#server/sha256.ts'
import type { FilePlace } from '#server/storage/logbookFiles.ts'
import type { Piece } from '#server/storage/logbookUploads.ts'

/** What receiving files asks of whatever keeps them: PostgreSQL and files, or memory in the simulation. */
export interface FileStorage {
  /** Whether this person brought it into this logbook. */
  readonly isBrought: (place: FilePlace) => Promise<boolean>
  /** Whether so many bytes more still fit. */
  readonly hasRoom: (place: FilePlace, size: number) => Promise<boolean>
  /** See `addPiece` in `logbookUploads.ts`. */
  readonly addPiece: (place: FilePlace, piece: Piece) => Promise<number>
  readonly readPieces: (place: FilePlace) => Promise<Buffer>
  readonly dropUpload: (place: FilePlace) => Promise<void>
  /** Stores a whole file, and notes who brought it where. */
  readonly keep: (place: FilePlace, bytes: Buffer) => Promise<KeptFile | FileRefusal>
}

export interface KeptFile {
  /** This person had not brought it before. */
  readonly isNew: boolean
  readonly size: number
  readonly mime: string
}

/** The body of a request, or why there is none. */
export type ReadBytes = () => Promise<Buffer | 'cut-off' | 'too-large' | 'busy'>

export type FileRefusal =
  'cut-off' | 'too-large' | 'busy' | 'quota-reached' | 'wrong-hash' | 'not-a-photo'

export type FileOutcome =
  /** `kept`: now; `null`: it had been stored before. */
  | { readonly stored: true; readonly kept: KeptFile | null }
  /** So many bytes of it are here. */
  | { readonly stored: false; readonly received: number }
  /** Where the next piece begins. */
  | { readonly expected: number }
  | { readonly refused: FileRefusal }

/** Takes a file that comes whole, under the hash of its bytes. */
export async function receiveFile(
  storage: FileStorage,
  place: FilePlace,
  read: ReadBytes,
): Promise<FileOutcome> {
  const bytes = await read()
  return typeof bytes === 'string' ? { refused: bytes } : keepWhole(storage, place, bytes)
}

/**
 * Takes a piece of a file, whole or not at all. One that is not the next changes nothing, and the
 * answer says which one is. With the last one the file is stored; if it does not have its hash, or
 * is none of ours, it is forgotten and may begin anew.
 */
export async function receivePiece(
  storage: FileStorage,
  place: FilePlace,
  { start, size, at }: Omit<Piece, 'bytes'>,
  read: ReadBytes,
): Promise<FileOutcome> {
  if (size > FILE_SIZE_MAX) return { refused: 'too-large' }
  if (await storage.isBrought(place)) return { stored: true, kept: null }
  if (!(await storage.hasRoom(place, size))) return { refused: 'quota-reached' }
  const bytes = await read()
  if (typeof bytes === 'string') return { refused: bytes }

  const received = await storage.addPiece(place, { start, bytes, size, at })
  if (received !== start + bytes.length) return { expected: received }
  if (received < size) return { stored: false, received }
  const outcome = await keepWhole(storage, place, await storage.readPieces(place))
  // Stored, or not the bytes that were meant: either way these pieces have had their use.
  await storage.dropUpload(place)
  return outcome
}

/** Stores a whole file if it is what its name says and may be here. */
async function keepWhole(
  storage: FileStorage,
  place: FilePlace,
  bytes: Buffer,
): Promise<FileOutcome> {
  if (sha256Of(bytes) !== place.sha256) return { refused: 'wrong-hash' }
  if (!(await storage.hasRoom(place, bytes.length))) return { refused: 'quota-reached' }
  const kept = await storage.keep(place, bytes)
  return typeof kept === 'string' ? { refused: kept } : { stored: true, kept }
}
