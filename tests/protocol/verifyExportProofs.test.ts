import { describe, expect, it } from 'vitest'
import { CHAIN_START, nextHead, type Link } from '#domain/chain.ts'
import type { LogbookDocument, Signature } from '#domain/logbookDocument.ts'
import { nextId, personId } from '#tests/support/builders.ts'
import {
  anExport,
  at,
  codesOf,
  jwsOf,
  newKey,
  receiptOf,
  server,
  signatureOf,
  tablet,
  visitOf,
  weekOf,
  type Tampered,
} from './anExport.ts'

describe('a proof that somebody changed, moved or took away is missed', () => {
  const other = newKey()
  it.each<[string, (file: Tampered) => void, readonly string[]]>([
    [
      'a receipt taken away',
      (file) => {
        signatureOf(weekOf(file)).receipt = null
      },
      ['no-receipt'],
    ],
    [
      'a receipt of another signature',
      (file) => {
        signatureOf(weekOf(file)).receipt = signatureOf(visitOf(file)).receipt
      },
      ['wrong-receipt'],
    ],
    [
      'a receipt that is none',
      (file) => {
        signatureOf(weekOf(file)).receipt = 'a.b.c'
      },
      ['wrong-receipt'],
    ],
    [
      'a receipt that says no JSON',
      (file) => {
        signatureOf(weekOf(file)).receipt = jwsOf(server.privateKey, { alg: 'ES256' }, 'bonjour')
      },
      ['wrong-receipt'],
    ],
    [
      'a signature at an instant that cannot be signed',
      (file) => {
        const header = { alg: 'ES256', typ: 'livret-signature+jws', kid: tablet.keyId }
        signatureOf(weekOf(file)).jws = jwsOf(tablet.privateKey, header, '{"at":"\\ud83d"}')
      },
      ['wrong-signature', 'wrong-receipt'],
    ],
    [
      'a receipt of nothing',
      (file) => {
        signatureOf(weekOf(file)).receipt = jwsOf(server.privateKey, { alg: 'ES256' }, 'null')
      },
      ['wrong-receipt'],
    ],
    [
      'a receipt by another server',
      (file) => {
        const week = weekOf(file) as unknown as LogbookDocument
        const row = signatureOf(weekOf(file))
        row.receipt = receiptOf(
          week,
          row as unknown as Signature,
          { seq: 3, chain: 'f'.repeat(64) },
          other.privateKey,
        )
      },
      ['wrong-receipt'],
    ],
    [
      'a receipt of another history',
      (file) => {
        const week = weekOf(file) as unknown as LogbookDocument
        const row = signatureOf(weekOf(file))
        row.receipt = receiptOf(week, row as unknown as Signature, {
          seq: 3,
          chain: 'f'.repeat(64),
        })
      },
      ['receipt-not-in-chain'],
    ],
    [
      'a key under the name of another',
      (file) => {
        at(file.keys, 0).publicKey = other.publicKey
      },
      ['wrong-key'],
    ],
    [
      'the owner of a key',
      (file) => {
        at(file.keys, 0).personId = personId('apprentice')
      },
      ['wrong-key'],
    ],
    [
      'the device of a key',
      (file) => {
        at(file.keys, 0).device = nextId()
      },
      ['wrong-signature'],
    ],
    [
      'a key taken away',
      (file) => {
        file.keys.splice(0, 1)
      },
      ['wrong-key'],
    ],
    [
      'the server’s key',
      (file) => {
        file.serverKey = other.publicKey
      },
      ['foreign-server-key', 'wrong-receipt'],
    ],
    [
      'no server’s key',
      (file) => {
        file.serverKey = null
      },
      ['foreign-server-key', 'wrong-receipt'],
    ],
    [
      'an operation of the history',
      (file) => {
        at(file.chain.links, 1).hash = 'f'.repeat(64)
      },
      ['broken-chain'],
    ],
    [
      'a verdict of the history',
      (file) => {
        at(file.chain.links, 1).verdict = 'rejected'
      },
      ['broken-chain'],
    ],
    [
      'the end of the history',
      (file) => {
        file.chain.links.pop()
      },
      ['broken-chain'],
    ],
    [
      'an operation cut out',
      (file) => {
        file.chain.links.splice(1, 1)
      },
      ['broken-chain'],
    ],
    [
      'a hole in the numbers, with a head that fits',
      (file) => {
        const { links } = file.chain
        at(links, links.length - 1).seq += 1
        file.chain.head = links.reduce((head, link) => nextHead(head, link as Link), CHAIN_START)
      },
      ['broken-chain'],
    ],
    [
      'the head',
      (file) => {
        file.chain.head = 'f'.repeat(64)
      },
      ['broken-chain'],
    ],
    [
      'the whole history, with a head that fits',
      (file) => {
        file.chain = { seq: 0, head: CHAIN_START, links: [] }
      },
      ['receipt-not-in-chain'],
    ],
  ])('%s', async (_, tamper, codes) => {
    const file = anExport() as Tampered
    tamper(file)
    expect(await codesOf(file)).toEqual(codes)
  })
})
