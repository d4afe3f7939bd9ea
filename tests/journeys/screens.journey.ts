import { expect, test } from './support/journey.ts'
import { lookAt, narrow, picture, widthOf } from './support/looks.ts'
import { expectEdges, expectOwnTextFits, expectRoomToRead, readLarge } from './support/ownText.ts'
import { logbookIdOf, openScreen, screens } from './support/screens.ts'

test('the way in and the page of all pieces bar nobody, in two sizes and two themes', async ({
  newDevice,
}) => {
  const { page } = await newDevice()
  await page.goto('/')
  await expect(page.getByRole('button', { name: /^Léa Moreau/u })).toBeVisible()
  await lookAt(page, 'start')
  await openScreen(page, '/ui')
  await lookAt(page, 'pieces')
  await expectOwnTextFits(page, 'pieces')
  await expectEdges(page, 'pieces')
})

for (const { who, pages } of screens) {
  const names = pages.map(([name]) => name).join(', ')

  test(`no screen bars anybody nor has to be pushed sideways: two sizes, two themes, a contrast theme, the narrowest phone, held across, large and spaced text, English: ${names}`, async ({
    deviceOf,
  }) => {
    test.slow()
    const { page } = await deviceOf(who)
    const id = await logbookIdOf(page)
    for (const [name, path] of pages) {
      await openScreen(page, path.replace(':id', id))
      await lookAt(page, name)
      await expectOwnTextFits(page, name)
      await expectRoomToRead(page, name)
      await expectEdges(page, name)
    }
    await page.evaluate(() => {
      localStorage.setItem('livret-language', 'en')
    })
    for (const [name, path] of pages) {
      await openScreen(page, path.replace(':id', id))
      await expect(page.locator('html')).toHaveAttribute('lang', 'en')
      await page.setViewportSize(narrow)
      await picture(page, `${name}-narrow-en`)
      expect.soft(await widthOf(page), `${name} in English`).toBeLessThanOrEqual(narrow.width)
    }
  })
}

test('large text on the narrowest phone leaves the names of the cohort whole, and its axis readable', async ({
  deviceOf,
}) => {
  const { page, context } = await deviceOf('Karim Benali', { viewport: narrow })
  await readLarge(context)
  await openScreen(page, '/promotion')
  await picture(page, 'cohort-narrow-large')

  const rows = page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.locator('[data-step]') })
  const shares = await rows.evaluateAll((all) =>
    all.map((row) => (row.querySelector('a')?.clientWidth ?? 0) / row.clientWidth),
  )
  expect(shares.length).toBeGreaterThan(2)
  // Beside a number, a name was a column of letters.
  expect(Math.min(...shares)).toBeGreaterThan(0.7)

  const marks = page.locator('svg[aria-hidden="true"] g > text:visible')
  const edges = await marks.evaluateAll((all) =>
    all.map((each) => each.getBoundingClientRect()).map(({ left, right }) => [left, right]),
  )
  expect(edges.length).toBeGreaterThan(0)
  const overlaps = edges.filter(([left = 0], at) => left < (edges[at - 1]?.[1] ?? 0))
  expect(overlaps, 'marks that lie over the one before').toEqual([])
})
