import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectBidi, type Bidi } from './bidi.ts'
import { endBrowser } from './endBrowser.ts'
import { eventually, VIEWPORT, type EnginePhone, type EnginePhoneOptions } from './enginePhone.ts'

/** Nothing of Firefox’s own may go out, and nothing may ask in between. */
const PREFERENCES = {
  'app.update.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'intl.accept_languages': 'fr-FR, fr',
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'toolkit.telemetry.enabled': false,
}

/** Keys as WebDriver names them. */
const CONTROL = '\uE009'
const END = '\uE010'

/** Firefox, driven by WebDriver BiDi (W3C), with a profile on disk. */
export async function openFirefox({ url }: EnginePhoneOptions): Promise<EnginePhone> {
  const profile = await mkdtemp(join(tmpdir(), 'livret-firefox-'))
  const lines = Object.entries(PREFERENCES).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
  )
  await writeFile(join(profile, 'user.js'), lines.join(''))
  let open: { browser: ChildProcess; bidi: Bidi; context: string } | null = null

  const started = async () => (open ??= await start(profile))

  const locate = async (value: string) => {
    const { bidi, context } = await started()
    const find = async () =>
      (
        await bidi.send<{ nodes: { sharedId: string }[] }>('browsingContext.locateNodes', {
          context,
          locator: { type: 'xpath', value },
        })
      ).nodes[0]
    const node = await eventually(find, (each) => each !== undefined, `no ${value}`)
    return { sharedId: node?.sharedId ?? '' }
  }

  const tap = async (xpath: string) => {
    const node = await locate(xpath)
    const { bidi, context } = await started()
    await bidi.send('script.callFunction', {
      functionDeclaration: `(each) => each.scrollIntoView({ block: 'center' })`,
      arguments: [node],
      target: { context },
      awaitPromise: false,
    })
    const actions = [
      { type: 'pointerMove', x: 0, y: 0, origin: { type: 'element', element: node } },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ]
    await bidi.send('input.performActions', {
      context,
      actions: [{ type: 'pointer', id: 'finger', parameters: { pointerType: 'touch' }, actions }],
    })
  }

  return {
    goto: async (path) => {
      const { bidi, context } = await started()
      await bidi.send('browsingContext.navigate', { context, url: url + path, wait: 'complete' })
    },
    read: async <Value>(expression: string) => {
      const { bidi, context } = await started()
      const { result, exceptionDetails } = await bidi.send<{
        result?: { value: string }
        exceptionDetails?: { text: string }
      }>('script.evaluate', {
        expression: `(async () => JSON.stringify((await (${expression})) ?? null))()`,
        target: { context },
        awaitPromise: true,
      })
      if (!result) throw new Error(exceptionDetails?.text)
      return JSON.parse(result.value) as Value
    },
    tap,
    type: async (xpath, text) => {
      await tap(xpath)
      const { bidi, context } = await started()
      const press = (value: string) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]
      const actions = [
        { type: 'keyDown', value: CONTROL },
        ...press(END),
        { type: 'keyUp', value: CONTROL },
        ...Array.from(text).flatMap(press),
      ]
      await bidi.send('input.performActions', {
        context,
        actions: [{ type: 'key', id: 'keys', actions }],
      })
    },
    reload: async () => {
      const { bidi, context } = await started()
      await bidi.send('browsingContext.reload', { context, wait: 'complete' })
    },
    kill: async () => {
      await endBrowser(open?.browser ?? null, 'SIGKILL')
      open = null
    },
    remove: async () => {
      await endBrowser(open?.browser ?? null, 'SIGTERM')
      open = null
      await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    },
  }
}

async function start(profile: string) {
  const browser = spawn(
    process.env['FIREFOX_PATH'] ?? 'firefox-esr',
    ['--headless', '--no-remote', '--remote-debugging-port', '0', '--profile', profile],
    {
      env: { ...process.env, TZ: 'Europe/Paris', LANG: 'fr_FR.UTF-8', HOME: profile },
      stdio: ['ignore', 'ignore', 'pipe'],
      // With its helpers, so that a dead battery leaves none.
      detached: true,
    },
  )
  const address = await new Promise<string>((resolve, reject) => {
    let said = ''
    browser.on('error', reject)
    browser.on('exit', () => {
      reject(new Error(`Firefox ended: ${said}`))
    })
    browser.stderr.on('data', (data) => {
      said += String(data)
      const found = /WebDriver BiDi listening on (ws:\/\/\S+)/u.exec(said)?.[1]
      if (found !== undefined) resolve(found)
    })
  })
  const bidi = await connectBidi(`${address}/session`)
  await bidi.send('session.new', { capabilities: {} })
  const { contexts } = await bidi.send<{ contexts: { context: string }[] }>(
    'browsingContext.getTree',
    {},
  )
  const context = contexts[0]?.context ?? ''
  await bidi.send('browsingContext.setViewport', { context, viewport: VIEWPORT })
  return { browser, bidi, context }
}
