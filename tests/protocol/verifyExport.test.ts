import { describe, expect, it } from 'vitest'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import { versionHash } from '#domain/versions.ts'
import { exportFileSchema } from '#protocol/exportFile.ts'
import { verifyExport } from '#protocol/verifyExport.ts'
import { nextId, personId } from '#tests/support/builders.ts'
import {
  anExport,
  codesOf,
  server,
  signatureOf,
  versionOf,
  visitOf,
  weekOf,
  type Tampered,
} from './anExport.ts'

it('an untouched file is sound, also after a journey through a mail box', async () => {
  const file = anExport()
  expect(exportFileSchema.safeParse(file).error).toBeUndefined()
  expect(await verifyExport(file)).toEqual([])
  expect(await verifyExport(JSON.parse(JSON.stringify(file)), server.publicKey)).toEqual([])
})

describe('what somebody changed afterwards is found', () => {
  it.each<[string, (file: Tampered) => void, readonly string[]]>([
    [
      'a word of a signed week',
      (file) => {
        versionOf(weekOf(file)).content['told'] = 'Rien'
      },
      ['wrong-version-hash'],
    ],
    [
      'a task added to a signed week',
      (file) => {
        versionOf(weekOf(file)).content['tasks/salon'] = true
      },
      ['wrong-version-hash'],
    ],
    [
      'a word, with a hash that fits',
      (file) => {
        const version = versionOf(weekOf(file))
        version.content['told'] = 'Rien'
        version.hash = versionHash(weekOf(file) as unknown as LogbookDocument, version)
      },
      ['signature-without-version'],
    ],
    [
      'a word, with a hash that fits everywhere',
      (file) => {
        const version = versionOf(weekOf(file))
        version.content['told'] = 'Rien'
        version.hash = versionHash(weekOf(file) as unknown as LogbookDocument, version)
        signatureOf(weekOf(file)).hash = version.hash
      },
      ['wrong-signature', 'wrong-receipt'],
    ],
    [
      'a fraction, which nobody can sign',
      (file) => {
        versionOf(weekOf(file)).content['minutes'] = 1.5
      },
      ['wrong-version-hash'],
    ],
    [
      'another author',
      (file) => {
        weekOf(file).author = personId('trainer')
      },
      ['wrong-version-hash'],
    ],
    [
      'another kind',
      (file) => {
        weekOf(file).kind = 'note'
      },
      ['wrong-version-hash'],
    ],
    [
      'the number of a version',
      (file) => {
        versionOf(weekOf(file)).number = 2
      },
      ['wrong-version-number', 'wrong-version-hash', 'signature-without-version'],
    ],
    [
      'a document of another logbook',
      (file) => {
        weekOf(file).logbookId = nextId()
      },
      ['foreign-document', 'wrong-version-hash'],
    ],
    [
      'a signature moved to another document',
      (file) => {
        visitOf(file).signatures.push(signatureOf(weekOf(file)))
      },
      ['signature-without-version', 'wrong-signature', 'wrong-receipt'],
    ],
    [
      'another signer',
      (file) => {
        signatureOf(weekOf(file)).signer = personId('trainer')
      },
      ['signer-not-a-member', 'wrong-key'],
    ],
    [
      'another role',
      (file) => {
        signatureOf(weekOf(file)).role = 'trainer'
      },
      ['signer-not-a-member', 'wrong-signature'],
    ],
    [
      'a signer who was never there',
      (file) => {
        file.logbook.members.splice(1, 1)
      },
      ['signer-not-a-member'],
    ],
    [
      'whose device it was',
      (file) => {
        signatureOf(visitOf(file)).via = null
      },
      ['wrong-level', 'wrong-key'],
    ],
    [
      'how it was obtained',
      (file) => {
        signatureOf(visitOf(file)).level = 'device-key'
      },
      ['wrong-level'],
    ],
    [
      'a seal taken off',
      (file) => {
        signatureOf(weekOf(file)).jws = null
      },
      ['wrong-level', 'wrong-receipt'],
    ],
    [
      'a seal taken off and the level with it',
      (file) => {
        Object.assign(signatureOf(weekOf(file)), { jws: null, level: 'session' })
      },
      ['wrong-receipt'],
    ],
    [
      'one letter of a seal',
      (file) => {
        const row = signatureOf(weekOf(file))
        const jws = row.jws ?? ''
        row.jws = `${jws.slice(0, -8)}${jws.at(-8) === 'A' ? 'B' : 'A'}${jws.slice(-7)}`
      },
      ['wrong-signature', 'wrong-receipt'],
    ],
    [
      'the instant of a signature',
      (file) => {
        signatureOf(weekOf(file)).at = '2025-11-08T00:00:00.000Z'
      },
      ['wrong-receipt'],
    ],
  ])('%s', async (_, tamper, codes) => {
    const file = anExport() as Tampered
    tamper(file)
    expect(await codesOf(file)).toEqual(codes)
  })

  it.each([
    ['nothing', null],
    ['a text', 'bonjour'],
    ['another format', { ...anExport(), format: 'csv' }],
    ['a newer version', { ...anExport(), version: 2 }],
    ['something added', { ...anExport(), note: 'x' }],
  ])('%s is not an export', async (_, file) => {
    expect(await codesOf(file)).toEqual(['not-an-export'])
  })

  it('says in which document and version', async () => {
    const file = anExport() as Tampered
    versionOf(visitOf(file)).content['observations'] = 'Tout va bien'
    expect(await verifyExport(file)).toEqual([
      { code: 'wrong-version-hash', document: visitOf(file).id, version: 1 },
    ])
  })
})

it('a device’s own file, which holds only the head, is sound without links and receipts', async () => {
  const file = anExport() as Tampered
  file.exportedBy.source = 'device'
  file.chain.links = []
  signatureOf(weekOf(file)).receipt = null
  expect(await verifyExport(file, server.publicKey)).toEqual([])
})
