import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startCluster } from '#server/embedded/startCluster.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the maintenance database of this run's PostgreSQL. */
    postgresUrl: string
  }
}

/**
 * One PostgreSQL for the whole test run, in a folder of its own that goes away with it. It never
 * waits for the disk: tests do not outlive a power cut.
 */
export default async function startPostgres(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'livret-tests-'))
  // As root, PostgreSQL runs under another account, which must get through.
  await chmod(folder, 0o711)
  const cluster = await startCluster({ folder, durable: false, say: () => undefined })
  project.provide('postgresUrl', cluster.url('postgres'))
  return async () => {
    await cluster.stop()
    await cluster.remove()
    await rm(folder, { recursive: true, force: true })
  }
}
