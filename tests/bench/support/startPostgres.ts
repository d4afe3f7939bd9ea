import type { TestProject } from 'vitest/node'
import { providePostgres } from '#tests/support/startPostgres.ts'

/** What is measured waits for the disk, as it does for real people. */
const startDurable = (project: TestProject): Promise<() => Promise<void>> =>
  providePostgres(project, { durable: true })
export default startDurable
