import type { AdmissionRule } from '#domain/enrolment/admission.ts'
import type { Reading } from '#domain/enrolment/readings.ts'
import type { Survey } from '#domain/enrolment/surveys.ts'
import * as z from 'zod/mini'
import type { CentreSheet, Sheet } from './sheet.ts'

/** A text that somebody reads: never empty, nor spaces alone. */
export const text = z.string().check(z.trim(), z.minLength(1))
/** A code that documents may hold: lower-case ASCII words. */
export const code = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/))
export const year = z.int().check(z.gte(2000), z.lte(2099))
const positive = z.int().check(z.positive())
/** As many answers as a document of kind `survey` holds. */
const QUESTIONS_MAX = 30

const choice = z.object({ code, title: text })
const admissionRule: z.ZodMiniType<AdmissionRule> = z.object({
  code,
  title: text,
  type: z.enum(['step', 'option', 'decision']),
})

const survey: z.ZodMiniType<Survey> = z.object({
  code,
  title: text,
  opens: z.object({ months: z.int().check(z.gte(0)), from: z.enum(['start', 'end']) }),
  questions: z
    .array(
      z.object({
        code,
        text,
        parties: z.array(z.enum(['apprentice', 'master'])).check(z.minLength(1)),
      }),
    )
    .check(z.minLength(1), z.maxLength(QUESTIONS_MAX), z.refine(hasEachCodeOnce)),
})

const reading: z.ZodMiniType<Reading> = z.object({
  code,
  edition: z.iso.date(),
  of: z.enum(['centre', 'company']),
  title: text,
  lead: text,
  statements: z.array(z.object({ code, text, source: text })),
  withGuardian: z.boolean(),
})
const result = z.object({ session: year, percent: z.number().check(z.gte(0), z.lte(100)) })

export const sheetSchema: z.ZodMiniType<Sheet> = z.object({
  objectives: z.array(z.object({ title: text, detail: text, skillGroups: z.array(z.string()) })),
  objectivesNote: z.nullable(text),
  hosts: z.nullable(text),
  prerequisites: z.object({
    maxAge: z.nullable(positive),
    entryLevels: z.array(text),
    qualities: z.array(text),
  }),
  admission: z.array(admissionRule),
  placement: z.nullable(text),
  placementThemes: z.array(choice).check(z.refine(hasEachCodeOnce)),
  surveys: z.array(survey).check(z.refine(hasEachCodeOnce)),
  contract: z.object({
    months: z.nullable(positive),
    extraForDisability: z.nullable(positive),
    startMonths: z.nullable(z.object({ before: positive, after: positive })),
  }),
  enrolmentFrom: z.nullable(z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/))),
  methods: z.array(text),
  visitsAYear: z.nullable(positive),
  assessments: z.array(choice),
  companyAssessment: z.nullable(text),
  interviews: z.array(z.object({ ...choice.shape, masterReads: z.boolean() })),
  certifiesBlocks: z.nullable(z.boolean()),
  accredited: z.nullable(z.boolean()),
  results: z.array(result),
  nextStudies: z.array(text),
  jobs: z.array(text),
  funding: z.nullable(z.object({ tuition: text, funder: text, averageCost: z.nullable(positive) })),
})

export const centreSchema: z.ZodMiniType<CentreSheet> = z.object({
  name: text,
  street: text,
  postcode: z.string().check(z.regex(/^\d{5}$/)),
  city: text,
  phone: z.string().check(z.regex(/^0\d( \d{2}){4}$/)),
  email: z.email(),
  website: z.url(),
  access: z.array(text),
  accessibility: z.array(text),
  catering: text,
  lodging: text,
  equipment: z.array(text),
  publics: text,
  results: z.array(result),
  commitments: z.array(text),
  readings: z.array(reading).check(z.refine(hasEachCodeOnce)),
})

function hasEachCodeOnce(choices: readonly { readonly code: string }[]) {
  return new Set(choices.map((each) => each.code)).size === choices.length
}
