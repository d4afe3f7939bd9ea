import { spawn } from 'node:child_process'
import type { PostgresOwner } from './postgresOwner.ts'

/**
 * Nothing of ours: a PGDATA or PGOPTIONS of whoever starts us must not reach the private cluster.
 */
export const programEnvironment = (): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  SystemRoot: process.env['SystemRoot'],
  LC_ALL: 'C',
  TZ: 'UTC',
})

/** Runs a program of PostgreSQL to its end. `status` is `null` where it could not be run. */
export function runProgram(
  program: string,
  args: readonly string[],
  owner: PostgresOwner,
): Promise<{ status: number | null; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      ...owner,
      // Our own folder may be closed to the owner.
      cwd: '/',
      env: programEnvironment(),
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let said = ''
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk
    })
    child.once('error', (error) => {
      resolve({ status: null, said: error.message })
    })
    // Not 'close': a program that pg_ctl leaves behind would hold the pipe.
    child.once('exit', (status) => {
      resolve({ status, said })
    })
  })
}
