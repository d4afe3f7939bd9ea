import { expect, type CDPSession, type Page } from '@playwright/test'
import type { Device } from './journey.ts'

/** What has the focus, as the browser tells it to who does not see. */
interface Focused {
  readonly role: string
  readonly name: string
}

/** Somebody who has only a keyboard. */
export interface Keyboard {
  /**
   * Tabs on until something of this role and name has the focus, at most once around the page.
   * Roles are the browser’s: a `summary` is a `DisclosureTriangle`. Whatever is met on the way has
   * to be in sight.
   */
  readonly to: (role: string, name: string | RegExp) => Promise<void>
  /** The same with Shift+Tab. */
  readonly backTo: (role: string, name: string | RegExp) => Promise<void>
  /** Presses the key where the focus is. */
  readonly press: (key: 'Enter' | 'Space' | 'Escape' | `Arrow${string}`) => Promise<void>
  readonly type: (text: string) => Promise<void>
  /** What has the focus now; never nothing. */
  readonly focused: () => Promise<Focused>
}

/** Of a high field browsers show the line one writes, and follow it. */
const LINE_SEEN = 0.8
/** More stops than any page of the demo has. */
const STOPS_MAX = 250

export async function keyboardOf(page: Page): Promise<Keyboard> {
  const session = await page.context().newCDPSession(page)
  await session.send('Accessibility.enable')

  const focused = async (): Promise<Focused> => {
    // What was done may have taken away what had the focus: it has to go on somewhere.
    await expect.poll(() => page.evaluate(hasFocus), { message: 'the focus is lost' }).toBe(true)
    const message = 'the focus went on out of sight'
    await expect.poll(() => page.evaluate(isInWindow), { message }).toBe(true)
    return describe(session)
  }

  const walk = async (key: 'Tab' | 'Shift+Tab', role: string, name: string | RegExp) => {
    const met: string[] = []
    for (let stops = 0; stops < STOPS_MAX; stops += 1) {
      await page.keyboard.press(key)
      const here = await describe(session)
      met.push(`${here.role} “${here.name}”`)
      // Behind the last stop, a browser goes to its own bar, and comes back.
      if (!(await page.evaluate(hasFocus))) continue
      const most = here.role === 'textbox' ? LINE_SEEN : 0
      // A page that grows meanwhile may push it away for an instant.
      const message = `${met.at(-1) ?? ''} is out of sight`
      await expect.poll(() => page.evaluate(hiddenShare), { message }).toBeLessThanOrEqual(most)
      if (here.role === role && matches(here.name, name)) return
    }
    throw new Error(`no ${role} “${String(name)}” among ${[...new Set(met)].join(', ')}`)
  }

  return {
    focused,
    to: async (role, name) => {
      if (await page.evaluate(wasUsed)) await focused()
      await walk('Tab', role, name)
    },
    backTo: async (role, name) => {
      await focused()
      await walk('Shift+Tab', role, name)
    },
    press: (key) => page.keyboard.press(key),
    type: (text) => page.keyboard.type(text),
  }
}

/** Chooses a person on the page of the demo. */
export async function comeIn(
  { page }: Device,
  name: string,
): Promise<{ page: Page; keys: Keyboard }> {
  const keys = await keyboardOf(page)
  await page.goto('/')
  await expect(page.getByRole('button', { name: new RegExp(`^${name}`, 'u') })).toBeVisible()
  await keys.to('button', new RegExp(`^${name}`, 'u'))
  await keys.press('Enter')
  await expect(page.getByRole('navigation').getByRole('link').nth(1)).toBeVisible()
  return { page, keys }
}

const matches = (text: string, name: string | RegExp) =>
  typeof name === 'string' ? text === name : name.test(text)

async function describe(session: CDPSession): Promise<Focused> {
  const { result } = await session.send('Runtime.evaluate', {
    expression: 'document.activeElement',
  })
  const { nodes } = await session.send('Accessibility.getPartialAXTree', {
    objectId: result.objectId ?? '',
    fetchRelatives: false,
  })
  const text = (value: { value?: unknown } | undefined) =>
    typeof value?.value === 'string' ? value.value.replaceAll(/\s+/gu, ' ').trim() : ''
  return { role: text(nodes[0]?.role), name: text(nodes[0]?.name) }
}

/** A page just opened has nothing in focus yet. Runs in the page. */
function wasUsed(): boolean {
  const page = document as Document & { wasUsed?: boolean }
  const was = page.wasUsed ?? false
  page.wasUsed = true
  return was
}

/** Runs in the page. */
function hasFocus(): boolean {
  return document.activeElement !== null && document.activeElement !== document.body
}

/** Whether any of what has the focus is: it may be a whole page, of which one sees a part. Runs in the page. */
function isInWindow(): boolean {
  const { top, bottom } = (document.activeElement ?? document.body).getBoundingClientRect()
  return bottom > 0 && top < innerHeight
}

/**
 * How much of what has the focus cannot be seen, 0 to 1: outside the window, or under a bar. Runs
 * in the page.
 */
function hiddenShare(): number {
  const focused = document.activeElement?.closest('label') ?? document.activeElement
  if (!focused) return 1
  const { left, top, width, height } = focused.getBoundingClientRect()
  const steps = [0.15, 0.33, 0.5, 0.67, 0.85]
  const points = steps.flatMap((x) => steps.map((y) => [left + x * width, top + y * height]))
  const seen = points.filter(([x = 0, y = 0]) => {
    const hit = document.elementFromPoint(x, y)
    // What says for a moment what was done may lie over it: it goes by itself.
    const passes = (each: Element) => each.closest('[role="status"]') !== null
    return hit && (passes(hit) || focused.contains(hit) || hit.contains(focused))
  })
  return 1 - seen.length / points.length
}
