import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { VitePWA } from 'vite-plugin-pwa'
import { defineConfig } from 'vitest/config'
import type { Plugin, Rolldown } from 'vite'
import packageJson from './package.json' with { type: 'json' }
import { manifest } from './src/app/manifest.ts'

const packageFile = (path: string) =>
  fileURLToPath(new URL(`./node_modules/${path}`, import.meta.url))

/** What every screen needs: in one piece it is smaller. */
const vendor =
  /node_modules\/(?:react|react-dom|scheduler|react-router|dexie|zustand|@noble)\//u

/**
 * All that the first screen loads, in one piece: apart, what it shares with later parts would be a
 * dozen small requests, one waiting for the other.
 */
const firstScreen = (
  module: string,
  build: Pick<Rolldown.PluginContext, 'getModuleInfo'>,
): string | null => {
  if (atOnce.size === 0) {
    const waiting = [entry]
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      if (atOnce.has(id)) continue
      atOnce.add(id)
      waiting.push(...neededBy(id, build))
    }
  }
  return atOnce.has(module) ? 'first' : null
}

/**
 * What a module loads. Of the pictures, those it names: their package lists them all in one file,
 * and every page’s would come with the first screen.
 */
function neededBy(id: string, build: Pick<Rolldown.PluginContext, 'getModuleInfo'>): string[] {
  const { importedIds = [], code } = build.getModuleInfo(id) ?? {}
  if (ICON_LIST.test(id)) return importedIds.filter((each) => !ICON.test(each))
  const list = importedIds.find((each) => ICON_LIST.test(each))
  if (list === undefined) return [...importedIds]
  const named = /import\s*\{([^}]*)\}\s*from\s*["']lucide-react["']/gu
  const icons = [...(code ?? '').matchAll(named)].flatMap(([, names = '']) =>
    names.split(',').map((name) => name.trim().split(' ')[0] ?? ''),
  )
  const files = [
    ...(build.getModuleInfo(list)?.code ?? '').matchAll(
      /export\s*\{([^}]*)\}\s*from\s*["'](.*?)["']/gu,
    ),
  ]
  const fileOf = (icon: string) =>
    files.find(([, exported = '']) => new RegExp(`as ${icon}\\b`, 'u').test(exported))?.[2] ?? ''
  return [...importedIds, ...icons.map((icon) => join(dirname(list), fileOf(icon)))]
}
const ICON_LIST = /lucide-react\/dist\/esm\/lucide-react\.mjs$/u
const ICON = /lucide-react\/dist\/esm\/icons\//u

/**
 * Names in the page what its first script imports at once: browsers ask for it together with the
 * script, not after it. On a slow network that is one wait less until the first words.
 */
const askTogether: Plugin = {
  name: 'ask-together',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { chunk }) =>
      (chunk?.imports ?? []).map((file) => ({
        tag: 'link',
        attrs: { rel: 'modulepreload', crossorigin: true, href: `/${file}` },
        injectTo: 'head',
      })),
  },
}

const entry = fileURLToPath(new URL('./index.html', import.meta.url))
const atOnce = new Set<string>()

export default defineConfig(({ command, isSsrBuild }) => ({
  resolve: {
    // The same Dexie, built for the browsers we are on, and the router without its warnings, which
    // its package offers to nobody by name: 4 kB less on the first screen.
    alias:
      command === 'build'
        ? {
            dexie: packageFile('dexie/dist/modern/dexie.min.mjs'),
            'react-router': packageFile('react-router/dist/production/index.mjs'),
          }
        : {},
  },
  define: { __APP_VERSION__: JSON.stringify(packageJson.version) },
  plugins: [
    react(),
    askTogether,
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/sw',
      filename: 'sw.ts',
      registerType: 'prompt',
      // The page registers the worker itself: the plugin's own script would reload every tab.
      injectRegister: false,
      manifest,
      injectManifest: {
        globPatterns: ['**/*.{js,css,html,woff2,svg,png}'],
        // A page for who draws screens is no part of anybody’s phone.
        globIgnores: ['screenshots/**', 'assets/GalleryRoute-*'],
      },
      disable: isSsrBuild === true,
    }),
  ],
  // Names of classes are in the scripts as well: there they are only bytes.
  css: command === 'build' ? { modules: { generateScopedName: '[hash:base64:5]' } } : {},
  build: {
    outDir: 'dist/web',
    target: 'es2022',
    // Inlined assets would be data: addresses, which the CSP refuses for fonts.
    assetsInlineLimit: 0,
    // One sheet: a part that comes late, or again, never stands there without its clothes.
    cssCodeSplit: false,
    copyPublicDir: isSsrBuild !== true,
    sourcemap: false,
    // The worker has every part already; lists of what to load with each part would only be bytes.
    modulePreload: false,
    rolldownOptions: {
      output: isSsrBuild
        ? {}
        : {
            // Schemas are for what crosses a border: the first screen is shown before any is.
            codeSplitting: {
              groups: [
                { name: 'schemas', test: /node_modules\/zod\//u, priority: 2 },
                { name: 'vendor', test: vendor, priority: 2 },
                { name: firstScreen, priority: 1 },
                // The other pictures, in one piece as well.
                { name: 'icons', test: ICON },
              ],
            },
          },
    },
  },
  test: {
    // A busy machine takes its time; what hangs is found all the same.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // On two cores it would be one by itself, which waits for a database most of the time.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'rules',
          environment: 'node',
          // Pure functions leave nothing behind, so a hundred files load what they share once.
          isolate: false,
          include: ['tests/{domain,programmes,protocol}/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          globalSetup: ['tests/support/startPostgres.ts'],
          include: ['tests/{sync,server,architecture,simulation,support}/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'bench',
          environment: 'node',
          globalSetup: ['tests/bench/support/startPostgres.ts'],
          include: ['tests/bench/*.bench.ts'],
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'engines',
          environment: 'node',
          include: ['tests/engines/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'web',
          environment: 'jsdom',
          setupFiles: ['tests/support/web.ts'],
          include: ['tests/{ui,features,app}/**/*.test.tsx'],
        },
      },
      {
        extends: true,
        test: {
          // What runs in a browser and draws nothing: a page takes longer to make than most of these
          // need. Those that need one say so in their first line.
          name: 'device',
          environment: 'node',
          setupFiles: ['fake-indexeddb/auto'],
          include: ['tests/{store,ui,features,app}/**/*.test.ts'],
        },
      },
    ],
  },
}))
