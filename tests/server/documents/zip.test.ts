import { ReadableStream } from 'node:stream/web'
import { crc32 } from 'node:zlib'
import { expect, it } from 'vitest'
import { zip, type ZipEntry } from '#server/documents/zip.ts'
import { unzip } from '#tests/support/unzip.ts'

async function zipped(entries: readonly ZipEntry[]): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of zip(ReadableStream.from(entries))) parts.push(part)
  return Buffer.concat(parts)
}

it('what goes in comes out again, by its name, also nothing', async () => {
  const entries = [
    { name: 'livret.json', bytes: Buffer.from('{"é":1}') },
    { name: 'photos/vide.jpg', bytes: Buffer.alloc(0) },
    { name: 'photos/grande.jpg', bytes: Buffer.alloc(300_000, 7) },
  ]
  const files = unzip(await zipped(entries))
  expect([...files.keys()]).toEqual(entries.map(({ name }) => name))
  for (const { name, bytes } of entries) expect(files.get(name)?.equals(bytes)).toBe(true)
  expect(unzip(await zipped([]))).toEqual(new Map())
})

it('says of each file what other programs check before they believe it', async () => {
  const bytes = Buffer.from('une photo')
  const file = await zipped([{ name: 'a', bytes }])
  const directory = file.indexOf(Buffer.from('PK\u0001\u0002', 'latin1'))
  expect(file.readUInt32LE(14)).toBe(crc32(bytes))
  expect(file.readUInt32LE(directory + 16)).toBe(crc32(bytes))
  expect(file.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004')
})
