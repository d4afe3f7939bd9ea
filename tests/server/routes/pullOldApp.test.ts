import { expect, it } from 'vitest'
import { APP_MIN } from '#protocol/conversation.ts'
import { aPatch, logbookId, unwritten } from '#tests/support/builders.ts'
import { createWorld } from './world.ts'

it('an app too old to read the answer is told so; what its person wrote is taken', async () => {
  const world = await createWorld()
  const phone = await world.device('apprentice')
  const old = await phone.post('/sync/v1/pull', {
    ...{ protocol: 1, app: '2025.1.0', deviceId: phone.id, check: false, books: {} },
  })
  expect(old.status).toBe(426)
  expect(await old.json()).toMatchObject({ code: 'app-too-old', minApp: APP_MIN })

  const operation = aPatch(unwritten('note'), { text: 'x' })
  const push = { protocol: 1, app: '2025.1.0', deviceId: phone.id, logbookId, pending: 1 }
  const operations = [{ n: 1, operation }]
  const answer = await phone.post('/sync/v1/push', { ...push, operations })
  expect(await answer.json()).toMatchObject({ results: [{ verdict: 'applied' }] })
})
