// Runs what takes too long for `npm test`: the same tests, larger.
//
//   node tests/soak/run.js soak  [--servers 200] [--databases 50]   kills servers and databases
//   node tests/soak/run.js bad-requests [--requests 100000] [--seed 1]
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

process.chdir(fileURLToPath(new URL('../..', import.meta.url)))

/** Of each command: the test, and for each of its flags the variable the test reads, with what it is here. */
const commands = {
  soak: {
    test: 'tests/server/process/killedServer.test.ts',
    flags: { servers: ['SERVER_KILLS', '200'], databases: ['DATABASE_KILLS', '50'] },
  },
  'bad-requests': {
    test: 'tests/server/generatedRequests.test.ts',
    flags: { requests: ['BAD_REQUESTS', '100000'], seed: ['SEED'] },
  },
}

const [, , name = '', ...args] = process.argv
const { test, flags } = commands[name]
const { values } = parseArgs({
  args,
  options: Object.fromEntries(Object.keys(flags).map((flag) => [flag, { type: 'string' }])),
})
const env = { ...process.env }
for (const [flag, [variable, usual]] of Object.entries(flags)) {
  const value = values[flag] ?? usual
  if (value !== undefined) env[variable] = value
}
const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', test, '--disable-console-intercept'],
  { stdio: 'inherit', env },
)
process.exit(status ?? 1)
