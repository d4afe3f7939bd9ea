import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, expectTypeOf, it } from 'vitest'
import type * as z from 'zod/mini'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import { documentSchema } from '#protocol/document.ts'
import { exportFileSchema, exportJsonSchema } from '#protocol/exportFile.ts'
import { anInterview, aVisit, aWeek, logbookId, master, NOW } from '#tests/support/builders.ts'

const HASH = 'a'.repeat(64)
const memo = { 'memos/m/sound': { sha256: HASH, size: 9, mime: 'audio/webm' } }
const publicKey = { kty: 'EC', crv: 'P-256', x: 'x', y: 'y' }
const file = {
  format: 'livret-export',
  version: 1,
  exportedAt: NOW,
  exportedBy: { personId: master.personId, source: 'server' },
  logbook: {
    id: logbookId,
    centre: 'Campus Tezenas du Montcel',
    company: { name: 'Cycles Moreau', city: 'Saint-Étienne', activity: 'Commerce de cycles' },
    programme: 'bts-ndrc',
    cohort: '2025-2027',
    contract: { start: '2025-09-01', end: '2027-08-31' },
    members: [
      {
        personId: master.personId,
        name: 'Claire Moreau',
        role: 'master',
        from: '2025-09-01',
        until: null,
      },
    ],
  },
  documents: [
    aWeek('signed', { more: memo }),
    aVisit('acknowledged'),
    anInterview('signed').interview,
  ],
  keys: [{ keyId: 'k', personId: master.personId, device: master.personId, publicKey }],
  serverKey: publicKey,
  chain: { seq: 1, head: HASH, links: [{ seq: 1, hash: HASH, verdict: 'applied' }] },
}

const changed: [string, unknown][] = [
  ['another format', { ...file, format: 'livre' }],
  ['a version that is not published', { ...file, version: 2 }],
  ['an unknown key', { ...file, more: true }],
  ['no documents', { ...file, documents: undefined }],
  ['a document of no kind', { ...file, documents: [{ ...aWeek('draft'), kind: 'riddle' }] }],
  [
    'a document without its signatures',
    { ...file, documents: [{ ...aWeek('draft'), signatures: undefined }] },
  ],
  ['half a hash', { ...file, chain: { ...file.chain, head: 'abc' } }],
  [
    'a member of no role',
    {
      ...file,
      logbook: { ...file.logbook, members: [{ ...file.logbook.members[0], role: 'boss' }] },
    },
  ],
]

describe('the export file', () => {
  it('is read as it is written', () => {
    expect(exportFileSchema.parse(file)).toEqual(file)
  })

  it.each(changed)('with %s is none', (_, body) => {
    expect(exportFileSchema.safeParse(body).success).toBe(false)
  })

  it('holds documents of the shape of the domain', () => {
    type InFile = z.output<typeof documentSchema>
    expectTypeOf<InFile>().toExtend<LogbookDocument>()
    expectTypeOf<keyof InFile>().toEqualTypeOf<keyof LogbookDocument>()
    type Row<Key extends 'versions' | 'signatures' | 'returns'> = keyof LogbookDocument[Key][number]
    expectTypeOf<keyof InFile['versions'][number]>().toEqualTypeOf<Row<'versions'>>()
    expectTypeOf<keyof InFile['signatures'][number]>().toEqualTypeOf<Row<'signatures'>>()
    expectTypeOf<keyof InFile['returns'][number]>().toEqualTypeOf<Row<'returns'>>()
  })
})

describe('its published JSON Schema', () => {
  const ajv = new Ajv2020({ strict: true, allErrors: true, validateFormats: false })
  const schema = JSON.parse(JSON.stringify(exportJsonSchema())) as object

  it('is a schema of draft 2020-12', () => {
    expect(schema).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema' })
    expect(ajv.validateSchema(schema), JSON.stringify(ajv.errors)).toBe(true)
  })

  it('accepts our file', () => {
    const validate = ajv.compile(schema)
    expect(validate(JSON.parse(JSON.stringify(file))), JSON.stringify(validate.errors)).toBe(true)
  })

  it.each(changed)('refuses one with %s', (_, body) => {
    const validate = ajv.compile(schema)
    expect(validate(JSON.parse(JSON.stringify(body)))).toBe(false)
  })
})
