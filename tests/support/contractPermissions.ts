import { roles, type Role } from '#domain/kind.ts'
import type { PersonName } from './builders.ts'
import { begins, type KindTable } from './permissionLines.ts'

/** Of the kinds about contracts and absences: see `permissionTable`. */

const everybody = roles

const readByAll = {
  published: [{ who: everybody, see: 'versions' }],
  reopened: [{ who: everybody, see: 'versions' }],
} as const

const paidBy: readonly Role[] = ['apprentice', 'master', 'coordinator']

/** The apprentice says why; `side` sees the proof, and nobody else acts on it. */
const motiveFor = (side: Role, readers: readonly Role[]) =>
  ({
    author: 'apprentice' satisfies PersonName,
    situations: ['none', 'draft', 'submitted', 'signed', 'reopened'],
    acts: {
      patch: {
        author: { does: ['none', 'draft', 'reopened'], kept: ['submitted', 'signed'] },
        apprentice: begins,
      },
      submit: { author: { does: ['draft', 'reopened'] } },
      withdraw: { author: { does: ['submitted'] } },
      sign: { [side]: { does: ['submitted'], kept: ['signed', 'reopened'] } },
      amend: { author: { does: ['signed'] } },
      resolve: { author: { does: ['draft', 'reopened', 'submitted', 'signed'] } },
    },
    reading: {
      submitted: [{ who: readers, see: 'versions' }],
      signed: [{ who: readers, see: 'versions' }],
      reopened: [{ who: readers, see: 'versions' }],
    },
  }) as const satisfies KindTable

export const contractPermissions = {
  // The centre writes down what was concluded, and mends it; nobody else may touch it.
  contract: {
    author: 'coordinator' satisfies PersonName,
    situations: ['none', 'draft', 'published', 'discarded', 'reopened'],
    acts: {
      patch: {
        author: { does: ['none', 'draft', 'discarded', 'reopened'], kept: ['published'] },
        coordinator: begins,
      },
      publish: { author: { does: ['draft', 'reopened'] } },
      discard: { author: { does: ['draft'] } },
      amend: { author: { does: ['published'] } },
      resolve: { author: { does: ['draft', 'reopened', 'published'] } },
    },
    reading: readByAll,
  },
  // The centre alone says what is otherwise for one apprentice; all have to know who waits where.
  individualPath: {
    author: 'trainer' satisfies PersonName,
    situations: ['none', 'draft', 'published', 'discarded', 'reopened'],
    acts: {
      patch: {
        author: { does: ['none', 'draft', 'discarded', 'reopened'], kept: ['published'] },
        trainer: begins,
        coordinator: begins,
      },
      publish: { author: { does: ['draft', 'reopened'] } },
      discard: { author: { does: ['draft'] } },
      amend: { author: { does: ['published'] } },
      resolve: { author: { does: ['draft', 'reopened', 'published'] } },
    },
    reading: readByAll,
  },
  // The apprentice says what was taken, the centre confirms it or sends it back. Where somebody
  // slept is no business of the company, nor of those who teach.
  aidClaim: {
    author: 'apprentice' satisfies PersonName,
    situations: ['none', 'draft', 'submitted', 'signed', 'discarded', 'reopened'],
    acts: {
      patch: {
        author: { does: ['none', 'draft', 'discarded', 'reopened'], kept: ['submitted', 'signed'] },
        apprentice: begins,
      },
      submit: { author: { does: ['draft', 'reopened'] } },
      withdraw: { author: { does: ['submitted'] } },
      return: { coordinator: { does: ['submitted'], kept: ['signed', 'reopened'] } },
      sign: { coordinator: { does: ['submitted'], kept: ['signed', 'reopened'] } },
      discard: { author: { does: ['draft'] } },
      amend: { author: { does: ['signed'] } },
      resolve: { author: { does: ['draft', 'reopened', 'submitted', 'signed'] } },
    },
    reading: {
      submitted: [{ who: ['coordinator', 'guardian', 'auditor'], see: 'versions' }],
      signed: [{ who: ['coordinator', 'guardian', 'auditor'], see: 'versions' }],
      reopened: [{ who: ['coordinator', 'guardian', 'auditor'], see: 'versions' }],
    },
  },
  // The centre tells the company what it pays, and nobody who need not know it: it can tell of health.
  payNote: {
    author: 'coordinator' satisfies PersonName,
    situations: ['none', 'draft', 'published', 'discarded', 'reopened'],
    acts: {
      patch: {
        author: { does: ['none', 'draft', 'discarded', 'reopened'], kept: ['published'] },
        coordinator: begins,
      },
      publish: { author: { does: ['draft', 'reopened'] } },
      discard: { author: { does: ['draft'] } },
      amend: { author: { does: ['published'] } },
      resolve: { author: { does: ['draft', 'reopened', 'published'] } },
    },
    reading: {
      published: [{ who: paidBy, see: 'versions' }],
      reopened: [{ who: paidBy, see: 'versions' }],
    },
  },
  // Whoever noticed it may say that the apprentice was not there, and take it back. That somebody
  // was absent, all of them know; why, only the side whose half-days they are.
  absence: {
    author: 'apprentice' satisfies PersonName,
    situations: ['none', 'draft', 'published', 'discarded', 'reopened'],
    acts: {
      patch: {
        author: { does: ['none', 'draft', 'discarded', 'reopened'], kept: ['published'] },
        apprentice: begins,
        master: begins,
        trainer: begins,
        coordinator: begins,
      },
      publish: { author: { does: ['draft', 'reopened'] } },
      discard: { author: { does: ['draft'] } },
      amend: { author: { does: ['published'] } },
      resolve: { author: { does: ['draft', 'reopened', 'published'] } },
    },
    reading: readByAll,
  },
  centreMotive: motiveFor('coordinator', ['trainer', 'coordinator']),
  companyMotive: motiveFor('master', ['master']),
} as const satisfies Record<string, KindTable>
