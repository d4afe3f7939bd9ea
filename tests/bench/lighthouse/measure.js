// What a phone feels when it opens Livret: Lighthouse, phone profile, on the built app and the
// demonstration. The three screens of which it is asked are opened as people open them, on a device
// on which Livret stands already; the way in as somebody opens it for the first time.
//
//   npm run lighthouse        prints a table; ends with 1 where a promise is not kept
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { launch } from 'chrome-launcher'
import lighthouse from 'lighthouse'
import puppeteer from 'puppeteer-core'
import chromiumFlags from '../../support/chromiumFlags.json' with { type: 'json' }

/** `promised`: whether the scores below are asked of it. */
const screens = [
  { screen: 'way in, first visit', who: null, path: '/', promised: false },
  { screen: 'home', who: 'Léa Moreau', path: '/', promised: true },
  { screen: 'entry', who: 'Léa Moreau', path: '/semaine/2026-W47', promised: true },
  { screen: 'sign', who: 'Sophie Marchand', path: '/', promised: true },
]
const least = { performance: 95, accessibility: 100, 'best-practices': 100 }
const SHIFT_MAX = 0.05

const chromeFlags = [
  '--headless',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ...chromiumFlags,
]

const data = mkdtempSync(join(tmpdir(), 'livret-lighthouse-'))
const server = spawn(process.execPath, ['dist/server/main.js'], {
  env: { ...process.env, PORT: '0', LIVRET_DATA: data },
  stdio: ['ignore', 'pipe', 'inherit'],
})
try {
  const address = await addressOf(server)
  const rows = []
  for (const each of screens) rows.push(await measure(address, each))
  console.table(rows.map(({ isKept: _, ...row }) => row))
  if (rows.some(({ isKept }) => !isKept)) process.exitCode = 1
} finally {
  server.kill('SIGTERM')
  await new Promise((resolve) => server.once('exit', resolve))
  rmSync(data, { recursive: true, force: true })
}

/** Where the server says it is ready. */
async function addressOf({ stdout }) {
  let said = ''
  // Left open: it goes on to speak, and last of all when it is stopped.
  for await (const chunk of stdout.iterator({ destroyOnReturn: false })) {
    said += chunk
    const [address] = /http:\/\/[\w.]+:\d+/u.exec(said) ?? []
    if (address && said.includes('prêt')) {
      stdout.resume()
      return address
    }
  }
  throw new Error(`the server did not start: ${said}`)
}

async function measure(address, { screen, who, path, promised }) {
  const userDataDir = mkdtempSync(join(tmpdir(), 'livret-profile-'))
  const openBrowser = () =>
    launch({
      chromePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      chromeFlags,
      userDataDir,
    })
  let chrome = await openBrowser()
  try {
    // People open Livret, they do not open it beside itself: what a running browser has made of our
    // scripts before would be looked at by the measuring, and count as ours.
    if (who) {
      await comeIn(address, who, chrome.port)
      chrome = await openBrowser()
    }
    const { lhr } = await lighthouse(address + path, {
      port: chrome.port,
      onlyCategories: Object.keys(least),
      disableStorageReset: who !== null,
    })
    const scores = Object.fromEntries(
      Object.keys(least).map((name) => [name, Math.round(lhr.categories[name].score * 100)]),
    )
    const value = (name) => lhr.audits[name].numericValue
    const shift = Math.round(value('cumulative-layout-shift') * 1_000) / 1_000
    const isKept =
      !promised ||
      (Object.keys(least).every((name) => scores[name] >= least[name]) && shift < SHIFT_MAX)
    return {
      screen,
      ...scores,
      'first paint, ms': Math.round(value('first-contentful-paint')),
      'largest paint, ms': Math.round(value('largest-contentful-paint')),
      'blocked, ms': Math.round(value('total-blocking-time')),
      shift,
      isKept,
    }
  } finally {
    await chrome.kill()
    rmSync(userDataDir, { recursive: true, force: true })
  }
}

/** Comes in as somebody of the demonstration, waits until the worker has the app, and closes the browser. */
async function comeIn(address, who, port) {
  const browser = await puppeteer.connect({ browserURL: `http://127.0.0.1:${port}` })
  const page = await browser.newPage()
  await page.goto(address)
  await page.locator(`button ::-p-text(${who})`).click()
  await page.waitForSelector('nav')
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  // What comes after the first screen: the logbook, and what is loaded in the background.
  await wait(6_000)
  await browser.close()
}
