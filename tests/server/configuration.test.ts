import { describe, expect, it } from 'vitest'
import { readConfiguration } from '#server/configuration.ts'

describe('readConfiguration', () => {
  it('without any variable, the server runs on this machine for this machine', () => {
    expect(readConfiguration({ PORT: '', SMTP_URL: ' ' })).toEqual({
      port: 4173,
      host: '127.0.0.1',
      dataFolder: `${process.cwd()}/data`,
      databaseUrl: null,
      filesUrl: null,
      fileQuotas: { person: 400_000_000, logbook: 800_000_000 },
      smtpUrl: null,
      mailFrom: 'Livret <livret@localhost>',
      publicUrl: null,
      trustProxy: false,
      logJson: false,
    })
  })

  it('names every wrong value at once, and repeats none that may hold a password', () => {
    const read = readConfiguration({
      PORT: '80a',
      DATABASE_URL: 'mysql://root:hunter2@db',
      FILES_URL: 'https://key:hunter2@s3.example.fr/photos',
      FILES_PER_PERSON_MB: '0',
      FILES_PER_LOGBOOK_MB: 'beaucoup',
      SMTP_URL: 'mail.example.fr:25:hunter2',
      PUBLIC_URL: 'livret.example.fr',
      MAIL_FROM: 'Livret\r\nBcc: all@example.fr',
      TRUST_PROXY: 'yes',
      LOG: 'xml',
    })
    const sentences = 'refused' in read ? read.refused : []

    expect(sentences.map((sentence) => sentence.split(' ')[0])).toEqual([
      'PORT',
      'DATABASE_URL',
      'FILES_URL',
      'FILES_PER_PERSON_MB',
      'FILES_PER_LOGBOOK_MB',
      'SMTP_URL',
      'PUBLIC_URL',
      'MAIL_FROM',
      'TRUST_PROXY',
      'LOG',
    ])
    expect(sentences.join(' ')).not.toContain('hunter2')
  })

  it('the public address is an origin: a path after it would match no request', () => {
    expect(readConfiguration({ PUBLIC_URL: 'https://livret.example.fr/app/' })).toMatchObject({
      publicUrl: 'https://livret.example.fr',
    })
  })
})
