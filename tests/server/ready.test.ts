import { spawnSync } from 'node:child_process'
import { chmod, cp, mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

/** A checkout with one dependency, and a `npm` that writes down what it is asked instead of doing it. */
let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'livret-ready-'))
  await mkdir(join(folder, 'src/server'), { recursive: true })
  await mkdir(join(folder, 'bin'))
  await cp('src/server/ready.js', join(folder, 'src/server/ready.js'))
  await write('package.json', '{"type":"module"}')
  await write('package-lock.json', lockOf('1.0.0'))
  await write(
    'bin/npm',
    `#!/bin/sh
echo "$@" >> asked
case "$1" in
  ci) mkdir -p node_modules && cp package-lock.json node_modules/.package-lock.json ;;
  run) mkdir -p dist/server dist/web && touch dist/server/main.js dist/web/index.html ;;
esac
exit "\${NPM_FAILS:-0}"
`,
  )
  await chmod(join(folder, 'bin/npm'), 0o755)
})
afterEach(() => rm(folder, { recursive: true }))

const write = (path: string, text: string) => writeFile(join(folder, path), text)
const lockOf = (version: string) =>
  JSON.stringify({
    packages: {
      '': {},
      'node_modules/pg': { version },
      'node_modules/mac': { version, optional: true },
    },
  })
const asked = async () =>
  (await readFile(join(folder, 'asked'), 'utf8').catch(() => '')).trim().split('\n').filter(Boolean)

const ready = (args: string[] = [], env: Record<string, string> = {}) => {
  const { status, stderr } = spawnSync(process.execPath, ['src/server/ready.js', ...args], {
    cwd: folder,
    env: { PATH: `${join(folder, 'bin')}:/usr/bin:/bin`, ...env },
    encoding: 'utf8',
  })
  return { status, stderr }
}
const ci = 'ci --include=dev --no-audit --no-fund'

describe('ready', () => {
  it('installs on a fresh machine, and never again while the lockfile stays', async () => {
    expect(ready().status).toBe(0)
    expect(ready().status).toBe(0)
    expect(await asked()).toEqual([ci])
  })

  it('installs again when the lockfile asks for another version', async () => {
    ready()
    await write('package-lock.json', lockOf('2.0.0'))
    await touch('package-lock.json')

    ready()
    expect(await asked()).toEqual([ci, ci])
  })

  it('a checkout that only gave the lockfile a new time needs no network', async () => {
    ready()
    // What npm writes down after an install leaves out the packages of other platforms.
    await write(
      'node_modules/.package-lock.json',
      '{"packages":{"node_modules/pg":{"version":"1.0.0"}}}',
    )
    await touch('package-lock.json')

    ready()
    expect(await asked()).toEqual([ci])
  })

  it('an install that fails ends with 1, so that nothing starts on half of the packages', () => {
    expect(ready([], { NPM_FAILS: '1' })).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('n’a pas réussi') as string,
    })
  })

  it('builds once, and again after any source changed, was added or went away', async () => {
    const builds = async () => (await asked()).filter((line) => line === 'run -s build').length
    ready(['--build'])
    ready(['--build'])
    expect(await builds()).toBe(1)

    await write('src/new.ts', 'export {}')
    ready(['--build'])
    await write('src/new.ts', 'export const changed = 1')
    ready(['--build'])
    expect(await builds()).toBe(3)
    await rm(join(folder, 'src/new.ts'))
    ready(['--build'])
    expect(await builds()).toBe(4)
    await rm(join(folder, 'dist/web/index.html'))
    ready(['--build'])
    expect(await builds()).toBe(5)
  })

  it('a Chromium that is not where it should be is said before any test runs', () => {
    expect(ready(['--tests'], { CHROMIUM_PATH: '/nowhere/chromium' })).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('/nowhere/chromium') as string,
    })
    expect(ready(['--tests'], { CHROMIUM_PATH: process.execPath }).status).toBe(0)
  })
})

async function touch(path: string): Promise<void> {
  const later = new Date(Date.now() + 60_000)
  await utimes(join(folder, path), later, later)
}
