import type { Handler } from 'hono'
import type { PersonId } from '#domain/identifiers.ts'
import { APP_MIN, isOlderApp, PULL_TYPE } from '#protocol/conversation.ts'
import { pullRequestSchema, type PullStart } from '#protocol/sync.ts'
import type { Deps } from '#server/deps.ts'
import type { Env } from '#server/env.ts'
import { answerPull } from '#server/exchange/answerPull.ts'
import { civilDay } from '#server/storage/civilDay.ts'
import { findDevice, noteContact } from '#server/storage/logbookDevices.ts'
import { unavailable } from '#server/unavailable.ts'
import { hasRoomForLines, streamLines, takesGzip } from './streamLines.ts'
import { readSyncBody } from './syncBody.ts'
import { appTooOld, notOurProtocol, unknownDevice } from './syncProblems.ts'

/** A cursor has about 180 bytes: room for thousands of logbooks. */
const BYTES_MAX = 1_000_000
/** Longest answer, in bytes: it waits in memory while a slow phone reads it. */
const ANSWER_MAX = 16_000_000

/**
 * `POST /sync/v1/pull`: what is new for one person in all logbooks, as one moment saw it, one part
 * to a line (`pullStartSchema`, then `pullPartSchema`). A long answer ends with `more`.
 *
 * 401 `signed-out` · 413 `too-large` · 422 `not-our-protocol` · 426 `app-too-old` + `minApp` ·
 * 403 `unknown-device`.
 */
export const pull =
  (deps: Deps): Handler<Env> =>
  async (c) => {
    const body = await readSyncBody(c, BYTES_MAX)
    if (body instanceof Response) return body
    const request = pullRequestSchema.safeParse(body.json)
    if (!request.success) return notOurProtocol()
    if (isOlderApp(request.data.app, APP_MIN)) return appTooOld(APP_MIN)

    if (!hasRoomForLines()) return unavailable('busy')

    const { pool, storage, now, serverKey, log } = deps
    const { deviceId } = request.data
    const personId = c.get('session').personId as PersonId
    const device = await findDevice(pool, deviceId, personId)
    if (!device) return unknownDevice()

    const at = now()
    const start: PullStart = {
      type: 'start',
      serverKey: { ...serverKey.publicKey },
      serverTime: at.toISOString(),
    }
    const question = { ...request.data, personId, day: civilDay(at) }
    return streamLines({
      contentType: PULL_TYPE,
      gzip: takesGzip(c.req.header('Accept-Encoding')),
      write: async (line) => {
        line(JSON.stringify(start))
        let length = 0
        const emit = (json: string): boolean => {
          length += line(json)
          return length < ANSWER_MAX && hasRoomForLines()
        }
        await storage.inSnapshot((snapshot) => answerPull(snapshot, question, emit))
        await noteContact(pool, device, { at, pending: null }).catch((error: unknown) => {
          log({ event: 'contact-not-noted' }, error)
        })
      },
      onBroken: (error) => {
        log({ event: 'pull-broken' }, error)
      },
    })
  }
