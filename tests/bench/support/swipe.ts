import { setTimeout as wait } from 'node:timers/promises'
import type { CDPSession, Page } from '@playwright/test'

/** How far a thumb goes on the glass, in CSS pixels, in how many steps, and what each takes, in ms. */
const FAR = 440
const STEPS = 11
const STEP = 8
/** A page that was let go of rolls on; the next swipe comes after so many ms. */
const ROLLS = 400
/** More swipes than any list of ours needs. */
const SWIPES_MAX = 200

/**
 * Swipes until a page is at its end, or back at its start. (`Input.synthesizeScrollGesture` moves
 * nothing by touch where there is no window.)
 */
export async function swipe(client: CDPSession, page: Page, to: 'end' | 'start'): Promise<void> {
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 }
  const x = width / 2
  const [from, direction] = to === 'end' ? [height - 100, -1] : [100, 1]
  for (let swipes = 0; swipes < SWIPES_MAX; swipes += 1) {
    if (await isAt(page, to)) return
    const touch = (type: 'touchStart' | 'touchMove', y: number) =>
      client.send('Input.dispatchTouchEvent', { type, touchPoints: [{ x, y }] })
    await touch('touchStart', from)
    for (let step = 1; step <= STEPS; step += 1) {
      await wait(STEP)
      await touch('touchMove', from + (direction * step * FAR) / STEPS)
    }
    await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    await wait(ROLLS)
  }
  throw new Error(`not at its ${to} after ${SWIPES_MAX} swipes`)
}

/** Whether a page is scrolled to its end, or to its start. */
export const isAt = (page: Page, to: 'end' | 'start'): Promise<boolean> =>
  page.evaluate((place) => {
    const { scrollTop, clientHeight, scrollHeight } = document.documentElement
    return place === 'start' ? scrollTop <= 0 : scrollTop + clientHeight >= scrollHeight - 1
  }, to)
