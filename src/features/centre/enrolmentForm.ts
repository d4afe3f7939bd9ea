import { isCivilDate } from '#domain/civilDate.ts'
import { enrolmentProblems, type Enrolment } from '#domain/enrolment/enrolment.ts'
import type { Centre } from '#protocol/centre.ts'
import { enrolmentFrom, type CellName, type Cells } from './cells.ts'
import { cohortsIn, type Offered } from './offered.ts'
import type { FieldProblemName } from './problems.ts'

/** A form about one apprentice, as it is filled in. */
export interface EnrolmentForm {
  readonly cells: Cells
  readonly isMinor: boolean
  /** Address of one of the centre’s; `other`: whoever is named in the cells; empty: not chosen yet. */
  readonly trainer: string
}

/** The trainer is none of those to choose from. */
export const OTHER_TRAINER = 'other'

export type FormProblems = Readonly<Partial<Record<CellName, FieldProblemName>>>

export function emptyForm(offered: readonly Offered[], { trainers }: Centre): EnrolmentForm {
  const [only, ...more] = offered.flatMap(({ id, cohorts }) =>
    cohorts.map((cohort) => ({ programme: id, cohort: cohort.id })),
  )
  return {
    cells: {
      'apprentice.name': '',
      'apprentice.email': '',
      'guardian.name': '',
      'guardian.email': '',
      'company.name': '',
      'company.city': '',
      'company.activity': '',
      'master.name': '',
      'master.email': '',
      'trainer.name': '',
      'trainer.email': '',
      programme: more.length === 0 ? (only?.programme ?? '') : '',
      cohort: more.length === 0 ? (only?.cohort ?? '') : '',
      'contract.start': '',
      'contract.end': '',
    },
    isMinor: false,
    trainer: trainers.length === 0 ? OTHER_TRAINER : '',
  }
}

/**
 * A form as it was kept, as far as it can be read: fields of another app are left out. `null`:
 * nothing was kept, or nothing of it is a form.
 */
export function recallForm(kept: string | null, empty: EnrolmentForm): EnrolmentForm | null {
  const { cells, isMinor, trainer } = readKept(kept)
  if (typeof cells !== 'object' || cells === null) return null
  const written = new Map<string, unknown>(Object.entries(cells))
  const known = Object.entries(empty.cells).map(([name, value]) => {
    const own = written.get(name)
    return [name, typeof own === 'string' ? own : value]
  })
  return {
    cells: Object.fromEntries(known) as Cells,
    isMinor: isMinor === true,
    trainer: typeof trainer === 'string' ? trainer : empty.trainer,
  }
}

type Kept = { readonly [Part in keyof EnrolmentForm]?: unknown }

function readKept(kept: string | null): Kept {
  try {
    return (JSON.parse(kept ?? 'null') as Kept | null) ?? {}
  } catch {
    return {}
  }
}

/** What is in the form, and the first thing that is wrong with each field; none: it can be sent. */
export function readForm(
  { cells, isMinor, trainer }: EnrolmentForm,
  offered: readonly Offered[],
  { trainers }: Centre,
): { readonly enrolment: Enrolment; readonly problems: FormProblems } {
  const chosen = trainers.find(({ email }) => email === trainer)
  const isOther = trainer === OTHER_TRAINER
  const read = enrolmentFrom({
    ...cells,
    'trainer.name': isOther ? cells['trainer.name'] : (chosen?.name ?? ''),
    'trainer.email': isOther ? cells['trainer.email'] : (chosen?.email ?? ''),
  })
  // Who ticks it off again has still written the words, and they wait.
  const written = read.guardian ?? { name: '', email: '' }
  const enrolment = { ...read, guardian: isMinor ? written : null }

  const problems: Partial<Record<CellName, FieldProblemName>> = {}
  for (const name of ['contract.start', 'contract.end'] as const) {
    if (!isCivilDate(cells[name])) problems[name] = cells[name] === '' ? 'empty' : 'not-a-date'
  }
  for (const { field, problem } of enrolmentProblems([enrolment], cohortsIn(offered))) {
    problems[field] ??= problem
  }
  if (cells.programme === '') problems.programme = 'empty'
  return { enrolment, problems }
}
