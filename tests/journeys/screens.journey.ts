import {
  becomeInDemo,
  desktop,
  expect,
  logbookOf,
  phone,
  test,
  type Page,
} from './support/journey.ts'
import { expectNoBarrier, picture } from './support/looks.ts'

/** Whose device opens which pages; `:id` is the first logbook on it. */
const screens: readonly {
  who: string
  pages: readonly (readonly [name: string, path: string])[]
}[] = [
  {
    who: 'Léa Moreau',
    pages: [
      ['apprentice-home', '/'],
      ['apprentice-week-sent', '/livret/:id/semaine/2026-W47'],
      ['apprentice-week-signed', '/livret/:id/semaine/2026-W40'],
      ['logbook-of-apprentice', '/livret/:id'],
      ['notes', '/livret/:id/notes'],
      ['export', '/livret/:id/export'],
      ['sending', '/envoi'],
      ['account', '/moi'],
      ['not-found', '/nulle-part'],
    ],
  },
  { who: 'Paul Durand', pages: [['master-home', '/']] },
  {
    who: 'Karim Benali',
    pages: [
      ['trainer-home', '/'],
      ['logbook-of-trainer', '/livret/:id'],
    ],
  },
  { who: 'Samira Haddad', pages: [['guardian-home', '/']] },
]

const looks = [
  { size: 'phone', viewport: phone, colorScheme: 'light' },
  { size: 'phone', viewport: phone, colorScheme: 'dark' },
  { size: 'desktop', viewport: desktop, colorScheme: 'light' },
  { size: 'desktop', viewport: desktop, colorScheme: 'dark' },
] as const

// A stamp that is being pressed is not yet what people read.
const reducedMotion = 'reduce'

for (const { size, viewport, colorScheme } of looks) {
  test(`no screen bars anybody: ${size}, ${colorScheme}`, async ({ newDevice }) => {
    test.slow()
    const start = await newDevice({ viewport, colorScheme, reducedMotion })
    await start.page.goto('/')
    await expect(start.page.getByRole('button', { name: /^Léa Moreau/u })).toBeVisible()
    await look(start.page, `start-${size}-${colorScheme}`)
    await start.page.goto('/connexion')
    await expect(start.page.getByRole('textbox')).toBeVisible()
    await look(start.page, `sign-in-${size}-${colorScheme}`)

    for (const { who, pages } of screens) {
      const { page } = await newDevice({ viewport, colorScheme, reducedMotion })
      await becomeInDemo(page, who)
      const id = await logbookIdOf(page)
      for (const [name, path] of pages) {
        await page.goto(path.replace(':id', id))
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await expect(page.getByText('Ouverture du livret…')).toHaveCount(0)
        await look(page, `${name}-${size}-${colorScheme}`)
      }
    }
  })
}

test('on the narrowest phone nothing has to be pushed sideways', async ({ newDevice }) => {
  for (const { who, pages } of screens) {
    const { page } = await newDevice({ viewport: { width: 320, height: 640 } })
    await becomeInDemo(page, who)
    const id = await logbookIdOf(page)
    for (const [name, path] of pages) {
      await page.goto(path.replace(':id', id))
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(width, name).toBeLessThanOrEqual(320)
    }
  }
})

/** Seen whole, so that what a bar covers until one scrolls counts with its own size. */
async function look(page: Page, name: string): Promise<void> {
  await picture(page, name)
  const size = page.viewportSize() ?? phone
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.setViewportSize({ ...size, height: Math.max(size.height, height + 200) })
  await expectNoBarrier(page)
  await page.setViewportSize(size)
}

/** The first logbook this device holds, as its pages link to it. */
async function logbookIdOf(page: Page): Promise<string> {
  await expect(page.locator('a[href^="/livret/"]').first()).toBeAttached()
  return logbookOf(page)
}
