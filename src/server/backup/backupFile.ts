import { createHash, randomBytes } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import * as z from 'zod/mini'
import { sha256Hex } from '#protocol/identifier.ts'
import { readTar, tarEnd, tarEntry, TarDamaged } from './tar.ts'

const count = z.int().check(z.minimum(0))

/** First file of a backup: what it is, and what it takes to read the rest. */
const manifestSchema = z.object({
  format: z.literal('livret-backup'),
  version: z.literal(1),
  takenAt: z.iso.datetime(),
  /** What prepared the database, in order. */
  migrations: z.array(z.object({ name: z.string(), checksum: sha256Hex })),
  /** In the order in which they can be filled: what others refer to comes first. */
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
  sequences: z.array(z.object({ name: z.string(), value: z.string(), isCalled: z.boolean() })),
  /** Whether the bytes of photos are in it, or in a store of their own. */
  hasFiles: z.boolean(),
})

/** Last file: what is in the others. */
const closingSchema = z.object({
  /** Of all bytes before this file’s own header. */
  sha256: sha256Hex,
  /** Rows by table. */
  rows: z.record(z.string(), count),
  files: count,
  /** Photos that the database names and of which there were no bytes, by their hash. */
  missing: z.array(sha256Hex),
})

export type Manifest = z.infer<typeof manifestSchema>
export type Closing = Omit<z.infer<typeof closingSchema>, 'sha256'>

/** Why a backup was not taken, or not put back; the message is a sentence for whoever asked for it. */
export class BackupRefused extends Error {}

const MANIFEST = 'livret.json'
const CLOSING = 'end.json'

export interface BackupWriter {
  readonly add: (name: string, content: Uint8Array) => Promise<void>
  /** Closes the file and gives it its name: it is on the disk, whole, or there is none. */
  readonly finish: (closing: Closing) => Promise<void>
  readonly discard: () => Promise<void>
}

/**
 * Begins a backup: a tar archive, so that it can be opened without us. It has its name only once it
 * is complete.
 */
export async function createBackupFile(
  path: string,
  manifest: Manifest,
  at: Date,
): Promise<BackupWriter> {
  const draft = `${path}.${randomBytes(4).toString('hex')}.partial`
  const hash = createHash('sha256')
  // It holds all that people wrote and the key of the server: nobody else reads it.
  const file = await open(draft, 'wx', 0o600)
  const write = async (bytes: Buffer): Promise<void> => {
    hash.update(bytes)
    await file.writeFile(bytes)
  }
  const add = (name: string, content: Uint8Array) => write(tarEntry(name, content, at))
  const discard = async (): Promise<void> => {
    await file.close().catch(() => undefined)
    await rm(draft, { force: true })
  }
  try {
    await add(MANIFEST, toJson(manifest))
  } catch (error) {
    await discard()
    throw error
  }
  return {
    add,
    discard,
    finish: async (closing) => {
      const sha256 = hash.copy().digest('hex')
      await add(CLOSING, toJson({ ...closing, sha256 }))
      await file.writeFile(tarEnd())
      await file.sync()
      await file.close()
      await rename(draft, path)
      await syncFolder(dirname(resolve(path)))
    },
  }
}

/** Reads a whole backup and checks it. Throws `BackupRefused` where it is none, or not whole. */
export async function checkBackup(path: string): Promise<{ manifest: Manifest; closing: Closing }> {
  const hash = createHash('sha256')
  let manifest: Manifest | null = null
  try {
    for await (const { name, content, blocks } of readTar(path)) {
      manifest ??= readManifest(name, content)
      if (name !== CLOSING) {
        hash.update(blocks)
        continue
      }
      const { sha256, ...closing } = closingSchema.parse(JSON.parse(content.toString('utf8')))
      if (sha256 !== hash.digest('hex')) throw new TarDamaged('it differs')
      return { manifest, closing }
    }
    throw new TarDamaged('it has no end')
  } catch (error) {
    if (error instanceof BackupRefused) throw error
    if (isAbsent(error))
      throw new BackupRefused(`Il n’y a pas de sauvegarde à lire à ${path}.`, { cause: error })
    throw new BackupRefused('Cette sauvegarde est abîmée ou incomplète. Rien n’a été touché.', {
      cause: error,
    })
  }
}

/** The files of a checked backup between its first and its last. */
export async function* readBackup(
  path: string,
  isWanted: (name: string) => boolean,
): AsyncGenerator<{ readonly name: string; readonly content: Buffer }> {
  for await (const { name, content } of readTar(path, isWanted))
    if (name !== MANIFEST && name !== CLOSING && isWanted(name)) yield { name, content }
}

function readManifest(name: string, content: Buffer): Manifest {
  if (name !== MANIFEST) throw new TarDamaged('it begins with something else')
  const json: unknown = JSON.parse(content.toString('utf8'))
  const read = manifestSchema.safeParse(json)
  if (read.success) return read.data
  const version = z.object({ format: z.literal('livret-backup'), version: z.int() }).safeParse(json)
  if (version.success && version.data.version > 1)
    throw new BackupRefused(
      'Cette sauvegarde vient d’une version plus récente de Livret. Mettez Livret à jour.',
    )
  throw read.error
}

const isAbsent = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['ENOENT', 'EACCES', 'EISDIR'].includes(String(error.code))

const toJson = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value, null, 2)}\n`)

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
