import { open, type FileHandle } from 'node:fs/promises'

/** A file in an archive. */
export interface TarEntry {
  readonly name: string
  readonly content: Buffer
  /** As it stands in the archive: header, content, zeros. */
  readonly blocks: Buffer
}

const BLOCK = 512

/** Largest file we write or read in an archive, in bytes: it is in memory at once. */
const ENTRY_MAX = 256 * 1024 * 1024

/** The archive is cut, or what it says of itself does not hold. */
export class TarDamaged extends Error {}

/**
 * A file as it stands in a tar archive (POSIX.1-1988, ustar): header, content, zeros up to the next
 * block. `name` has at most 100 bytes.
 */
export function tarEntry(name: string, content: Uint8Array, at: Date): Buffer {
  const header = Buffer.alloc(BLOCK)
  const put = (text: string, start: number, length: number): void => {
    if (Buffer.byteLength(text) > length) throw new RangeError(`${text} does not fit`)
    header.write(text, start)
  }
  const octal = (value: number, start: number, length: number): void => {
    put(value.toString(8).padStart(length - 1, '0'), start, length - 1)
  }
  if (content.byteLength > ENTRY_MAX) throw new RangeError(`${name} is too large`)
  put(name, 0, 100)
  octal(0o600, 100, 8)
  octal(0, 108, 8)
  octal(0, 116, 8)
  octal(content.byteLength, 124, 12)
  octal(Math.floor(at.getTime() / 1000), 136, 12)
  put('0', 156, 1)
  put('ustar\u000000', 257, 8)
  put(`${checksumOf(header).toString(8).padStart(6, '0')}\u0000 `, 148, 8)
  const padding = Buffer.alloc((BLOCK - (content.byteLength % BLOCK)) % BLOCK)
  return Buffer.concat([header, content, padding])
}

/** What ends an archive. */
export const tarEnd = (): Buffer => Buffer.alloc(2 * BLOCK)

/** The sum of all bytes of a header, its own place counted as spaces. */
const checksumOf = (header: Buffer): number =>
  header.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 0x20 : byte), 0)

/** The files of an archive in their order. Throws `TarDamaged`. */
export async function* readTar(path: string): AsyncGenerator<TarEntry> {
  const file = await open(path, 'r')
  try {
    for (let at = 0; ;) {
      const header = await readAt(file, at, BLOCK)
      if (header.every((byte) => byte === 0)) return
      const { name, size } = readHeader(header)
      const blocks = await readAt(file, at, BLOCK + Math.ceil(size / BLOCK) * BLOCK)
      yield { name, blocks, content: blocks.subarray(BLOCK, BLOCK + size) }
      at += blocks.length
    }
  } finally {
    await file.close()
  }
}

function readHeader(header: Buffer): { name: string; size: number } {
  const text = (start: number, length: number): string =>
    header.toString('utf8', start, start + length).replace(/\0.*$/su, '')
  const sum = Number.parseInt(text(148, 8), 8)
  const size = Number.parseInt(text(124, 12), 8)
  if (sum !== checksumOf(header)) throw new TarDamaged('a header does not hold')
  if (!Number.isInteger(size) || size < 0 || size > ENTRY_MAX)
    throw new TarDamaged('a size is none')
  return { name: text(0, 100), size }
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  // Before room is made for it: a size may be damaged too.
  if (position + length > (await file.stat()).size) throw new TarDamaged('the archive is cut')
  const bytes = Buffer.alloc(length)
  for (let done = 0; done < length;) {
    const { bytesRead } = await file.read(bytes, done, length - done, position + done)
    if (bytesRead === 0) throw new TarDamaged('the archive is cut')
    done += bytesRead
  }
  return bytes
}
