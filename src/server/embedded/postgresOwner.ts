import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** The account PostgreSQL runs as: `{}` is our own. It refuses to run as root, so root lends another. */
export type PostgresOwner = { readonly uid: number; readonly gid: number } | Record<string, never>

/**
 * Finds whom PostgreSQL runs as, and makes a system account `livret` where root has nobody to
 * lend. Throws where even that is impossible.
 */
export function findPostgresOwner(): PostgresOwner {
  if (process.getuid?.() !== 0) return {}
  const owner = accountOf('livret') ?? accountOf('postgres') ?? makeAccount() ?? accountOf('nobody')
  if (!owner)
    throw new Error(
      'PostgreSQL refuse de tourner en root et aucun compte ne peut le remplacer. Créez-en un : useradd --system livret',
    )
  return owner
}

function accountOf(name: string): PostgresOwner | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((each) => each.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid && uid !== '0' ? { uid: Number(uid), gid: Number(gid) } : undefined
}

function makeAccount(): PostgresOwner | undefined {
  const ways = [
    ['useradd', '--system', '--user-group', '--no-create-home', '--home-dir', '/', 'livret'],
    // Alpine and other BusyBox systems.
    ['adduser', '-S', '-D', '-H', '-h', '/', 'livret'],
  ]
  for (const [command = '', ...args] of ways) spawnSync(command, args, { stdio: 'ignore' })
  return accountOf('livret')
}

/** Whether `owner` can enter `folder` through every folder above it, and has `right` there. */
export function canReach(owner: PostgresOwner, path: string, right: 'r' | 'w' | 'x'): boolean {
  if (!('uid' in owner)) return true
  const test = spawnSync('/bin/sh', ['-c', `test -${right} "$1"`, 'sh', path], {
    ...owner,
    cwd: '/',
    stdio: 'ignore',
  })
  return test.status === 0
}
