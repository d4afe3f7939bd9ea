import type { Rhythm } from '#domain/calendar/plan.ts'
import type { DispenseRule } from '#domain/exams/dispenses.ts'
import type { Exam, ExamForm } from '#domain/exams/exam.ts'
import type { PieceRule } from '#domain/exams/selfCheck.ts'
import type { ExamSession } from '#domain/exams/session.ts'
import type { Cohort, Named, ProgrammeOutline } from './outline.ts'
import type { CentreSheet, Sheet } from './sheet.ts'

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
  /** Crédits européens (ECTS). */
  readonly credits: number
  readonly certifier: string
  /** The text that defines the diploma. */
  readonly text: string
  /** Hours of training in the centre over the whole programme. */
  readonly hours: number
  /** Weeks in companies that the exams ask for; `null`: not established. */
  readonly companyWeeks: number | null
  /** Professional blocks first. */
  readonly blocks: readonly Block[]
  /** See `ProgrammeOutline`. */
  readonly formerSkills?: readonly Named[] | undefined
  readonly exams: readonly ProgrammeExam[]
  /** What the files of the exams must hold. */
  readonly pieces: readonly ExamPiece[]
  readonly sessions: readonly ExamSession[]
  readonly dispenses: readonly DispenseRule[]
  /** What the codes of `dispenses` are called. */
  readonly dispenseNames: Readonly<Record<string, string>>
  readonly subjects: readonly Subject[]
  readonly cohorts: readonly Cohort[]
  /** `null`: the centre has not said. */
  readonly rhythm: Rhythm | null
  readonly sheet: Sheet
  readonly centre: CentreSheet
  /** What was not found in an official text, in sentences for whoever reads the programme. */
  readonly toConfirm: readonly string[]
}

/** Bloc de compétences. Only a professional block has activities. */
export interface Block {
  readonly code: string
  readonly title: string
  /** Unité of the exam that assesses the block. */
  readonly unit: string
  /** Empty: the skills of the block stand by themselves. */
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

/** Épreuve, with what the rules do not need. */
export interface ProgrammeExam extends Exam {
  readonly title: string
  /** Titles of its parts, by code. */
  readonly partTitles: Readonly<Record<string, string>>
  /** By session and kind of centre: see `formOf`. */
  readonly forms: readonly ExamForm[]
}

/** Pièce of the file of an exam. */
export interface ExamPiece extends PieceRule {
  readonly title: string
  /** What kinds of activity there are, where pieces have to differ; code and title. */
  readonly natures: Readonly<Record<string, string>>
}

/** Matière taught in the centre. */
export interface Subject {
  readonly code: string
  readonly title: string
  readonly professional: boolean
  /** Code of the exam it prepares for; `null`: none alone. */
  readonly exam: string | null
}

/** The official texts of a programme, by the codes of its outline. */
export interface OfficialTexts extends Omit<
  Programme,
  'id' | 'shortTitle' | 'blocks' | 'cohorts' | 'rhythm'
> {
  readonly blocks: Readonly<Record<string, Pick<Block, 'unit' | 'skillGroups'>>>
  readonly skills: Readonly<Record<string, Pick<Skill, 'label' | 'criteria'>>>
  readonly tasks: Readonly<Record<string, string>>
}

/**
 * A programme from its parts. What has no official text is missing in the result: `loadProgramme`
 * refuses it.
 */
export function joinProgramme(
  outline: ProgrammeOutline,
  official: OfficialTexts,
  rhythm: Rhythm | null,
): unknown {
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
  return { ...outline, ...rest, rhythm, blocks }
}
