import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { eventually, VIEWPORT, type EnginePhone, type EnginePhoneOptions } from './enginePhone.ts'
import { endBrowser } from './endBrowser.ts'

/** Name under which WebDriver (W3C) gives the id of an element. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'

/**
 * WebKitGTK, driven by WebDriver (W3C), in a window that nobody sees. Under automation it is always
 * private: what it keeps is gone when it ends.
 */
export async function openWebkit({ url }: EnginePhoneOptions): Promise<EnginePhone> {
  const screen = await startScreen()
  const port = await freePort()
  const driver = spawn('WebKitWebDriver', [`--port=${port}`], {
    env: { ...process.env, DISPLAY: screen.display, TZ: 'Europe/Paris', LANG: 'fr_FR.UTF-8' },
    stdio: 'ignore',
    detached: true,
  })

  const ask = async <Value>(method: string, path: string, body?: object): Promise<Value> => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    })
    const { value } = (await response.json()) as { value: Value & { error?: string } }
    if (!response.ok) throw new Error(`${path}: ${value.error ?? ''}`)
    return value
  }
  const { sessionId } = await eventually(
    () => ask<{ sessionId: string }>('POST', '/session', { capabilities: {} }),
    () => true,
    'WebKitWebDriver does not start',
  )
  const session = `/session/${sessionId}`
  await ask('POST', `${session}/timeouts`, { script: 60_000, pageLoad: 60_000 })
  await ask('POST', `${session}/window/rect`, VIEWPORT)

  const locate = async (value: string) => {
    const find = () =>
      ask<Record<string, string>[]>('POST', `${session}/elements`, { using: 'xpath', value })
    const [element] = await eventually(find, (each) => each.length > 0, `no ${value}`)
    return element ?? {}
  }
  const at = (element: Record<string, string>) => `${session}/element/${element[ELEMENT] ?? ''}`
  // What is still moving, or was drawn anew meanwhile, is tapped once it stands.
  const tap = async (xpath: string) => {
    const tapped = async () => {
      const element = await locate(xpath)
      // A driver scrolls until it is in the window, not until no bar covers it.
      const script = 'arguments[0].scrollIntoView({ block: "center" })'
      await ask('POST', `${session}/execute/sync`, { script, args: [element] })
      await ask('POST', `${at(element)}/click`, {})
      return true
    }
    await eventually(tapped, Boolean, `cannot tap ${xpath}`)
  }

  return {
    goto: (path) => ask('POST', `${session}/url`, { url: url + path }),
    read: async <Value>(expression: string) => {
      const script = `const done = arguments[0];
        (async () => JSON.stringify((await (${expression})) ?? null))()
          .then(done, (error) => done('!' + error))`
      const json = await ask<string>('POST', `${session}/execute/async`, { script, args: [] })
      if (json.startsWith('!')) throw new Error(json)
      return JSON.parse(json) as Value
    },
    tap,
    type: async (xpath, text) => {
      await ask('POST', `${at(await locate(xpath))}/value`, { text })
    },
    reload: () => ask('POST', `${session}/refresh`, {}),
    kill: null,
    remove: async () => {
      await ask('DELETE', session).catch(() => undefined)
      await endBrowser(driver, 'SIGTERM')
      await endBrowser(screen.process, 'SIGTERM')
    },
  }
}

/** A screen in memory: WebKitGTK shows its window somewhere, or does not start. */
async function startScreen(): Promise<{ process: ChildProcess; display: string }> {
  const process = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
      detached: true,
    },
  )
  const numbers = process.stdio[3] as NodeJS.ReadableStream
  const [number] = (await once(numbers, 'data')) as [Buffer]
  return { process, display: `:${number.toString().trim()}` }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  await new Promise((closed) => server.close(closed))
  return port
}
