import type { SendProblem, SentBook, SentFile } from '#features/rescue/rescueFile.ts'
import { rescueResponseSchema, type RescueFile, type RescueParcel } from '#protocol/rescue.ts'
import { fromBase64 } from '#store/base64.ts'
import { deviceClock, type Clock } from '#sync/clock.ts'
import { carryFile } from '#sync/files.ts'
import { httpTransport, type Transport } from '#sync/transport.ts'
import { api, type Api } from '../api.ts'

/** How a file travels; an argument, so that a test has a network of its own. */
export interface Ways {
  readonly api: Api
  readonly transport: Transport
  readonly clock: Clock
}

const browserWays: Ways = {
  api,
  transport: httpTransport((input, init) => fetch(input, init)),
  clock: deviceClock,
}

/**
 * Brings a file to the server: photos first, so that a signature finds them, then the operations in
 * their order. Goes on with the next logbook where one is not for this person. Sent again after a
 * failure, nothing happens twice.
 */
export async function sendRescueFile(
  file: RescueFile,
  ways: Ways = browserWays,
): Promise<SentFile> {
  const signal = new AbortController().signal
  let lostPhotos = 0
  for (const photo of file.photos) {
    const answer = await sendPhoto(ways, photo, signal)
    if (answer === 'offline') return { books: [], lostPhotos, problem: 'offline' }
    if (answer === 'lost') lostPhotos += 1
  }
  const books = new Map<string, SentBook>()
  let problem: SendProblem | null = null
  for (const parcel of file.parcels) {
    const sent = await sendParcel(ways, file, parcel)
    if (typeof sent === 'string') {
      problem ??= sent
      if (sent === 'offline' || sent === 'signed-out') break
      continue
    }
    const before = books.get(parcel.logbookId)
    books.set(parcel.logbookId, before ? add(before, sent) : sent)
  }
  return { books: [...books.values()], lostPhotos, problem }
}

async function sendPhoto(
  { transport, clock }: Ways,
  { bytes: text, ...photo }: RescueFile['photos'][number],
  signal: AbortSignal,
): Promise<'sent' | 'lost' | 'offline'> {
  const bytes = fromBase64(text)
  if (!bytes) return 'lost'
  const options = { transport, clock, isOvertaken: () => Promise.resolve(false) }
  const answer = await carryFile(options, photo, bytes, signal)
  if (answer === 'paused' || answer.kind === 'refused') return 'lost'
  return answer.kind === 'ok' ? 'sent' : 'offline'
}

async function sendParcel(
  { api: post }: Ways,
  { person, device }: RescueFile,
  { logbookId, name, operations, seal }: RescueParcel,
): Promise<SentBook | SendProblem> {
  const body = { personId: person.id, deviceId: device.id, operations, seal }
  const read = (json: unknown) => rescueResponseSchema.safeParse(json).data ?? null
  const answer = await post('POST', `/api/v1/logbooks/${logbookId}/rescue`, body, read)
  if (answer.kind === 'offline') return 'offline'
  if (answer.kind === 'problem') {
    if (answer.status === 401) return 'signed-out'
    if (answer.status === 404) return 'not-yours'
    return answer.code === 'not-sealed' ? 'not-sealed' : 'other'
  }
  const { results, fresh } = answer.body
  const count = (...verdicts: readonly string[]) =>
    results.filter(({ verdict }) => verdicts.includes(verdict)).length
  return {
    ...{ logbookId, name, held: count('held'), refused: count('rejected') },
    counted: count('applied', 'merged'),
    known: results.length - fresh,
  }
}

const add = (one: SentBook, other: SentBook): SentBook => ({
  ...one,
  counted: one.counted + other.counted,
  held: one.held + other.held,
  refused: one.refused + other.refused,
  known: one.known + other.known,
})
