// Puts what the journeys have pictured side by side: one sheet for each size and theme, in
// `pictures/sheets`, to see whether it all reads as one product.
import { chromium } from '@playwright/test'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import chromiumFlags from '../support/chromiumFlags.json' with { type: 'json' }

const folder = fileURLToPath(new URL('../../pictures', import.meta.url))
const sheets = `${folder}/sheets`
/** How wide one picture is on its sheet, in CSS pixels. */
const widths = { phone: 220, desktop: 440 }

rmSync(sheets, { recursive: true, force: true })
mkdirSync(sheets, { recursive: true })
const names = readdirSync(folder).filter((name) => name.endsWith('.png'))

const root = process.getuid?.() === 0
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: [...(root ? ['--no-sandbox'] : []), ...chromiumFlags, '--allow-file-access-from-files'],
})
for (const [size, width] of Object.entries(widths)) {
  for (const theme of ['light', 'dark']) {
    const end = `-${size}-${theme}.png`
    const shown = names.filter((name) => name.endsWith(end)).sort()
    const figures = shown.map(
      (name) =>
        `<figure><img src="${pathToFileURL(`${folder}/${name}`).href}" width="${width}">` +
        `<figcaption>${name.slice(0, -end.length)}</figcaption></figure>`,
    )
    const page = await browser.newPage({ viewport: { width: 8 * 236, height: 1_000 } })
    // A page of the folder itself: others may not show its files.
    await page.goto(pathToFileURL(`${folder}/`).href)
    await page.setContent(
      '<style>body{display:flex;flex-wrap:wrap;gap:16px;font:13px sans-serif;background:#888}' +
        'figure{margin:0}img{display:block}</style>' +
        figures.join(''),
      { waitUntil: 'load' },
    )
    await page.screenshot({ path: `${sheets}/${size}-${theme}.png`, fullPage: true })
    await page.close()
    console.log(`pictures/sheets/${size}-${theme}.png: ${shown.length} screens`)
  }
}
await browser.close()
