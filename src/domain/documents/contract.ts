import type { Kind } from '../kind.ts'
import { everybody, published } from './published.ts'

/**
 * Contrat d’apprentissage: what the parties concluded, as the centre holds it (Code du travail,
 * art. L6222-1 ff.; RNQ indicator 12). A change of company is another contract in the same logbook.
 *
 * The coordinator writes it from the contract form; everybody of the logbook reads it.
 */
export const contract = {
  ...published,
  authors: ['coordinator'],
  readers: everybody,
  needs: [['birthDate'], ['start'], ['end'], ['cycleMonths'], ['couples']],
  fields: {
    birthDate: { type: 'birthDate' },
    concludedOn: { type: 'date' },
    /** First and last day as it was concluded. */
    start: { type: 'date' },
    end: { type: 'date' },
    /** First days in the company and in the centre under it (art. L6222-12). */
    practicalStart: { type: 'date' },
    centreStart: { type: 'date' },
    /** Months of the whole cycle. */
    cycleMonths: { type: 'integer', min: 1, max: 60 },
    territory: { type: 'choice', of: ['metropole', 'mayotte'] },
    /** Name of the collective agreement. */
    agreement: { type: 'text', max: 200 },
    /** Its minimum for the job, in cents a month. */
    conventionalMinimum: { type: 'integer', min: 0, max: 10_000_000 },
    /** What lets somebody begin outside of the usual ages, see `eligibility`. */
    ageException: {
      type: 'choice',
      of: [
        'lower-secondary',
        'higher-diploma',
        'broken-contract',
        'disability',
        'business-project',
        'high-level-sport',
        'exam-failure',
      ],
    },
    /** Last day of the contract before, where the exception asks for it. */
    previousEnd: { type: 'date' },
    /** Of an apprenticeship before this one: what it guarantees for the pay (art. D6222-29). */
    previousCompany: { type: 'choice', of: ['none', 'same', 'other'] },
    previousDiploma: { type: 'choice', of: ['yes', 'no'] },
    /** Percent of the SMIC in its last year, in hundredths: what was due, and what was paid. */
    previousDue: { type: 'integer', min: 0, max: 50_000 },
    previousPaid: { type: 'integer', min: 0, max: 50_000 },
    /** Of a diploma of the same level obtained before: the fifteen points (art. D6222-30). */
    topUpLevel: { type: 'choice', of: ['same', 'other'] },
    topUpLink: { type: 'choice', of: ['yes', 'no'] },
    /** Whole years that it took. */
    topUpYears: { type: 'integer', min: 0, max: 10 },
    topUpRoute: { type: 'choice', of: ['apprenticeship', 'school'] },
    /** Contracts of the same level before this one, and the word that a third one needs (art. L6222-15). */
    sameLevelBefore: { type: 'choice', of: ['none', 'one', 'more'] },
    centreAgreedOn: { type: 'date' },
    /** Of the contract elsewhere that this one prolongs after a failed exam (art. L6222-11, 2°). */
    prolongedStart: { type: 'date' },
    prolongedEnd: { type: 'date' },
    /** Companies and their masters, for a time. */
    couples: {
      type: 'items',
      max: 20,
      of: {
        company: { type: 'text', max: 200 },
        master: { type: 'text', max: 200 },
        from: { type: 'date' },
        until: { type: 'date' },
        /** `hosts`: for a part of the practical training only (art. R6223-10). */
        part: { type: 'choice', of: ['employs', 'hosts'] },
        /** Of a team of masters, the one who answers for it (art. L6223-6). */
        lead: { type: 'choice', of: ['yes', 'no'] },
      },
    },
    suspensions: {
      type: 'items',
      max: 20,
      of: {
        from: { type: 'date' },
        until: { type: 'date' },
        reason: { type: 'choice', of: ['risk', 'beyond-control', 'own-choice'] },
      },
    },
    extensionReason: { type: 'choice', of: ['exam-failure', 'disability', 'suspension'] },
    extendedEnd: { type: 'date' },
    breachGround: {
      type: 'choice',
      of: [
        'trial',
        'agreement',
        'serious-fault',
        'force-majeure',
        'unfitness',
        'death-of-master',
        'apprentice',
        'diploma',
        'exclusion',
        'resumption-refused',
      ],
    },
    /** Last day of a contract that was broken. */
    breachOn: { type: 'date' },
    /** What was done for it, by ground: see `breachSteps`. */
    breachWrittenOn: { type: 'date' },
    mediatorAskedOn: { type: 'date' },
    companyToldOn: { type: 'date' },
    diplomaOn: { type: 'date' },
    excludedOn: { type: 'date' },
    guardianWord: { type: 'choice', of: ['signed', 'mediator', 'missing'] },
  },
} as const satisfies Kind
