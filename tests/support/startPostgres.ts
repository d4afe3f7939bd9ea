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

/** Tests do not outlive a power cut: their PostgreSQL never waits for the disk. */
const startPostgres = (project: TestProject): Promise<() => Promise<void>> =>
  providePostgres(project, { durable: false })
export default startPostgres

/** One PostgreSQL for the whole run, in a folder of its own that goes away with it. */
export async function providePostgres(
  project: TestProject,
  { durable }: { readonly durable: boolean },
): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'livret-tests-'))
  // As root, PostgreSQL runs under another account, which must get through.
  await chmod(folder, 0o711)
  const cluster = await startCluster({ folder, durable, say: () => undefined })
  project.provide('postgresUrl', cluster.url('postgres'))
  return async () => {
    await cluster.stop()
    await cluster.remove()
    await rm(folder, { recursive: true, force: true })
  }
}
