import { chromium, type BrowserContext, type Page } from '@playwright/test'
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import config from '../playwright.config.ts'
import { clockOffset, shiftClock } from './clock.ts'
import { phone } from './journey.ts'

/** A phone whose browser can die and start again on what it had on its disk. */
export interface PersistentPhone {
  readonly open: () => Promise<{ context: BrowserContext; page: Page }>
  /** Ends the browser at once, as a battery does. */
  readonly kill: () => Promise<void>
  readonly remove: () => Promise<void>
}

/** `clock`: puts on the clock of its pages, unless they do it themselves. */
export async function createPersistentPhone(
  baseURL: string,
  { clock = true }: { readonly clock?: boolean } = {},
): Promise<PersistentPhone> {
  const profile = await mkdtemp(join(tmpdir(), 'livret-phone-'))
  let open: BrowserContext | null = null
  return {
    open: async () => {
      const context = await chromium.launchPersistentContext(profile, {
        ...config.use?.launchOptions,
        baseURL,
        viewport: phone,
        locale: 'fr-FR',
        timezoneId: 'Europe/Paris',
      })
      open = context
      if (clock) await context.addInitScript(shiftClock, clockOffset)
      return { context, page: context.pages()[0] ?? (await context.newPage()) }
    },
    kill: async () => {
      const gone = new Promise((closed) => open?.once('close', closed))
      process.kill(await mainProcessOf(profile), 'SIGKILL')
      await gone
    },
    remove: async () => {
      await open?.close().catch(() => undefined)
      await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    },
  }
}

/** The browser itself, which has no `--type` as its helpers have. The folder is ours alone. */
async function mainProcessOf(profile: string): Promise<number> {
  const { stdout } = await promisify(execFile)('ps', ['-Aww', '-o', 'pid=,args='])
  const line = stdout
    .split('\n')
    .find((each) => each.includes(`--user-data-dir=${profile}`) && !each.includes('--type='))
  if (line === undefined) throw new Error('the browser of this phone does not run')
  return Number(line.trim().split(' ')[0])
}
