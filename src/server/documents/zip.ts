import { crc32 } from 'node:zlib'

export interface ZipEntry {
  /** ASCII, with slashes between folders. */
  readonly name: string
  readonly bytes: Buffer
}

/**
 * A ZIP file of these entries, one after the other as they are given, nothing compressed: photos do
 * not become smaller. Up to four gigabytes and 65,535 entries (PKWARE APPNOTE 6.3.10, without ZIP64).
 */
export async function* zip(entries: AsyncIterable<ZipEntry>): AsyncGenerator<Buffer> {
  const directory: Buffer[] = []
  let at = 0
  for await (const { name, bytes } of entries) {
    const file = Buffer.from(name, 'latin1')
    const described = describe(file, bytes)
    directory.push(CENTRAL, described, Buffer.alloc(10), uint32(at), file)
    const start = Buffer.concat([LOCAL, described, file])
    yield start
    yield bytes
    at += start.length + bytes.length
  }
  const central = Buffer.concat(directory)
  yield central
  const count = uint16(directory.length / 5)
  yield Buffer.concat([END, count, count, uint32(central.length), uint32(at), uint16(0)])
}

const uint16 = (value: number) => {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}
const uint32 = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

/** Signature; made for version 2.0. */
const CENTRAL = Buffer.from([0x50, 0x4b, 0x01, 0x02, 20, 0])
const LOCAL = Buffer.from([0x50, 0x4b, 0x03, 0x04])
/** Signature; this disk, and the one with the directory: the first. */
const END = Buffer.from([0x50, 0x4b, 0x05, 0x06, 0, 0, 0, 0])
/** 1 January 1980, midnight: the earliest there is. When, the signatures say. */
const NO_TIME = Buffer.from([0, 0, 0x21, 0])

/** Needs version 2.0, no flags, stored; time; checksum, both sizes, length of the name, no extra. */
const describe = (name: Buffer, bytes: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from([20, 0, 0, 0, 0, 0]),
    NO_TIME,
    uint32(crc32(bytes)),
    uint32(bytes.length),
    uint32(bytes.length),
    uint16(name.length),
    uint16(0),
  ])
