import type { LogbookId } from '#domain/identifiers.ts'
import type { Operation } from '#domain/operation.ts'
import type { RescuedOperation } from '#domain/rescue.ts'
import { personId, type PersonName } from '#tests/support/builders.ts'
import { createHeldWorld } from './heldWorld.ts'
import type { TestDevice } from './world.ts'

interface Brought {
  readonly status: number
  readonly code: string | undefined
  /** `applied`, `held rescued`, … in the order sent. */
  readonly verdicts: readonly string[]
  readonly fresh: number | undefined
}

/** What changes in a file that somebody brings. */
export interface Change {
  readonly device?: TestDevice
  readonly owner?: PersonName
  readonly seal?: string | null
  readonly first?: number
}

/** A world in which people bring what another device could not send. */
export async function createRescueWorld() {
  const held = await createHeldWorld()
  const bring = async (
    who: TestDevice,
    logbookId: string,
    operations: readonly unknown[],
    { device = held.phone, owner = 'apprentice', seal, first = 1 }: Change = {},
  ): Promise<Brought> => {
    const numbered = numberedFrom(first, operations)
    const response = await who.post(`/api/v1/logbooks/${logbookId}/rescue`, {
      personId: personId(owner),
      deviceId: device.id,
      operations: numbered,
      seal: seal === undefined ? device.sealRescue(logbookId as LogbookId, numbered) : seal,
    })
    const body = (await response.json()) as {
      code?: string
      fresh?: number
      results?: { verdict: string; code: string | null }[]
    }
    const verdicts = (body.results ?? []).map(({ verdict, code }) =>
      code === null ? verdict : `${verdict} ${code}`,
    )
    return { status: response.status, code: body.code, verdicts, fresh: body.fresh }
  }
  return { ...held, bring }
}

export const numberedFrom = (
  first: number,
  operations: readonly unknown[],
): readonly RescuedOperation[] =>
  operations.map((operation, index) => ({ n: first + index, operation }))

export const idsOf = (operations: readonly Operation[]) => operations.map(({ id }) => id)
