import * as z from 'zod/mini'
import { deviceId, instant } from './identifier.ts'

/**
 * One device of a person. `pending`: how many operations it said it still held when it was last
 * heard. `emptiedAt`: when its browser turned out to have deleted what Livret kept there.
 */
const ownDeviceSchema = z.object({
  id: deviceId,
  label: z.string(),
  lastSeenAt: instant,
  pending: z.int(),
  emptiedAt: z.nullable(instant),
})

/** `GET /api/v1/devices`: the person’s own, the one heard last first. */
export const deviceListSchema = z.object({ devices: z.array(ownDeviceSchema) })

/**
 * `POST /api/v1/devices`. `emptied`: what this browser had been before it lost its database;
 * `null`: nothing was lost.
 */
export const enrolmentSchema = z.object({
  keyId: z.nullable(z.string()),
  emptied: z.nullish(z.object({ pending: z.int(), lastSeenAt: instant })),
})

export type OwnDevice = z.infer<typeof ownDeviceSchema>
export type EmptiedDevice = NonNullable<z.infer<typeof enrolmentSchema>['emptied']>
