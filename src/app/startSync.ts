import { appVersion } from './appVersion.ts'
import type { DeviceId } from '#domain/identifiers.ts'
import type { LogbookDb } from '#store/database.ts'
import { ownDevice } from '#store/device.ts'
import { isWaiting } from '#store/waiting.ts'
import { deviceClock } from '#sync/clock.ts'
import { startEngine, type Engine } from '#sync/engine.ts'
import { listenToServer } from '#sync/listen.ts'
import type { SyncStateStore } from '#sync/syncState.ts'
import { httpTransport } from '#sync/transport.ts'
import { newId } from './device.ts'
import { createPhotoUrls } from './photos/photoUrls.ts'
import type { Person } from './session.ts'
import { registerDevice } from './signingKey.ts'

export interface RunningSync extends Engine {
  readonly photoUrl: ReturnType<typeof createPhotoUrls>
}

/** Begins to exchange with the server. Loaded once the first screen is shown. */
export function startSync(db: LogbookDb, person: Person, state: SyncStateStore): RunningSync {
  const transport = httpTransport((input, init) => fetch(input, init))
  const engine = startEngine({
    db,
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
  return { ...engine, photoUrl: createPhotoUrls(db, transport) }
}
