import { createPersistentPhone } from '../journeys/support/persistentPhone.ts'
import type { EnginePhone, EnginePhoneOptions } from './enginePhone.ts'
import type { Page } from '@playwright/test'

/** Chromium, with a profile on disk: the phone of the journeys. */
export async function openChromium({ url }: EnginePhoneOptions): Promise<EnginePhone> {
  const phone = await createPersistentPhone(url, { clock: false })
  let open: Page | null = null
  const page = async () => (open ??= (await phone.open()).page)
  const find = async (xpath: string) => (await page()).locator(`xpath=${xpath}`).first()

  return {
    goto: async (path) => {
      await (await page()).goto(path)
    },
    read: async <Value>(expression: string) => {
      const text = await (
        await page()
      ).evaluate<string>(`(async () => JSON.stringify((await (${expression})) ?? null))()`)
      return JSON.parse(text) as Value
    },
    tap: async (xpath) => {
      await (await find(xpath)).click()
    },
    type: async (xpath, text) => {
      const field = await find(xpath)
      await field.press('Control+End')
      await field.pressSequentially(text)
    },
    reload: async () => {
      await (await page()).reload()
    },
    kill: async () => {
      await phone.kill()
      open = null
    },
    remove: () => phone.remove(),
  }
}
