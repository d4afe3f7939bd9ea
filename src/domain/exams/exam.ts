/** Part of an exam that has a mark of its own. */
export interface ExamPart {
  /** The code of its exam, a point, a number. */
  readonly code: string
  readonly coefficient: number
}

/** Épreuve, as far as the rules need it. */
export interface Exam {
  readonly code: string
  /** Unité that it assesses. */
  readonly unit: string
  /** `null`: optional; only points above 10 count. */
  readonly coefficient: number | null
  /** Characteristic of the trade, so that nobody is dispensed from it. */
  readonly professional: boolean
  /** Their coefficients add up to that of the exam. Empty: the exam has one mark. */
  readonly parts: readonly ExamPart[]
}

/** How an exam goes in one kind of centre from a session on. */
export interface ExamForm {
  /** First session (year) it holds for; of several, the latest that has begun. */
  readonly from: number
  /** A centre that may assess by CCF (habilité), one that may not, or both. */
  readonly centre: 'accredited' | 'other' | 'any'
  /** `ccf`: contrôle en cours de formation, in the centre. `final`: épreuve ponctuelle. */
  readonly assessment: 'ccf' | 'final'
  readonly situations: readonly Situation[]
  readonly source: string
  /** Absent: read in the text itself. Otherwise what is still to be checked. */
  readonly toConfirm?: string
}

/** Situation d’évaluation, or the whole of an exam that has but one. */
export interface Situation {
  readonly title: string | null
  readonly mode: 'written' | 'oral' | 'practical'
  /** `null`: the texts give no duration. */
  readonly minutes: number | null
  readonly preparationMinutes: number
}

/**
 * The form an exam has in a session for the candidates of a centre, or `null` where none is known.
 *
 * Source: Code de l’éducation, art. D643-19: who prepared as an apprentice in a centre that is not
 * accredited takes final exams only.
 */
export function formOf(
  forms: readonly ExamForm[],
  { session, accredited }: { readonly session: number; readonly accredited: boolean },
): ExamForm | null {
  const centre = accredited ? 'accredited' : 'other'
  const known = forms.filter(
    (form) => form.from <= session && (form.centre === 'any' || form.centre === centre),
  )
  return known.reduce<ExamForm | null>(
    (latest, form) => (latest && latest.from > form.from ? latest : form),
    null,
  )
}
