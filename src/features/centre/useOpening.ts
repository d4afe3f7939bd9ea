import type { Enrolment } from '#domain/enrolment/enrolment.ts'
import type { Enrolled } from '#protocol/centre.ts'
import type { EnrolmentRefusal } from '#protocol/notOpenable.ts'
import { useState } from 'react'
import type { OpeningRefusal, OpenLogbooks } from './opening.ts'

/** Apprentices with what the server says would become of them, or what became. */
interface Judged {
  readonly enrolments: readonly Enrolment[]
  readonly enrolled: Enrolled
}

type Step =
  /** Filled in, and perhaps refused. `problems`: what the server found wrong. */
  | { readonly name: 'fill'; readonly problems: readonly EnrolmentRefusal[] }
  | ({ readonly name: 'check' } & Judged)
  | ({ readonly name: 'done'; readonly invited: boolean } & Judged)

const START: Step = { name: 'fill', problems: [] }

/** From what is filled in, over what the server would make of it, to logbooks. Loses nothing of it. */
export function useOpening(onOpen: OpenLogbooks) {
  const [step, setStep] = useState<Step>(START)
  const [refusal, setRefusal] = useState<OpeningRefusal | null>(null)
  const [busy, setBusy] = useState(false)

  const ask = async (
    enrolments: readonly Enrolment[],
    how: Parameters<OpenLogbooks>[1],
    next: (judged: Judged) => Step,
  ) => {
    setBusy(true)
    setRefusal(null)
    const answer = await onOpen(enrolments, how)
    setBusy(false)
    if (answer.kind === 'refused') setRefusal(answer.refusal)
    else if (answer.kind === 'not-openable') setStep({ name: 'fill', problems: answer.problems })
    else setStep(next({ enrolments, enrolled: answer.enrolled }))
    return answer.kind
  }

  return {
    step,
    refusal,
    busy,
    check: (enrolments: readonly Enrolment[]) =>
      ask(enrolments, { preview: true, invite: false }, (judged) => ({ name: 'check', ...judged })),
    open: (enrolments: readonly Enrolment[], invite: boolean) =>
      ask(enrolments, { preview: false, invite }, (judged) => ({
        ...{ name: 'done', invited: invite },
        ...judged,
      })),
    /** What is filled in changes, so what was said of it holds no longer. */
    restart: () => {
      setStep(START)
      setRefusal(null)
    },
  }
}
