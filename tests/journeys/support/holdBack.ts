import { EventEmitter, once } from 'node:events'
import type { Device } from './journey.ts'

/** Keeps what is asked for at `url` on its way until it is let go. */
export async function holdBack({ context }: Device, url: string): Promise<{ letGo: () => void }> {
  const held = new EventEmitter()
  const gone = once(held, 'gone')
  await context.route(url, async (route) => {
    await gone
    await route.continue()
  })
  return { letGo: () => held.emit('gone') }
}
