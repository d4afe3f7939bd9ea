import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { ExportFile } from '#protocol/exportFile.ts'
import {
  noFault,
  startFaultProxy,
  type FaultProxy,
  type NetworkFault,
} from '#tests/support/faultProxy.ts'
import { clockOffset, shiftClock } from '../journeys/support/clock.ts'
import { startLivret, type LivretServer } from '../journeys/support/livretServer.ts'
import { openChromium } from './chromium.ts'
import { atRest, eventually, type EnginePhone } from './enginePhone.ts'
import { openFirefox } from './firefox.ts'
import { openWebkit } from './webkit.ts'

const engines = { chromium: openChromium, firefox: openFirefox, webkit: openWebkit }

let removeFirst: (() => Promise<void>) | undefined
let livret: LivretServer
let proxy: FaultProxy
let phone: EnginePhone
let cameIn = 0
const opened: (() => Promise<void>)[] = []

beforeAll(async () => {
  const first = await startLivret()
  removeFirst = await first.stopAsFirst()
}, 180_000)
afterAll(() => removeFirst?.())
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close()
})

const told = '//textarea'
const button = (name: string) => `//button[starts-with(normalize-space(.), '${name}')]`
const label = (name: string) => `//label[normalize-space(.) = '${name}']`

describe.each(Object.entries(engines))('in %s', (name, open) => {
  const start = async () => {
    livret = await startLivret()
    opened.push(livret.stop)
    await shiftServedClock(livret)
    proxy = await startFaultProxy({ target: livret.url })
    opened.push(proxy.close)
    phone = await open({ url: proxy.url })
    opened.push(phone.remove)
  }

  const become = async (who: string) => {
    await phone.goto('/')
    await phone.tap(button(who))
    await expectPage((text) => text.includes('Moi'), 'nobody has come in')
    cameIn = Date.now()
  }

  it('a week written without a network outlives reload and battery, and leaves by itself, once', async () => {
    await start()
    await become('Camille Vidal')
    await readyOffline()
    proxy.setOnline(false)
    await phone.goto('/')
    await expectPage((text) => text.includes('Ma semaine 48'), 'the app does not open')

    await phone.tap(label('Suivi du client'))
    await phone.type(told, 'Deux devis signés.')
    await phone.tap(label('Bien'))
    await phone.reload()
    await expectTold('Deux devis signés.')

    await phone.type(told, ' Une cliente a rappelé.')
    await expectWritten('Une cliente a rappelé.')
    if (phone.kill) {
      await cookiesOnDisk()
      await phone.kill()
    }
    await phone.goto('/')
    await expectTold('Deux devis signés. Une cliente a rappelé.')

    await phone.tap(button('Envoyer à'))
    await expectPage((text) => text.includes('Gardée sur cet appareil'), 'not kept')
    await expectChip(/^En attente d’envoi/u)

    proxy.setOnline(true)
    await expectChip(/^Envoyé à/u)
    const weeks = await listWeek48()
    expect(weeks.map(({ versions }) => versions.map(({ content }) => content['told']))).toEqual([
      ['Deux devis signés. Une cliente a rappelé.'],
    ])
  })

  it('answers that are lost after the server has written, and a network that comes and goes, cost no word and double none', async () => {
    await start()
    await become('Camille Vidal')
    await expectPage((text) => text.includes('Ma semaine 48'), 'the card is not there')
    let pushes = 0
    proxy.setPlan(({ path }) => {
      if (!path.startsWith('/sync/v1/push')) return noFault
      pushes += 1
      const faults = ['lost-answer', 'cut-answer', 'lost-request', 'captive-portal'] as const
      return { kind: faults[pushes % faults.length] ?? 'lost-answer' }
    })
    const sentences = ['Un.', ' Deux.', ' Trois.', ' Quatre.', ' Cinq.']
    for (const [index, sentence] of sentences.entries()) {
      await phone.type(told, sentence)
      await new Promise((passed) => setTimeout(passed, 1_800))
      proxy.setOnline(index % 2 === 1)
    }
    proxy.setOnline(true)
    expect(pushes).toBeGreaterThan(0)

    proxy.setPlan(() => noFault)
    await expectChip(/^Envoyé à/u)
    await phone.tap(button('Envoyer à'))
    await expectPage((text) => text.includes('Envoyée à Éric'), 'not sent')
    await expectChip(/^Envoyé à/u)
    const weeks = await listWeek48()
    expect(weeks.map(({ versions }) => versions.map(({ content }) => content['told']))).toEqual([
      ['Un. Deux. Trois. Quatre. Cinq.'],
    ])
  })

  it('a page that ends while it takes in its logbooks has them all when it opens again', async () => {
    await start()
    const pulls = (fault: NetworkFault) => {
      proxy.setPlan(({ path }) => (path === '/sync/v1/pull' ? fault : noFault))
    }
    pulls({ kind: 'lost-request' })
    await become('Hélène Martinet')
    if (phone.kill) await cookiesOnDisk()
    pulls({ kind: 'slow-answer', bytesPerSecond: 30_000 })
    await phone.reload()
    await eventually(countDocuments, (count) => count > 0, 'nothing comes in')
    // Where a driver cannot end its browser, the page goes away in the middle.
    if (phone.kill) await phone.kill()
    else await phone.goto('/health/live')
    pulls(noFault)
    await phone.goto('/')
    await expectPage((text) => text.includes('Tout est à jour'), 'the logbooks do not come')
    // What was there before lets the page say that nothing waits, while the rest still comes in.
    const held = await atRest(countDocuments)
    const served = await phone.read<number>(
      inDatabase(
        `['books']`,
        `Promise.all(rows.map(({ id }) => fetch('/api/v1/logbooks/' + id + '/export')
          .then((answer) => answer.json()).then((file) => file.documents.length)))
          .then((counts) => counts.reduce((sum, count) => sum + count, 0))`,
      ),
    )
    expect(held).toBeGreaterThan(100)
    expect(held).toBe(served)
  })

  it('a new version of the app reloads nothing while somebody types, and keeps every word', async () => {
    await start()
    await become('Chloé Faure')
    await readyOffline()
    await phone.type(told, 'Personne ne l’a envoyé.')
    await phone.read('(window.stayed = true)')
    const worker = join(livret.webFolder, 'sw.js')
    await writeFile(worker, `${await readFile(worker, 'utf8')}\n// a newer version\n`)
    await livret.restart()
    await phone.read(
      'navigator.serviceWorker.ready.then((registration) => registration.update()).then(() => 1)',
    )
    await expectPage((text) => text.includes('Une nouvelle version est prête'), 'nothing is said')
    expect(await phone.read('window.stayed')).toBe(true)
    await expectTold('Personne ne l’a envoyé.')
    await phone.tap(button('Mettre à jour'))
    await eventually(() => phone.read('window.stayed === undefined'), Boolean, `${name} stays old`)
    await expectTold('Personne ne l’a envoyé.')
  })

  it('a master signs with a key that cannot leave the browser, and the server believes it', async () => {
    await start()
    await become('Paul Durand')
    await phone.tap(`${button('Signer la semaine')}[contains(., 'Léa')]`)
    await eventually(() => phone.read<boolean>(signedByKey), Boolean, 'no signature is believed')
  })
})

