/** Session d’examen: what the academy publishes year by year. `null`: not known yet. */
export interface ExamSession {
  readonly year: number
  readonly registrationUntil: string | null
  /** When convocations are sent out. */
  readonly convocationFrom: string | null
  /** First and last day of the written exams. */
  readonly writtenFrom: string | null
  readonly writtenUntil: string | null
  readonly resultsOn: string | null
  /** By code of an exam: the last day to hand in its file. */
  readonly handIn: Readonly<Record<string, string | null>>
  /** By code of an exam: the day on which it is written. */
  readonly written: Readonly<Record<string, string>>
  readonly source: string
}

/** What a candidate has done or got. */
export interface SessionProgress {
  readonly registered: boolean
  readonly convocationReceived: boolean
  /** Codes of the exams whose file is handed in. */
  readonly handedIn: readonly string[]
}

export type StepName = 'registration' | 'hand-in' | 'convocation' | 'written' | 'results'

export interface SessionStep {
  readonly name: StepName
  /** Of a file that is handed in. */
  readonly exam: string | null
  /** Civil date by which, or on which; `null`: not published. */
  readonly by: string | null
  /** `open`: still to do, in time. `overdue`: to do, and too late. `ahead`: comes by itself. */
  readonly state: 'done' | 'open' | 'overdue' | 'ahead'
}

/**
 * The way through one session, in the order of its dates; what has none comes where it usually does.
 *
 * Source: programme sheet (the centre registers the candidates); circulaire of the session (dates
 * set by the academy).
 */
export function sessionSteps(
  session: ExamSession,
  progress: SessionProgress,
  today: string,
): readonly SessionStep[] {
  const todo = (done: boolean, by: string | null): SessionStep['state'] => {
    if (done) return 'done'
    return by !== null && by < today ? 'overdue' : 'open'
  }
  const passes = (on: string | null) => (on !== null && on < today ? 'done' : 'ahead')
  const { registered, convocationReceived, handedIn } = progress
  const steps: readonly SessionStep[] = [
    {
      name: 'registration',
      exam: null,
      by: session.registrationUntil,
      state: todo(registered, session.registrationUntil),
    },
    ...Object.entries(session.handIn).map(([exam, by]): SessionStep => ({
      name: 'hand-in',
      exam,
      by,
      state: todo(handedIn.includes(exam), by),
    })),
    {
      name: 'convocation',
      exam: null,
      by: session.convocationFrom,
      state: convocationReceived ? 'done' : 'ahead',
    },
    {
      name: 'written',
      exam: null,
      by: session.writtenFrom,
      state: passes(session.writtenUntil ?? session.writtenFrom),
    },
    { name: 'results', exam: null, by: session.resultsOn, state: passes(session.resultsOn) },
  ]
  return inOrderOfDates(steps)
}

/** Dated steps in the order of time, each undated one right after the step it stood behind. */
function inOrderOfDates(steps: readonly SessionStep[]): readonly SessionStep[] {
  let latest = ''
  const keyed = steps.map((step, index) => {
    latest = step.by ?? latest
    return { step, date: latest, index }
  })
  return keyed
    .sort((one, other) => compare(one.date, other.date) || one.index - other.index)
    .map(({ step }) => step)
}

const compare = (one: string, other: string) => (one < other ? -1 : Number(one > other))
