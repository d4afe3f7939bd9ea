import { halves } from '#domain/calendar/day.ts'
import { weekdays, type Rhythm, type WeekHalf } from '#domain/calendar/plan.ts'
import { isWeek } from '#domain/week.ts'
import * as z from 'zod/mini'
import { dispense, exam, piece, session, unit } from './examSchema.ts'
import type { Programme } from './programme.ts'
import { centreSchema, code, sheetSchema, text } from './sheetSchema.ts'

/** Longest short name of a skill, in characters: two lines of a phone of 320 px. */
export const SKILL_SHORT_MAX = 40
/** Longest short name of a task, in characters: one chip on a phone of 320 px. */
export const TASK_SHORT_MAX = 28

/** B1, and BF1 of an optional block; groups and skills are numbered within. */
export const blockCode = /^BF?\d+$/
export const skillCode = /^BF?\d+\.C\d+(\.\d+)?$/

const weekHalves = weekdays.flatMap((day) => halves.map((half): WeekHalf => `${day}-${half}`))

const shortText = (max: number) => z.string().check(z.minLength(1), z.maxLength(max))
const positive = z.number().check(z.positive())
const distinct = (codes: readonly (string | number)[]) => new Set(codes).size === codes.length

const task = z.object({
  code: z.string().check(z.regex(/^[a-z]+(-[a-z]+)*$/)),
  label: text,
  shortLabel: shortText(TASK_SHORT_MAX),
})

const skill = z.object({
  code: z.string().check(z.regex(skillCode)),
  label: text,
  shortLabel: shortText(SKILL_SHORT_MAX),
  criteria: z.array(text),
})

const block = z
  .object({
    code: z.string().check(z.regex(blockCode)),
    title: text,
    unit,
    skillGroups: z.array(z.object({ code: text, label: text })),
    skills: z.array(skill).check(z.minLength(1)),
    activities: z.array(z.object({ title: text, tasks: z.array(task).check(z.minLength(1)) })),
  })
  .check(
    z.refine(
      ({ code: own, skills }) => skills.every((one) => one.code.startsWith(`${own}.`)),
      'a skill has the code of another block',
    ),
    z.refine(
      ({ skillGroups, skills }) =>
        skillGroups.length === 0 ||
        skills.every((one) => skillGroups.some((group) => isIn(one.code, group.code))),
      'a skill stands in no group',
    ),
  )

const isIn = (own: string, group: string) => own === group || own.startsWith(`${group}.`)

const days = { start: z.iso.date(), end: z.iso.date() }

const cohort = z
  .object({
    ...days,
    id: z.string().check(z.regex(/^\d{4}-\d{4}$/)),
    title: text,
    years: z.array(z.object(days)).check(z.minLength(1)),
    closedWeeks: z.array(z.string().check(z.refine(isWeek))),
    companyHalves: z.optional(z.array(z.enum(weekHalves as [WeekHalf, ...WeekHalf[]]))),
  })
  .check(
    z.refine(({ start, end, years }) => {
      const inOrder = [start, ...years.flatMap((year) => [year.start, year.end]), end]
      return inOrder.every((day, at) => at === 0 || (inOrder[at - 1] ?? '') <= day)
    }, 'the years of a cohort follow each other between its two ends'),
  )

const rhythm: z.ZodMiniType<Rhythm> = z.object({
  weeks: z.array(z.array(z.enum(weekHalves)).check(z.refine(distinct))).check(z.minLength(1)),
  minutesPerHalfDay: z.int().check(z.positive()),
})

const programme: z.ZodMiniType<Programme> = z
  .object({
    id: code,
    title: text,
    shortTitle: text,
    diplomaCode: z.string().check(z.regex(/^\d{8}$/)),
    rncp: z.string().check(z.regex(/^RNCP\d+$/)),
    level: z.int().check(z.gte(1), z.lte(8)),
    credits: z.int().check(z.gte(0)),
    certifier: text,
    text,
    hours: positive,
    companyWeeks: z.nullable(z.int().check(z.positive())),
    blocks: z.array(block).check(z.minLength(1)),
    exams: z.array(exam).check(z.minLength(1)),
    pieces: z.array(piece),
    sessions: z.array(session),
    dispenses: z.array(dispense),
    dispenseNames: z.record(code, text),
    subjects: z.array(
      z.object({ code, title: text, professional: z.boolean(), exam: z.nullable(text) }),
    ),
    cohorts: z.array(cohort),
    rhythm: z.nullable(rhythm),
    sheet: sheetSchema,
    centre: centreSchema,
    toConfirm: z.array(text),
  })
  .check(
    z.refine(hasEachCodeOnce, 'a code stands twice'),
    z.refine(
      ({ blocks, exams }) => blocks.every((one) => exams.some((each) => each.unit === one.unit)),
      'a block has no exam',
    ),
    z.refine(namesOnlyItsExams, 'a subject, piece or session is of an exam that is not there'),
    z.refine(namesOnlyItsUnits, 'a dispense is of a unit or diploma that is not there'),
    z.refine(({ blocks, sheet }) => {
      const groups = blocks.flatMap((one) => one.skillGroups.map((group) => group.code))
      return sheet.objectives.every((each) => each.skillGroups.every((one) => groups.includes(one)))
    }, 'an objective stands for skills that are not there'),
  )

function hasEachCodeOnce({ blocks, exams, cohorts, pieces, subjects, sessions, sheet }: Programme) {
  const activities = blocks.flatMap((one) => one.activities)
  return [
    blocks.map((one) => one.code),
    blocks.flatMap((one) => one.skillGroups.map((group) => group.code)),
    blocks.flatMap((one) => one.skills.map((each) => each.code)),
    activities.flatMap(({ tasks }) => tasks.map((one) => one.code)),
    exams.flatMap((one) => [one.code, ...one.parts.map((part) => part.code)]),
    exams.map((one) => one.unit),
    cohorts.map((one) => one.id),
    pieces.map((one) => one.code),
    subjects.map((one) => one.code),
    sessions.map((one) => one.year),
    ...[sheet.admission, sheet.assessments, sheet.interviews].map((choices) =>
      choices.map((one) => one.code),
    ),
  ].every(distinct)
}

function namesOnlyItsExams({ exams, pieces, subjects, sessions }: Programme) {
  const codes = exams.map((one) => one.code)
  const named = [
    ...pieces.map((one) => one.exam),
    ...subjects.flatMap((one) => one.exam ?? []),
    ...sessions.flatMap(({ handIn, written }) => [...Object.keys(handIn), ...Object.keys(written)]),
  ]
  return named.every((one) => codes.includes(one))
}

function namesOnlyItsUnits({ exams, dispenses, dispenseNames }: Programme) {
  const units = exams.map((one) => one.unit)
  return dispenses.every(
    (rule) =>
      units.includes(rule.unit) &&
      [...rule.holders, ...(rule.passed === null ? [] : [rule.passed])].every(
        (each) => each in dispenseNames,
      ),
  )
}

/** Throws where `data` is not a whole and coherent programme: a broken diploma never starts. */
export function loadProgramme(data: unknown): Programme {
  return programme.parse(data)
}
