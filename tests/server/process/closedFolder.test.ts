import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { installServer } from './builtServer.ts'

const isRoot = process.getuid?.() === 0
// Another user’s PostgreSQL is that user, and has no closed door to pass.
const installation = isRoot ? await installServer({ isClosed: true }) : null

it.runIf(isRoot)(
  'root can run it from a folder that nobody else may enter, and finds the same database again',
  { timeout: 120_000 },
  async () => {
    if (!installation) throw new Error('only root gets here')
    const { folder, start } = installation
    const pointer = join(folder, 'data/postgres-location')

    const first = await start()
    const location = await readFile(pointer, 'utf8')
    expect(first.said()).toContain(`Base de données dans ${location.trim()}`)
    expect((await fetch(`${first.url ?? ''}/health/ready`)).ok).toBe(true)
    expect((await stat(join(folder, 'data/postgres-password'))).mode & 0o777).toBe(0o600)
    expect((await stat(join(location.trim(), 'postgres'))).mode & 0o777).toBe(0o700)
    first.kill('SIGTERM')
    expect(await first.ended).toBe(0)

    const second = await start()
    expect((await fetch(`${second.url ?? ''}/health/ready`)).ok).toBe(true)
    expect(await readFile(pointer, 'utf8')).toBe(location)
    expect(second.said()).not.toContain('Premier démarrage')
    second.kill('SIGTERM')
    expect(await second.ended).toBe(0)
  },
)
