import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The peers have a folder of modules of their own, which the product does not install. */
const fromPeers: Plugin = {
  name: 'from-peers',
  enforce: 'pre',
  async resolveId(source) {
    if (!/^(?:rxdb|rxjs|pouchdb-browser|events)(?:\/|$)/u.test(source)) return null
    return this.resolve(source, here('../peers/main.ts'), { skipSelf: true })
  },
}

/** Builds what runs in the browser, as a release is built, and gives its folder. */
export async function buildPage(): Promise<string> {
  const outDir = here('../../../test-results/bench-page')
  await build({
    configFile: false,
    logLevel: 'error',
    root: here('../page'),
    base: '/bench/',
    define: { __APP_VERSION__: '"bench"' },
    plugins: [fromPeers],
    build: {
      outDir,
      emptyOutDir: true,
      assetsDir: '',
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: { input: [here('../page/own.html'), here('../page/peers.html')] },
    },
  })
  return outDir
}
