import type { DeviceId, OperationId } from '#domain/identifiers.ts'
import { rescueDeviceId } from '#domain/rescue.ts'
import type { HeldOperation } from '#server/storage/heldStorage.ts'
import type { KnownDevice } from '#server/storage/logbookDevices.ts'
import type { KeptOperation, KnownResult, SettledPlace } from '#server/storage/logbookStorage.ts'
import { resultOf, type MemoryLogbook } from './memoryStorage.ts'

/** All that was ever put aside in a logbook, the oldest first; see `postgresHeld.ts`. */
export function heldIn(
  book: MemoryLogbook,
  findDevice: (id: DeviceId) => KnownDevice | null,
): HeldOperation[] {
  const aside = book.operations.filter(isPutAside)
  return aside.map((operation): HeldOperation => {
    const { id, body, hash, at, actor, code } = operation
    const origin = book.rescued.get(id)
    const deviceId = origin?.deviceId ?? operation.deviceId
    const device = findDevice(deviceId)
    const owner = origin?.owner ?? device?.owner ?? actor
    const isBehind = aside.some(
      (other) =>
        other.deviceId === operation.deviceId &&
        other.seq < operation.seq &&
        !book.settlements.has(other.id),
    )
    return {
      ...{ id, body, hash, at, deviceId, key: device?.key ?? null, code: code ?? '' },
      actor: { personId: actor, name: actor },
      owner: { personId: owner, name: owner },
      broughtBy: origin ? { personId: origin.broughtBy, name: origin.broughtBy } : null,
      isBehind: origin !== undefined && isBehind,
      isSettled: book.settlements.has(id),
    }
  })
}

const isPutAside = ({ verdict, code }: KeptOperation) =>
  verdict === 'held' && code !== 'files-missing'

/** The last number under which something came in files of this device. */
export const lastRescued = ({ counters }: MemoryLogbook, deviceId: DeviceId): number =>
  counters.get(rescueDeviceId(deviceId))?.lastN ?? 0

/** See `listVerdicts` in `snapshot.ts`. */
export function verdictsFor(
  book: MemoryLogbook,
  deviceId: DeviceId,
  { n: settled, seq, lastN }: SettledPlace,
): KnownResult[] {
  const settledAt = (id: OperationId) => book.settlements.get(id)?.seq ?? 0
  const own = book.operations
    .filter((each) => each.deviceId === deviceId && (each.n > settled || settledAt(each.id) > seq))
    .map((each) => resultOf(book, each))
  const brought = book.operations.flatMap((each) => {
    const origin = book.rescued.get(each.id)
    if (origin?.deviceId !== deviceId || origin.n > lastN) return []
    const isNews = settledAt(each.id) > (origin.n > settled ? 0 : seq)
    return isNews ? [{ ...resultOf(book, each), n: origin.n }] : []
  })
  return [...own, ...brought].sort((one, other) => one.n - other.n)
}
