import { prepareKeys } from './signingKeys.ts'

/**
 * What has to be there before the first world of this process: keys, and the parts of the app that a
 * page loads when it needs them. In a world they would come while its time goes on, once.
 */
export async function prepareWorlds(): Promise<void> {
  await Promise.all([prepareKeys(), import('#store/takenFile.ts'), import('#store/freeSpace.ts')])
}
