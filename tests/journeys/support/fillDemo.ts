import { startLivret } from './livretServer.ts'

/** Fills the demo once; every server of the run begins with a copy. */
export default async function fillDemo(): Promise<() => Promise<void>> {
  const first = await startLivret()
  return first.stopAsFirst()
}
