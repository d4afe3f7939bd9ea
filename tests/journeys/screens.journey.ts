import { becomeInDemo, expect, logbookOf, test, type Page } from './support/journey.ts'
import { lookAt, picture } from './support/looks.ts'

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

test('no screen bars anybody, in two sizes and two themes', async ({ newDevice }) => {
  test.slow()
  const start = await newDevice()
  await start.page.goto('/')
  await expect(start.page.getByRole('button', { name: /^Léa Moreau/u })).toBeVisible()
  await lookAt(start.page, 'start')

  for (const { who, pages } of screens) {
    const { page } = await newDevice()
    await becomeInDemo(page, who)
    const id = await logbookIdOf(page)
    for (const [name, path] of pages) {
      await open(page, path.replace(':id', id))
      await lookAt(page, name)
    }
  }
})

test('on the narrowest phone nothing has to be pushed sideways, in French or English', async ({
  newDevice,
}) => {
  for (const { who, pages } of screens) {
    const { page } = await newDevice({ viewport: { width: 320, height: 640 } })
    await becomeInDemo(page, who)
    const id = await logbookIdOf(page)
    for (const language of ['fr', 'en']) {
      await page.evaluate((chosen) => {
        localStorage.setItem('livret-language', chosen)
      }, language)
      for (const [name, path] of pages) {
        await open(page, path.replace(':id', id))
        await expect(page.locator('html')).toHaveAttribute('lang', language)
        await picture(page, `${name}-narrow-${language}`)
        const width = await page.evaluate(() => document.documentElement.scrollWidth)
        expect(width, `${name} ${language}`).toBeLessThanOrEqual(320)
      }
    }
  }
})

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(
    page.getByText(/^(?:Ouverture du livret|Lecture d|Opening the|Reading the)/u),
  ).toHaveCount(0)
}

/** The first logbook this device holds, as its pages link to it. */
async function logbookIdOf(page: Page): Promise<string> {
  await expect(page.locator('a[href^="/livret/"]').first()).toBeAttached()
  return logbookOf(page)
}
