import { roles, type Role } from '#domain/kind.ts'
import type { PersonName } from './builders.ts'
import { begins, type KindTable } from './permissionLines.ts'

/** Of interviews between apprentice and centre: see `permissionTable`. For the master they do not exist, in no state. */

const apprenticeAndCentre: readonly Role[] = ['apprentice', 'trainer', 'coordinator']
const allButMaster: readonly Role[] = roles.filter((role) => role !== 'master')
const seenByApprenticeAndCentre = [
  { who: apprenticeAndCentre, see: 'frame' },
  { who: ['guardian', 'auditor'], see: 'versions' },
] as const

export const interviewPermissions = {
  individualInterview: {
    author: 'trainer' satisfies PersonName,
    situations: ['none', 'open', 'frozen', 'signed', 'discarded', 'reopened'],
    acts: {
      patch: {
        author: { does: ['none', 'open', 'discarded', 'reopened'], kept: ['frozen', 'signed'] },
        trainer: begins,
        coordinator: begins,
      },
      freeze: { author: { does: ['open', 'reopened'] } },
      discard: { author: { does: ['open'] } },
      sign: {
        author: { does: ['frozen'], kept: ['signed', 'reopened'] },
        apprentice: { does: ['frozen'], kept: ['signed', 'reopened'] },
        trainer: { does: ['frozen', 'signed'], kept: ['reopened'] },
      },
      amend: { author: { does: ['frozen', 'signed'] } },
      resolve: { author: { does: ['open', 'reopened', 'frozen', 'signed'] } },
    },
    reading: {
      open: [{ who: apprenticeAndCentre, see: 'frame' }],
      frozen: seenByApprenticeAndCentre,
      signed: seenByApprenticeAndCentre,
      reopened: seenByApprenticeAndCentre,
    },
  },
  individualSection: {
    author: 'apprentice' satisfies PersonName,
    situations: ['none', 'draft', 'submitted', 'reopened', 'locked'],
    acts: {
      patch: {
        author: { does: ['none', 'draft', 'reopened'], kept: ['submitted', 'locked'] },
        apprentice: begins,
        trainer: begins,
      },
      submit: { author: { does: ['draft', 'reopened'] } },
      withdraw: { author: { does: ['submitted'] } },
      resolve: { author: { does: ['draft', 'reopened', 'submitted', 'locked'] } },
    },
    reading: {
      submitted: [{ who: allButMaster, see: 'versions' }],
      reopened: [{ who: allButMaster, see: 'versions' }],
      locked: [{ who: allButMaster, see: 'versions' }],
    },
  },
} as const satisfies Readonly<Record<string, KindTable>>
