import { createHash, randomBytes } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import * as z from 'zod/mini'
import { sha256Hex } from '#protocol/identifier.ts'
import { CommandRefused } from '#server/commands/command.ts'
import { readTar, tarEnd, tarEntry, TarDamaged, type TarEntry } from './tar.ts'

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
})

/** Last file: what is in the others. */
const closingSchema = z.object({
  /** Of all bytes before this file’s own header. */
  sha256: sha256Hex,
  /** Rows by table. */
  rows: z.record(z.string(), count),
  photos: count,
  /** Photos that the database names and of which there were no bytes, by their hash. */
  missing: z.array(sha256Hex),
})

export type Manifest = z.infer<typeof manifestSchema>
export type Closing = Omit<z.infer<typeof closingSchema>, 'sha256'>

/** Why a backup was not taken, or not put back; the message is a sentence for whoever asked for it. */
export class BackupRefused extends CommandRefused {}

const MANIFEST = 'livret.json'
const CLOSING = 'end.json'

export interface BackupWriter {
  readonly add: (name: string, content: Uint8Array) => Promise<void>
  /** Closes the file, reads it again and gives it its name: it is on the disk, whole, or there is none. */
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
  const add = async (name: string, content: Uint8Array): Promise<void> => {
    const bytes = tarEntry(name, content, at)
    hash.update(bytes)
    await file.writeFile(bytes)
  }
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
      await checkBackup(draft)
      await rename(draft, path)
      await syncFolder(dirname(resolve(path)))
    },
  }
}

export interface Backup {
  readonly path: string
  readonly manifest: Manifest
  readonly closing: Closing
}

/** Reads a whole backup and checks it. Throws `BackupRefused` where it is none, or not whole. */
export async function checkBackup(path: string): Promise<Backup> {
  const entries = readBackup(path)
  for (;;) {
    const { done, value } = await entries.next()
    if (done) return { path, ...value }
  }
}

/**
 * The files of a backup between its first and its last, then what these two say. Only at the end
 * is it known that all before was right; otherwise throws `BackupRefused`.
 */
export async function* readBackup(
  path: string,
): AsyncGenerator<TarEntry, Pick<Backup, 'manifest' | 'closing'>> {
  const hash = createHash('sha256')
  let manifest: Manifest | null = null
  try {
    for await (const entry of readTar(path)) {
      if (entry.name === CLOSING && manifest) {
        const { sha256, ...closing } = closingSchema.parse(parse(entry.content))
        if (sha256 !== hash.digest('hex')) throw new TarDamaged('it differs')
        return { manifest, closing }
      }
      hash.update(entry.blocks)
      if (manifest) yield entry
      else manifest = readManifest(entry)
    }
    throw new TarDamaged('it has no end')
  } catch (error) {
    throw toRefusal(error, path)
  }
}

function toRefusal(error: unknown, path: string): unknown {
  if (
    error instanceof TarDamaged ||
    error instanceof SyntaxError ||
    error instanceof z.core.$ZodError
  )
    return new BackupRefused('Cette sauvegarde est abîmée ou incomplète. Rien n’a été touché.', {
      cause: error,
    })
  if (isUnreadable(error))
    return new BackupRefused(`Il n’y a pas de sauvegarde à lire à ${path}.`, { cause: error })
  return error
}

function readManifest({ name, content }: TarEntry): Manifest {
  if (name !== MANIFEST) throw new TarDamaged('it begins with something else')
  const json = parse(content)
  const read = manifestSchema.safeParse(json)
  if (read.success) return read.data
  const version = z.object({ format: z.literal('livret-backup'), version: z.int() }).safeParse(json)
  if (version.success && version.data.version > 1)
    throw new BackupRefused(
      'Cette sauvegarde vient d’une version plus récente de Livret. Mettez Livret à jour.',
    )
  throw read.error
}

const isUnreadable = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  ['ENOENT', 'EACCES', 'EISDIR', 'ENOTDIR'].includes(String(error.code))

const parse = (content: Buffer): unknown => JSON.parse(content.toString('utf8'))

const toJson = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value, null, 2)}\n`)

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