/** The page as its reader sees it. */
const expectPage = (isRight: (text: string) => boolean, otherwise: string) =>
  eventually(() => phone.read<string>('document.body.innerText'), isRight, otherwise)

const expectTold = (words: string) =>
  eventually(
    () => phone.read<string>(`document.querySelector('textarea').value`),
    (value) => value.endsWith(words),
    'other words',
  )

const expectChip = (words: RegExp) =>
  eventually(
    () => phone.read<string>(`document.querySelector('header button').innerText`),
    (text) => words.test(text),
    `not ${String(words)}`,
  )

/** Browsers write a new session to the disk within half a minute; before, it dies with the battery. */
const cookiesOnDisk = () =>
  new Promise((passed) => setTimeout(passed, Math.max(0, cameIn + 35_000 - Date.now())))

/** Waits until the worker has the whole app. */
async function readyOffline(): Promise<void> {
  await phone.read('navigator.serviceWorker.ready.then(() => 1)')
  await phone.reload()
  await eventually(
    () => phone.read('navigator.serviceWorker.controller !== null'),
    Boolean,
    'no worker',
  )
}

const inDatabase = (stores: string, read: string) => `(async () => {
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  const rows = []
  for (const { name } of await indexedDB.databases()) {
    if (!/^livret:[0-9a-f-]{36}$/u.test(name)) continue
    const db = await done(indexedDB.open(name))
    for (const store of ${stores}) rows.push(...await done(db.transaction(store).objectStore(store).getAll()))
    db.close()
  }
  return ${read}
})()`

const expectWritten = (words: string) =>
  eventually(
    () => phone.read<string>(inDatabase(`['outbox', 'sent']`, 'JSON.stringify(rows)')),
    (text) => text.includes(words),
    'not in the database',
  )

/** How many documents this device has pulled. */
const countDocuments = () =>
  phone.read<number>(
    inDatabase(
      `['packs']`,
      'rows.reduce((sum, { documents }) => sum + Object.keys(documents).length, 0)',
    ),
  )

const signedByKey = inDatabase(
  `['sent']`,
  `rows.some(({ operation, result }) =>
    operation.type === 'sign' && typeof operation.jws === 'string' && result.verdict === 'applied')`,
)

/** The entries of the week that is written, as the server has them. */
async function listWeek48() {
  const file = await phone.read<ExportFile>(`
    fetch('/api/v1/logbooks/' + document.querySelector('a[href^="/livret/"]')
      .getAttribute('href').split('/')[2] + '/export').then((answer) => answer.json())`)
  return file.documents.filter(
    ({ kind, versions }) => kind === 'entry' && versions[0]?.content['week'] === '2026-W48',
  )
}

/**
 * The demo lives on a Friday, and so must every page. Not every driver can put on the clock of a page
 * before it runs, and a page that opens offline has only what the worker keeps: so the scripts do it.
 */
async function shiftServedClock({ webFolder, restart }: LivretServer): Promise<void> {
  const assets = join(webFolder, 'assets')
  const shift = `globalThis.isShifted ??= ((${shiftClock.toString()})(${clockOffset}), true);\n`
  for (const file of await readdir(assets)) {
    if (!file.endsWith('.js')) continue
    const path = join(assets, file)
    await writeFile(path, shift + (await readFile(path, 'utf8')))
  }
  await restart()
}
