// Makes a fresh checkout ready to run. Plain JavaScript without a package: it runs before anything
// is installed.
//
//   node src/server/ready.js            installs, where the lockfile asks for something else
//   node src/server/ready.js --build    and builds, where a source changed since the last build
//   node src/server/ready.js --tests    and makes sure that there is a Chromium, and a store of files
//   node src/server/ready.js --engines  and a Firefox, a WebKitGTK and a screen for it
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

process.chdir(fileURLToPath(new URL('../..', import.meta.url)))

const SOURCES = [
  'src',
  'public',
  'index.html',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
]
const STAMP = 'dist/.built-from'

install()
if (process.argv.includes('--build')) build()
if (process.argv.includes('--tests')) {
  findOrInstallChromium()
  findOrInstallStore()
}
if (process.argv.includes('--engines')) findOrInstallEngines()

function install() {
  if (isInstalled()) return
  console.log('Installation des dépendances (npm ci)…')
  // NODE_ENV=production would leave out what builds the screens.
  npm('ci', '--include=dev', '--no-audit', '--no-fund')
}

/** Whether node_modules holds what the lockfile says. npm keeps a list of what it installed. */
function isInstalled() {
  const list = 'node_modules/.package-lock.json'
  if (!existsSync(list)) return false
  if (statSync(list).mtimeMs >= statSync('package-lock.json').mtimeMs) return true
  // Git gives every file it writes the time of now: only the contents tell.
  const wanted = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages
  const present = JSON.parse(readFileSync(list, 'utf8')).packages
  return Object.entries(wanted).every(([path, { version, optional, link }]) => {
    const found = present[path]
    return path === '' || link || (found ? found.version === version : optional === true)
  })
}

function build() {
  const now = hashOfSources()
  const isBuilt =
    existsSync(STAMP) && existsSync('dist/server/main.js') && existsSync('dist/web/index.html')
  if (isBuilt && readFileSync(STAMP, 'utf8') === now) return
  console.log('Construction de Livret…')
  rmSync(STAMP, { force: true })
  npm('run', '-s', 'build')
  mkdirSync('dist', { recursive: true })
  writeFileSync(STAMP, now)
}

function hashOfSources() {
  const hash = createHash('sha256').update(process.version)
  for (const source of SOURCES) add(source)
  return hash.digest('hex')

  function add(path) {
    if (!existsSync(path)) return
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).sort()) add(join(path, name))
    } else hash.update(`\n${path}\n`).update(readFileSync(path))
  }
}

function findOrInstallChromium() {
  if (findChromium()) return
  console.log('Installation de Chromium pour les parcours (apt-get)…')
  if (installPackages('chromium') && findChromium()) return
  fail(
    'Les parcours demandent Chromium, et il n’y en a pas. Installez-le (Debian, Ubuntu : sudo apt install chromium ;\n' +
      'macOS : brew install --cask google-chrome) ou donnez son chemin : CHROMIUM_PATH=/chemin/chromium npm test',
  )
}

/** A store that speaks S3, as Debian has one. Where we may not install it, the tests do without. */
function findOrInstallStore() {
  const parts = ['account', 'container', 'object', 'proxy']
  if (parts.every((part) => isThere(`swift-${part}-server`)) || !mayInstall()) return
  console.log('Installation d’OpenStack Swift pour les tests (apt-get)…')
  installPackages('--no-install-recommends', ...parts.map((part) => `swift-${part}`))
}

/** Firefox and WebKitGTK as Debian has them; elsewhere only Chromium is looked at. */
function findOrInstallEngines() {
  const wanted = {
    'firefox-esr': 'firefox-esr',
    WebKitWebDriver: 'webkit2gtk-driver',
    Xvfb: 'xvfb',
  }
  const missing = Object.keys(wanted).filter((name) => !isThere(name))
  if (missing.length === 0) return
  console.log('Installation de Firefox et de WebKitGTK pour les parcours (apt-get)…')
  const packages = missing.map((name) => wanted[name])
  if (installPackages(...packages) && missing.every(isThere)) return
  fail(
    `Les parcours sur trois moteurs demandent ${packages.join(', ')} (Debian, Ubuntu : sudo apt install).`,
  )
}

function isThere(name) {
  return (process.env['PATH'] ?? '').split(':').some((folder) => existsSync(join(folder, name)))
}

/** As root on Debian. */
function mayInstall() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version')
}

function installPackages(...packages) {
  if (!mayInstall()) return false
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return (
    run('apt-get', ['update', '-qq'], { env }) &&
    run('apt-get', ['install', '-y', '-qq', ...packages], { env })
  )
}

function findChromium() {
  const given = process.env['CHROMIUM_PATH']
  if (given) return existsSync(given) || fail(`CHROMIUM_PATH : il n’y a rien à ${given}.`)
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  const folders = ['/usr/bin', ...(process.env['PATH'] ?? '').split(':')]
  const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
  return (
    existsSync(mac) ||
    folders.some((folder) => names.some((name) => existsSync(join(folder, name))))
  )
}

function npm(...args) {
  // Inside npm, the same npm; its own news would be a visit to the network at each start.
  const path = process.env['npm_execpath']
  const [command, first] = path?.endsWith('.js') ? [process.execPath, [path]] : ['npm', []]
  const env = { ...process.env, npm_config_update_notifier: 'false' }
  const done = run(command, [...first, ...args], { env, shell: process.platform === 'win32' })
  if (!done) fail(`npm ${args.join(' ')} n’a pas réussi.`)
}

function run(command, args, options) {
  return spawnSync(command, args, { stdio: 'inherit', ...options }).status === 0
}

function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}
