import { roles, type Role } from '#domain/kind.ts'
import type { PersonName } from './builders.ts'
import { begins, ofAnother, type KindTable } from './permissionLines.ts'

/** Of the kinds about skills, marks and exams: see `permissionTable`. */

const everybody = roles
const aroundTheApprentice: readonly Role[] = roles.filter((role) => role !== 'apprentice')

const outsideTheCompany: readonly Role[] = roles.filter((role) => role !== 'master')

const drafted = ['none', 'draft', 'discarded', 'reopened'] as const

/** Written by one, published, corrected by a new version; nobody signs. */
const ofItsAuthor = {
  publish: { author: { does: ['draft', 'reopened'] } },
  // What others have read does not disappear.
  discard: { author: { does: ['draft'] } },
  amend: { author: { does: ['published'] } },
  resolve: { author: { does: ['draft', 'reopened', 'published'] } },
} as const

export const trainingPermissions = {
  // What apprentices think of themselves: theirs alone to write, for all others to read.
  selfAssessment: {
    author: 'apprentice' satisfies PersonName,
    situations: ['none', 'draft', 'published', 'discarded', 'reopened'],
    acts: {
      patch: { author: { does: drafted, kept: ['published'] }, apprentice: begins },
      ...ofItsAuthor,
    },
    reading: {
      published: [{ who: aroundTheApprentice, see: 'versions' }],
      reopened: [{ who: aroundTheApprentice, see: 'versions' }],
    },
  },
  // What the master saw in the company, or the trainer in the centre. Each in their own part.
  assessment: {
    author: 'master' satisfies PersonName,
    situations: ['none', 'draft', 'published', 'discarded', 'reopened'],
    acts: {
      patch: { author: { does: drafted, kept: ['published'] }, master: begins, trainer: begins },
      ...ofItsAuthor,
    },
    reading: {
      published: [{ who: everybody, see: 'versions' }],
      reopened: [{ who: everybody, see: 'versions' }],
    },
  },
  // Anybody of the parties sets one; whoever owns it says that it is done, here the apprentice.
  objective: {
    author: 'trainer' satisfies PersonName,
    situations: ['none', 'draft', 'published', 'acknowledged', 'discarded', 'reopened'],
    acts: {
      patch: {
        author: { does: drafted, kept: ['published', 'acknowledged'] },
        apprentice: begins,
        master: begins,
        trainer: begins,
        coordinator: begins,
      },
      publish: { author: { does: ['draft', 'reopened'] } },
      discard: { author: { does: ['draft'] } },
      sign: {
        apprentice: { does: ['published'], kept: ['acknowledged', 'reopened'] },
        author: ofAnother,
        master: ofAnother,
        trainer: ofAnother,
      },
      amend: { author: { does: ['published', 'acknowledged'] } },
      resolve: { author: { does: ['draft', 'reopened', 'published', 'acknowledged'] } },
    },
    reading: {
      published: [{ who: everybody, see: 'versions' }],
      acknowledged: [{ who: everybody, see: 'versions' }],
      reopened: [{ who: everybody, see: 'versions' }],
    },
  },
  // Between the centre and the apprentice with their guardian: the company reads no single mark.
  mark: {
    author: 'trainer' satisfies PersonName,
    situations: ['none', 'draft', 'published', 'discarded', 'reopened'],
    acts: {
      patch: {
        author: { does: drafted, kept: ['published'] },
        trainer: begins,
        coordinator: begins,
      },
      ...ofItsAuthor,
    },
    reading: {
      published: [{ who: outsideTheCompany, see: 'versions' }],
      reopened: [{ who: outsideTheCompany, see: 'versions' }],
    },
  },
  // As an entry: the apprentice writes, the master signs what was lived; he or the trainer sends back.
  piece: {
    author: 'apprentice' satisfies PersonName,
    situations: ['none', 'draft', 'submitted', 'signed', 'discarded', 'reopened'],
    acts: {
      patch: { author: { does: drafted, kept: ['submitted', 'signed'] }, apprentice: begins },
      submit: { author: { does: ['draft', 'reopened'] } },
      withdraw: { author: { does: ['submitted'] } },
      discard: { author: { does: ['draft'] } },
      return: {
        master: { does: ['submitted'], kept: ['signed', 'reopened'] },
        trainer: { does: ['submitted'], kept: ['signed', 'reopened'] },
      },
      sign: { master: { does: ['submitted'], kept: ['signed', 'reopened'] } },
      amend: { author: { does: ['signed'] } },
      resolve: { author: { does: ['draft', 'reopened', 'submitted', 'signed'] } },
    },
    reading: {
      submitted: [{ who: aroundTheApprentice, see: 'versions' }],
      signed: [{ who: aroundTheApprentice, see: 'versions' }],
      reopened: [{ who: aroundTheApprentice, see: 'versions' }],
    },
  },
  // What the centre did for a session: all may know whether one is registered.
  candidacy: {
    author: 'trainer' satisfies PersonName,
    situations: ['none', 'draft', 'published', 'discarded', 'reopened'],
    acts: {
      patch: {
        author: { does: drafted, kept: ['published'] },
        trainer: begins,
        coordinator: begins,
      },
      ...ofItsAuthor,
    },
    reading: {
      published: [{ who: everybody, see: 'versions' }],
      reopened: [{ who: everybody, see: 'versions' }],
    },
  },
} as const satisfies Readonly<Record<string, KindTable>>
