import type { Deps } from './deps.ts'
import { sweepFolder } from './documents/folderStore.ts'
import { sweepUploads } from './storage/logbookUploads.ts'

/** How often what was left half done is cleared away, in ms; and at every start. */
const EVERY = 6 * 3_600_000
/** How long pieces of a file wait for the others, in ms: a phone may be off for a week. */
const UPLOAD_MAX = 7 * 86_400_000

/** Clears away what nobody will finish, now and from time to time, until the server stops. */
export function startSweeping(deps: Deps): void {
  const again = () => {
    sweep(deps).catch((error: unknown) => {
      deps.log({ event: 'sweep-failed' }, error)
    })
  }
  again()
  const timer = setInterval(again, EVERY)
  timer.unref()
  deps.stopping.addEventListener('abort', () => {
    clearInterval(timer)
  })
}

/** See `startSweeping`: uploads of which no piece came any more, files of processes that died. */
export async function sweep({ pool, configuration, now }: Deps): Promise<void> {
  await sweepUploads(pool, new Date(now().getTime() - UPLOAD_MAX))
  if (!configuration.filesUrl) await sweepFolder(configuration.dataFolder, now())
}
