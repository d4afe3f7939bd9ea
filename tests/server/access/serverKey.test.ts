import { compactVerify, importJWK } from 'jose'
import { expect, it } from 'vitest'
import { loadServerKey } from '#server/access/serverKey.ts'
import { createDatabase } from '#tests/support/postgres.ts'

const { pool } = await createDatabase()
const now = () => new Date('2026-11-20T12:00:00Z')

it('servers that start together sign with one key, and a restart keeps it', async () => {
  const servers = [1, 2, 3, 4, 5]
  // All connections stand before the race begins.
  await Promise.all(servers.map(() => pool.query('select pg_sleep(0.1)')))
  const keys = await Promise.all(servers.map(() => loadServerKey(pool, now)))
  const later = await loadServerKey(pool, now)

  expect(new Set([...keys, later].map(({ keyId }) => keyId)).size).toBe(1)
})

it('anybody can check a receipt with the public key, and a changed receipt does not pass', async () => {
  const { keyId, publicKey, signReceipt } = await loadServerKey(pool, now)
  const receipt = signReceipt({ seq: 7, told: 'Réception des commandes' })
  const key = await importJWK({ ...publicKey }, 'ES256')

  const { payload, protectedHeader } = await compactVerify(receipt, key)
  expect(protectedHeader).toEqual({ alg: 'ES256', kid: keyId })
  expect(JSON.parse(new TextDecoder().decode(payload))).toEqual({
    seq: 7,
    told: 'Réception des commandes',
  })
  const [header = '', , signature = ''] = receipt.split('.')
  const forged = `${header}.${Buffer.from('{"seq":8}').toString('base64url')}.${signature}`
  await expect(compactVerify(forged, key)).rejects.toThrow()
})

it('what is given out as public holds nothing private', async () => {
  const { publicKey } = await loadServerKey(pool, now)
  expect(Object.keys(publicKey).sort()).toEqual(['crv', 'kty', 'x', 'y'])
})
