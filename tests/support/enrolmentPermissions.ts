import { roles, type Role } from '#domain/kind.ts'
import type { PersonName } from './builders.ts'
import { begins, ofAnother, type KindTable } from './permissionLines.ts'

/** Of the kinds of the way in, of surveys and of dispenses: see `permissionTable`. */

const aroundTheApprentice: readonly Role[] = roles.filter((role) => role !== 'apprentice')
const outsideTheCompany: readonly Role[] = roles.filter((role) => role !== 'master')

const drafted = ['none', 'draft', 'discarded', 'reopened'] as const

export const enrolmentPermissions = {
  // The apprentice says what they have read, with their signature; here of one who is of age. Nobody
  // signs for them, and nothing is taken back.
  acknowledgement: {
    author: 'apprentice' satisfies PersonName,
    situations: ['none', 'draft', 'submitted', 'signed'],
    acts: {
      patch: {
        author: { does: ['none', 'draft'], kept: ['submitted', 'signed'] },
        apprentice: begins,
      },
      submit: { author: { does: ['draft'] } },
      sign: {
        author: { does: ['submitted'], kept: ['signed'] },
        // Another apprentice of the logbook there is none; the rule knows roles alone.
        apprentice: { does: ['submitted', 'signed'] },
        // Signs those of a minor, and not this one.
        guardian: ofAnother,
      },
      resolve: { author: { does: ['draft', 'submitted', 'signed'] } },
    },
    reading: {
      submitted: [{ who: aroundTheApprentice, see: 'versions' }],
      signed: [{ who: aroundTheApprentice, see: 'versions' }],
    },
  },
  // The centre notes how a step of the admission stands; a correction is another note.
  admissionStep: {
    author: 'coordinator' satisfies PersonName,
    situations: ['none', 'draft', 'published', 'discarded'],
    acts: {
      patch: {
        author: { does: ['none', 'draft', 'discarded'], kept: ['published'] },
        trainer: begins,
        coordinator: begins,
      },
      publish: { author: { does: ['draft'] } },
      discard: { author: { does: ['draft'] } },
      resolve: { author: { does: ['draft', 'published'] } },
    },
    reading: { published: [{ who: outsideTheCompany, see: 'versions' }] },
  },
  // The apprentice asks, the coordinator decides, and may decide otherwise later. The company reads
  // nothing of earlier diplomas.
  dispense: {
    author: 'apprentice' satisfies PersonName,
    situations: ['none', 'draft', 'submitted', 'signed', 'reopened'],
    acts: {
      patch: {
        author: { does: ['none', 'draft', 'reopened'], kept: ['submitted', 'signed'] },
        apprentice: begins,
      },
      submit: { author: { does: ['draft', 'reopened'] } },
      withdraw: { author: { does: ['submitted'] } },
      return: { coordinator: { does: ['submitted', 'signed'], kept: ['reopened'] } },
      sign: { coordinator: { does: ['submitted'], kept: ['signed', 'reopened'] } },
      resolve: { author: { does: ['draft', 'reopened', 'submitted', 'signed'] } },
    },
    reading: {
      submitted: [{ who: ['trainer', 'coordinator', 'guardian', 'auditor'], see: 'versions' }],
      signed: [{ who: ['trainer', 'coordinator', 'guardian', 'auditor'], see: 'versions' }],
      reopened: [{ who: ['trainer', 'coordinator', 'guardian', 'auditor'], see: 'versions' }],
    },
  },
  // Written by the trainer, who signs with the apprentice. What was weak is no matter of the company.
  placement: {
    author: 'trainer' satisfies PersonName,
    situations: ['none', 'draft', 'submitted', 'signed', 'discarded', 'reopened'],
    acts: {
      patch: {
        author: { does: drafted, kept: ['submitted', 'signed'] },
        trainer: begins,
        coordinator: begins,
      },
      submit: { author: { does: ['draft', 'reopened'] } },
      withdraw: { author: { does: ['submitted'] } },
      discard: { author: { does: ['draft'] } },
      sign: {
        author: { does: ['submitted'], kept: ['signed', 'reopened'] },
        apprentice: { does: ['submitted'], kept: ['signed', 'reopened'] },
        // Another trainer of the same apprentice, who has not signed yet.
        trainer: { does: ['submitted', 'signed'], kept: ['reopened'] },
        // Signs placements that a coordinator wrote, and not this one.
        coordinator: ofAnother,
      },
      amend: { author: { does: ['signed'] } },
      resolve: { author: { does: ['draft', 'reopened', 'submitted', 'signed'] } },
    },
    reading: {
      submitted: [{ who: outsideTheCompany, see: 'versions' }],
      signed: [{ who: outsideTheCompany, see: 'versions' }],
      reopened: [{ who: outsideTheCompany, see: 'versions' }],
    },
  },
  // What is arranged because of a disability: those who have to do it, and the family. Neither the
  // company nor an auditor.
  arrangement: {
    author: 'trainer' satisfies PersonName,
    situations: ['none', 'draft', 'published', 'acknowledged', 'discarded', 'reopened'],
    acts: {
      patch: {
        author: { does: drafted, kept: ['published', 'acknowledged'] },
        trainer: begins,
        coordinator: begins,
      },
      publish: { author: { does: ['draft', 'reopened'] } },
      discard: { author: { does: ['draft'] } },
      sign: { apprentice: { does: ['published'], kept: ['acknowledged', 'reopened'] } },
      amend: { author: { does: ['published', 'acknowledged'] } },
      resolve: { author: { does: ['draft', 'reopened', 'published', 'acknowledged'] } },
    },
    reading: {
      published: [{ who: ['apprentice', 'trainer', 'coordinator', 'guardian'], see: 'versions' }],
      acknowledged: [
        { who: ['apprentice', 'trainer', 'coordinator', 'guardian'], see: 'versions' },
      ],
      reopened: [{ who: ['apprentice', 'trainer', 'coordinator', 'guardian'], see: 'versions' }],
    },
  },
  // What the master thinks of the apprenticeship: the coordinator reads it, the apprentice does not.
  survey: {
    author: 'master' satisfies PersonName,
    situations: ['none', 'draft', 'published', 'discarded', 'reopened'],
    acts: {
      patch: {
        author: { does: drafted, kept: ['published'] },
        apprentice: begins,
        master: begins,
      },
      publish: { author: { does: ['draft', 'reopened'] } },
      discard: { author: { does: ['draft'] } },
      amend: { author: { does: ['published'] } },
      resolve: { author: { does: ['draft', 'reopened', 'published'] } },
    },
    reading: {
      published: [{ who: ['coordinator'], see: 'versions' }],
      reopened: [{ who: ['coordinator'], see: 'versions' }],
    },
  },
} as const satisfies Record<string, KindTable>
