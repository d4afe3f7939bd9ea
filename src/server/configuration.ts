import { isAbsolute, resolve } from 'node:path'
import { readS3Url } from './documents/s3Url.ts'
import type { S3Place } from './documents/s3Store.ts'
import type { FileQuotas } from './storage/logbookFiles.ts'

export interface Configuration {
  readonly port: number
  readonly host: string
  /** Absolute. Holds the private database, the uploaded files and the lock. */
  readonly dataFolder: string
  /** Own PostgreSQL, or `null` for the private one. */
  readonly databaseUrl: string | null
  /** S3-compatible store for photos and sounds, or `null`: a folder in the data folder. */
  readonly filesUrl: S3Place | null
  readonly fileQuotas: FileQuotas
  readonly smtpUrl: string | null
  readonly mailFrom: string
  /** Where people reach this server, as an origin, or `null`: whatever they typed. */
  readonly publicUrl: string | null
  /** Whether a proxy in front may say who asks (`X-Forwarded-For`, its last entry). */
  readonly trustProxy: boolean
  readonly logJson: boolean
}

/** What does not suit, one French sentence for each wrong value. */
export interface ConfigurationRefused {
  readonly refused: readonly string[]
}

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Reads the environment variables that `docs/operations.md` lists. An empty one counts as
 * absent. All wrong ones are named at once.
 */
export function readConfiguration(env: Environment): Configuration | ConfigurationRefused {
  const refused: string[] = []
  const text = (name: string): string | null => env[name]?.trim() || null

  const port = Number(text('PORT') ?? 4173)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    refused.push(`PORT doit être un nombre entre 0 et 65535, pas « ${text('PORT') ?? ''} ».`)

  const url = (name: string, protocols: readonly string[], example: string): string | null => {
    const value = text(name)
    if (value === null) return null
    if (URL.canParse(value) && protocols.includes(new URL(value).protocol)) return value
    // The value may hold a password: it is not repeated.
    refused.push(`${name} n’est pas une adresse de la forme ${example}.`)
    return null
  }
  const databaseUrl = url(
    'DATABASE_URL',
    ['postgres:', 'postgresql:'],
    'postgres://compte:secret@machine:5432/livret',
  )
  const filesText = text('FILES_URL')
  const filesUrl = filesText === null ? null : readS3Url(filesText)
  if (filesText !== null && filesUrl === null)
    refused.push(
      'FILES_URL n’est pas une adresse de la forme s3://clé:secret@machine/compartiment?region=fr.',
    )
  const megabytes = (name: string, usual: number): number => {
    const value = Number(text(name) ?? usual)
    if (!Number.isInteger(value) || value < 1 || value > 1_000_000)
      refused.push(`${name} doit être un nombre entier de mégaoctets.`)
    return value * 1_000_000
  }
  const fileQuotas = {
    person: megabytes('FILES_PER_PERSON_MB', 400),
    logbook: megabytes('FILES_PER_LOGBOOK_MB', 800),
  }
  const smtpUrl = url('SMTP_URL', ['smtp:', 'smtps:'], 'smtps://compte:secret@machine:465')
  const publicUrl = url('PUBLIC_URL', ['http:', 'https:'], 'https://livret.exemple.fr')

  const mailFrom = text('MAIL_FROM') ?? 'Livret <livret@localhost>'
  if (!/^[^\r\n<>]*<[^\s<>@]+@[^\s<>@]+>$|^[^\s<>@]+@[^\s<>@]+$/u.test(mailFrom))
    refused.push('MAIL_FROM n’est pas une adresse de la forme « Livret <livret@exemple.fr> ».')

  const yesNo = (name: string): boolean => {
    const value = text(name) ?? '0'
    if (value !== '0' && value !== '1') refused.push(`${name} doit être 0 ou 1.`)
    return value === '1'
  }
  const trustProxy = yesNo('TRUST_PROXY')

  const log = text('LOG')
  if (log !== null && log !== 'json') refused.push('LOG ne connaît que la valeur json.')

  if (refused.length > 0) return { refused }
  const folder = text('LIVRET_DATA') ?? 'data'
  return {
    port,
    host: text('HOST') ?? '127.0.0.1',
    dataFolder: isAbsolute(folder) ? folder : resolve(folder),
    databaseUrl,
    filesUrl,
    fileQuotas,
    smtpUrl,
    mailFrom,
    publicUrl: publicUrl === null ? null : new URL(publicUrl).origin,
    trustProxy,
    logJson: log === 'json',
  }
}
