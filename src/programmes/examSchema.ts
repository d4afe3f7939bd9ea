import * as z from 'zod/mini'
import type { DispenseRule } from '#domain/exams/dispenses.ts'
import type { ExamForm } from '#domain/exams/exam.ts'
import type { ExamSession } from '#domain/exams/session.ts'
import type { ExamPiece, ProgrammeExam } from './programme.ts'
import { code, text, year } from './sheetSchema.ts'

const examCode = z.string().check(z.regex(/^EF?\d+$/))
export const unit = z.string().check(z.regex(/^UF?\d+$/))
const minutes = z.int().check(z.gte(0))
const coefficient = z.number().check(z.positive(), z.multipleOf(0.01))
const date = z.iso.date()

const form: z.ZodMiniType<ExamForm> = z.object({
  from: year,
  centre: z.enum(['accredited', 'other', 'any']),
  assessment: z.enum(['ccf', 'final']),
  situations: z
    .array(
      z.object({
        title: z.nullable(text),
        mode: z.enum(['written', 'oral', 'practical']),
        minutes: z.nullable(minutes),
        preparationMinutes: minutes,
      }),
    )
    .check(z.minLength(1)),
  source: text,
  toConfirm: z.exactOptional(text),
})

export const exam: z.ZodMiniType<ProgrammeExam> = z
  .object({
    code: examCode,
    unit,
    title: text,
    coefficient: z.nullable(coefficient),
    professional: z.boolean(),
    parts: z.array(z.object({ code: text, coefficient })),
    partTitles: z.record(z.string(), text),
    forms: z.array(form).check(z.minLength(1)),
  })
  .check(
    z.refine(
      ({ parts, coefficient: whole }) =>
        parts.length === 0 || parts.reduce((sum, part) => sum + part.coefficient, 0) === whole,
      'the parts of an exam have another coefficient than the whole',
    ),
    z.refine(
      ({ code: own, parts, partTitles }) =>
        parts.every((part) => part.code.startsWith(`${own}.`) && part.code in partTitles),
      'a part has no title, or the code of another exam',
    ),
  )

export const piece: z.ZodMiniType<ExamPiece> = z
  .object({
    code,
    exam: examCode,
    title: text,
    from: year,
    until: z.nullable(year),
    count: z.int().check(z.positive()),
    distinct: z.boolean(),
    needsSignature: z.boolean(),
    ifMissing: z.enum(['not-valid', 'penalty']),
    natures: z.record(code, text),
    source: text,
  })
  .check(
    z.refine(
      ({ distinct, natures, count }) => !distinct || Object.keys(natures).length >= count,
      'there are fewer natures than pieces that have to differ',
    ),
  )

export const session: z.ZodMiniType<ExamSession> = z.object({
  year,
  registrationUntil: z.nullable(date),
  convocationFrom: z.nullable(date),
  writtenFrom: z.nullable(date),
  writtenUntil: z.nullable(date),
  resultsOn: z.nullable(date),
  handIn: z.record(examCode, z.nullable(date)),
  written: z.record(examCode, date),
  source: text,
})

export const dispense: z.ZodMiniType<DispenseRule> = z.object({
  unit,
  holders: z.array(code).check(z.minLength(1)),
  passed: z.nullable(code),
  source: text,
  toConfirm: z.exactOptional(text),
})
