import { execFileSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readTar, tarEnd, tarEntry, TarDamaged } from '#server/backup/tar.ts'
import { aFolder } from './drill.ts'

const at = new Date('2026-01-31T22:00:00Z')

async function list(path: string) {
  const entries = []
  for await (const { name, content } of readTar(path)) entries.push([name, content.toString()])
  return entries
}

it.each([0, 1, 511, 512, 513, 100_000])(
  'a file of %i bytes comes back, for any tar',
  async (size) => {
    const path = join(await aFolder(), 'one.tar')
    const content = 'x'.repeat(size)
    const after = tarEntry('after', Buffer.from('after'), at)
    await writeFile(
      path,
      Buffer.concat([tarEntry('a/b', Buffer.from(content), at), after, tarEnd()]),
    )

    expect(await list(path)).toEqual([
      ['a/b', content],
      ['after', 'after'],
    ])
    expect(execFileSync('tar', ['xOf', path, 'a/b'], { encoding: 'utf8' })).toBe(content)
  },
)

it('a size that lies is no reason to fill the memory', async () => {
  const path = join(await aFolder(), 'lying.tar')
  const entry = tarEntry('a', Buffer.alloc(512), at)
  // The same digits in another order leave the checksum as it was.
  entry.write('10000000000', 124)
  await writeFile(path, Buffer.concat([entry, tarEnd()]))
  await expect(list(path)).rejects.toThrow(TarDamaged)
})

it('a name that does not fit is refused before it is cut', () => {
  expect(() => tarEntry('é'.repeat(51), Buffer.alloc(0), at)).toThrow(RangeError)
})
