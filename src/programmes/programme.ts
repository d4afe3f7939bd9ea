import { isWeek } from '#domain/week.ts'
import * as z from 'zod/mini'
import type { Cohort, ProgrammeOutline } from './outline.ts'

/** Longest short name of a skill, in characters: two lines of a phone of 320 px. */
const SKILL_SHORT_MAX = 40
/** Longest short name of a task, in characters: one chip on a phone of 320 px. */
const TASK_SHORT_MAX = 28

/** Formation: what a diploma asks, and when its cohorts run. Labels are those of the official texts. */
export interface Programme {
  readonly id: string
  readonly title: string
  readonly shortTitle: string
  /** Code diplôme, digits only. */
  readonly diplomaCode: string
  readonly rncp: string
  /** Level of the European framework (cadre européen des certifications). */
  readonly level: number
  /** Hours of training in the centre over the whole programme. */
  readonly hours: number
  /** Professional blocks first. */
  readonly blocks: readonly Block[]
  readonly exams: readonly Exam[]
  readonly cohorts: readonly Cohort[]
  /** Days of one week in each place. */
  readonly rhythm: { readonly centreDays: number; readonly companyDays: number }
}

/** Bloc de compétences. Only a professional block has activities. */
export interface Block {
  readonly code: string
  readonly title: string
  /** Unité of the exam that assesses the block. */
  readonly unit: string
  readonly skillGroups: readonly { readonly code: string; readonly label: string }[]
  readonly skills: readonly Skill[]
  readonly activities: readonly { readonly title: string; readonly tasks: readonly Task[] }[]
}

/** Compétence. */
export interface Skill {
  /**
   * Starts with the code of its group. Ours: the official framework does not number its
   * skills, so a code is never shown as an official one.
   */
  readonly code: string
  readonly label: string
  /** In plain words, for a phone. */
  readonly shortLabel: string
  /** Critères de performance; the general blocks have none. */
  readonly criteria: readonly string[]
}

/** Tâche of a professional activity. Its code stands in what people wrote: it never changes. */
export interface Task {
  readonly code: string
  readonly label: string
  readonly shortLabel: string
}

/** Épreuve. */
export interface Exam {
  readonly code: string
  readonly unit: string
  readonly title: string
  readonly coefficient: number
  /** `ccf`: contrôle en cours de formation, in the centre. `final`: épreuve ponctuelle. */
  readonly assessment: 'ccf' | 'final'
  readonly form: string
}

/** The official texts of a programme, by the codes of its outline. */
export interface OfficialTexts extends Pick<
  Programme,
  'title' | 'diplomaCode' | 'rncp' | 'level' | 'hours' | 'exams' | 'rhythm'
> {
  readonly blocks: Readonly<Record<string, Pick<Block, 'unit' | 'skillGroups'>>>
  readonly skills: Readonly<Record<string, Pick<Skill, 'label' | 'criteria'>>>
  readonly tasks: Readonly<Record<string, string>>
}

/** A programme from its two halves. What has no official text is missing: `loadProgramme` refuses it. */
export function joinProgramme(outline: ProgrammeOutline, official: OfficialTexts): unknown {
  const { blocks: blockTexts, skills: skillTexts, tasks: taskTexts, ...rest } = official
  const blocks = outline.blocks.map((block) => ({
    ...block,
    ...blockTexts[block.code],
    skills: block.skills.map((skill) => ({ ...skill, ...skillTexts[skill.code] })),
    activities: block.activities.map(({ title, tasks }) => ({
      title,
      tasks: tasks.map((task) => ({ ...task, label: taskTexts[task.code] })),
    })),
  }))
  return { ...outline, ...rest, blocks }
}

const text = z.string().check(z.trim(), z.minLength(1))
const shortText = (max: number) => z.string().check(z.minLength(1), z.maxLength(max))
const positive = z.number().check(z.positive())
const distinct = (codes: readonly string[]) => new Set(codes).size === codes.length

const task = z.object({
  code: z.string().check(z.regex(/^[a-z]+(-[a-z]+)*$/)),
  label: text,
  shortLabel: shortText(TASK_SHORT_MAX),
})

const skill = z.object({
  code: z.string().check(z.regex(/^B\d\.C\d(\.\d)?$/)),
  label: text,
  shortLabel: shortText(SKILL_SHORT_MAX),
  criteria: z.array(text),
})

const block = z
  .object({
    code: z.string().check(z.regex(/^B\d$/)),
    title: text,
    unit: z.string().check(z.regex(/^U\d$/)),
    skillGroups: z.array(z.object({ code: text, label: text })).check(z.minLength(1)),
    skills: z.array(skill).check(z.minLength(1)),
    activities: z.array(z.object({ title: text, tasks: z.array(task).check(z.minLength(1)) })),
  })
  .check(
    z.refine(
      ({ code, skills }) => skills.every((one) => one.code.startsWith(`${code}.`)),
      'a skill has the code of another block',
    ),
    z.refine(
      ({ skillGroups, skills }) =>
        skills.every((one) => skillGroups.some((group) => one.code.startsWith(group.code))),
      'a skill stands in no group',
    ),
  )

const exam = z.object({
  code: z.string().check(z.regex(/^E\d$/)),
  unit: z.string().check(z.regex(/^U\d$/)),
  title: text,
  coefficient: positive,
  assessment: z.enum(['ccf', 'final']),
  form: text,
})

const days = { start: z.iso.date(), end: z.iso.date() }

const cohort = z
  .object({
    ...days,
    id: z.string().check(z.regex(/^\d{4}-\d{4}$/)),
    title: text,
    years: z.array(z.object(days)).check(z.minLength(1)),
    closedWeeks: z.array(z.string().check(z.refine(isWeek))),
  })
  .check(
    z.refine(({ start, end, years }) => {
      const inOrder = [start, ...years.flatMap((year) => [year.start, year.end]), end]
      return inOrder.every((day, at) => at === 0 || (inOrder[at - 1] ?? '') <= day)
    }, 'the years of a cohort follow each other between its two ends'),
  )

const programme: z.ZodMiniType<Programme> = z
  .object({
    id: z.string().check(z.regex(/^[a-z]+(-[a-z]+)*$/)),
    title: text,
    shortTitle: text,
    diplomaCode: z.string().check(z.regex(/^\d{8}$/)),
    rncp: z.string().check(z.regex(/^RNCP\d+$/)),
    level: z.int().check(z.gte(1), z.lte(8)),
    hours: positive,
    blocks: z.array(block).check(z.minLength(1)),
    exams: z.array(exam).check(z.minLength(1)),
    cohorts: z.array(cohort).check(z.minLength(1)),
    rhythm: z.object({ centreDays: positive, companyDays: positive }),
  })
  .check(
    z.refine(
      ({ blocks, exams, cohorts }) =>
        distinct(blocks.map((one) => one.code)) &&
        distinct(blocks.flatMap((one) => one.skills.map(({ code }) => code))) &&
        distinct(
          blocks.flatMap((one) => one.activities.flatMap(({ tasks }) => tasks.map((t) => t.code))),
        ) &&
        distinct(exams.map((one) => one.code)) &&
        distinct(cohorts.map((one) => one.id)),
      'a code stands twice',
    ),
    z.refine(
      ({ blocks, exams }) => blocks.every(({ unit }) => exams.some((one) => one.unit === unit)),
      'a block has no exam',
    ),
  )

/** Throws where `data` is not a whole and coherent programme: a broken diploma never starts. */
export function loadProgramme(data: unknown): Programme {
  return programme.parse(data)
}
