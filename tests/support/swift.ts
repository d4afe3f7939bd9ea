import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { AddressInfo } from 'node:net'
import { signedHeaders } from '#server/documents/s3Signature.ts'
import { sha256Of } from '#server/sha256.ts'
import type { S3Place } from '#server/documents/s3Store.ts'

/** Whether OpenStack Swift is on this machine (Debian: swift-proxy, swift-object and their kin). */
export const hasSwift = (): boolean =>
  [...backends, 'proxy'].every((name) => existsSync(programOf(name)))

export interface RunningSwift {
  /** A bucket of its own in it. */
  readonly place: S3Place
  readonly stop: () => Promise<void>
}

const backends = ['account', 'container', 'object'] as const
const programOf = (name: string) => `/usr/bin/swift-${name}-server`

/** Longest that it may take to be ready, in ms: four Python programs on two busy cores. */
const READY_MAX = 60_000

/**
 * A real object store with an S3 door that checks every signature: OpenStack Swift, one copy of
 * everything, in a folder of its own that goes away with it.
 */
export async function startSwift(): Promise<RunningSwift> {
  const folder = await mkdtemp(join(tmpdir(), 'livret-swift-'))
  const place: S3Place = {
    origin: `http://127.0.0.1:${await freePort()}`,
    bucket: 'livret-photos',
    prefix: 'photos/',
    region: 'fr-test',
    keyId: 'livret:files',
    secret: 'un+secret/de=test',
  }
  await prepare(folder, place)
  const running = [...backends, 'proxy'].map((name) => start(folder, name))
  const stop = async () => {
    await Promise.all(running.map(end))
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await makeBucket(place)
    return { place, stop }
  } catch (error) {
    const said = await readFile(join(folder, 'proxy.log'), 'utf8').catch(() => '')
    await stop()
    throw new Error(`Swift does not answer. ${said}`, { cause: error })
  }
}

async function prepare(folder: string, { origin, region, keyId, secret }: S3Place): Promise<void> {
  await mkdir(join(folder, 'devices', 'one'), { recursive: true })
  const write = (name: string, lines: readonly string[]) =>
    writeFile(join(folder, name), `${lines.join('\n')}\n`)
  await write('swift.conf', ['[swift-hash]', 'swift_hash_path_suffix = livret'])

  const shared = (port: number | string) => [
    '[DEFAULT]',
    'bind_ip = 127.0.0.1',
    `bind_port = ${port}`,
    'workers = 0',
    `user = ${process.env['USER'] ?? 'root'}`,
    `swift_dir = ${folder}`,
  ]
  for (const name of backends) {
    const port = await freePort()
    await write(`${name}.conf`, [
      ...shared(port),
      `devices = ${join(folder, 'devices')}`,
      'mount_check = false',
      '[pipeline:main]',
      `pipeline = ${name}-server`,
      `[app:${name}-server]`,
      `use = egg:swift#${name}`,
    ])
    const builder = join(folder, `${name}.builder`)
    ring(builder, 'create', '2', '1', '0')
    ring(builder, 'add', `r1z1-127.0.0.1:${port}/one`, '1')
    ring(builder, 'rebalance')
  }
  await write('proxy.conf', [
    ...shared(new URL(origin).port),
    '[pipeline:main]',
    'pipeline = catch_errors cache s3api tempauth proxy-server',
    '[app:proxy-server]',
    'use = egg:swift#proxy',
    'account_autocreate = true',
    '[filter:catch_errors]',
    'use = egg:swift#catch_errors',
    // The accounts ask for a cache to be named; nobody has to be there.
    '[filter:cache]',
    'use = egg:swift#memcache',
    'memcache_servers = 127.0.0.1:1',
    '[filter:tempauth]',
    'use = egg:swift#tempauth',
    `user_${keyId.replace(':', '_')} = ${secret} .admin`,
    '[filter:s3api]',
    'use = egg:swift#s3api',
    `location = ${region}`,
    'auth_pipeline_check = false',
  ])
}

function ring(builder: string, ...what: readonly string[]): void {
  const { status, stderr } = spawnSync('/usr/bin/swift-ring-builder', [builder, ...what], {
    encoding: 'utf8',
  })
  // 1 is a warning: one device is not what it would advise.
  if (status !== 0 && status !== 1) throw new Error(`swift-ring-builder: ${stderr}`)
}

function start(folder: string, name: string): ChildProcess {
  const log = `exec ${programOf(name)} ${join(folder, `${name}.conf`)} -v > ${join(folder, `${name}.log`)} 2>&1`
  return spawn('/bin/sh', ['-c', log], { stdio: 'ignore' })
}

async function end(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null) return
  const ended = new Promise((resolve) => program.once('exit', resolve))
  program.kill('SIGTERM')
  const late = setTimeout(() => program.kill('SIGKILL'), 5_000)
  await ended
  clearTimeout(late)
}

/** Asks for the bucket, and for something that is not in it, until every part of the store answers. */
async function makeBucket(place: S3Place): Promise<void> {
  const until = Date.now() + READY_MAX
  await answered(place, { method: 'PUT', path: `/${place.bucket}`, status: 200 }, until)
  // Those who keep the objects start beside those who keep the bucket.
  await answered(place, { method: 'GET', path: `/${place.bucket}/nothing`, status: 404 }, until)
}

interface Question {
  readonly method: 'GET' | 'PUT'
  readonly path: string
  /** Of the answer that is waited for. */
  readonly status: number
}

async function answered(place: S3Place, question: Question, until: number): Promise<void> {
  const { method, path, status } = question
  const url = new URL(path, place.origin)
  for (;;) {
    const request = { method, url, headers: {}, payload: sha256Of('') } as const
    const headers = signedHeaders(request, place, new Date())
    const answer = await fetch(url, { method, headers }).catch(() => null)
    if (answer?.status === status) return
    if (Date.now() > until) throw new Error(`${path}: ${answer?.status ?? 'no answer'}`)
    await wait(200)
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
