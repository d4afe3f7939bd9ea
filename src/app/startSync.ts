import { appVersion } from './appVersion.ts'
import type { DeviceId, OperationId } from '#domain/identifiers.ts'
import type { LogbookDb } from '#store/database.ts'
import { ownDevice } from '#store/device.ts'
import { isWaiting } from '#store/waiting.ts'
import { deviceClock } from '#sync/clock.ts'
import { startEngine, type Engine } from '#sync/engine.ts'
import { listenToServer } from '#sync/listen.ts'
import type { SyncStateStore } from '#sync/syncState.ts'
import { httpTransport } from '#sync/transport.ts'
import { newId, now } from './device.ts'
import { keepStorage } from './keepStorage.ts'
import { createFileUrls } from './files/fileUrls.ts'
import { recoverRecordings } from './memos/keepRecording.ts'
import type { Person } from './session.ts'
import { registerDevice } from './signingKey.ts'
import { useUpdates } from './updates.ts'

export interface RunningSync extends Engine {
  readonly fileUrl: ReturnType<typeof createFileUrls>
}

/** Absent where a page has no secure address; then there is nothing to ask. */
const storageManager = (navigator as Partial<Navigator>).storage ?? {}

/** Begins to exchange with the server. Loaded once the first screen is shown. */
export function startSync(db: LogbookDb, person: Person, state: SyncStateStore): RunningSync {
  const transport = httpTransport((input, init) => fetch(input, init))
  const newIntent = () => ({ id: newId<OperationId>(), v: 1 as const, at: now(), present: null })
  const engine = startEngine({
    db,
    personId: person.id,
    transport,
    state,
    clock: deviceClock,
    app: appVersion,
    deviceId: async (signal) => {
      const device = await ownDevice(db, newId<DeviceId>)
      if (!device.registered) await registerDevice(db, person.id, signal)
      return device.id
    },
    newDeviceId: newId<DeviceId>,
    register: (signal) => registerDevice(db, person.id, signal),
    newIntent,
    listen: listenToServer,
    withLock: (take, work) =>
      navigator.locks.request(
        `sync:${person.id}`,
        take ? { steal: true } : { ifAvailable: true },
        (lock) => (lock ? work() : 'busy'),
      ),
    random: Math.random,
    hasWaiting: () => isWaiting(db),
  })
  // The server speaks a newer language: the version that understands it is there to be had.
  state.subscribe(({ phase }, { phase: before }) => {
    if (phase === 'outdated' && before !== 'outdated') useUpdates.getState().look()
  })
  // What a page recorded that was closed meanwhile is in its week again.
  void recoverRecordings(db, newIntent).then(
    (recovered) => {
      if (recovered > 0) engine.soon()
    },
    () => undefined,
  )
  const stopAsking = keepStorage(state, storageManager)
  return {
    ...engine,
    stop: () => {
      stopAsking()
      engine.stop()
    },
    fileUrl: createFileUrls(db, transport, now),
  }
}
