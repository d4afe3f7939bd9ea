import { textOf } from '../content.ts'
import type { PersonId } from '../identifiers.ts'
import { lastVersion, type LogbookDocument } from '../logbookDocument.ts'

/**
 * Étape d’admission; data of the programme. `option`: not everybody needs it. `decision`: somebody
 * else says yes or no.
 */
export interface AdmissionRule {
  readonly code: string
  readonly title: string
  readonly type: 'step' | 'option' | 'decision'
}

export type AdmissionState = 'open' | 'done' | 'not-needed' | 'accepted' | 'refused'

export interface AdmissionStatus {
  readonly rule: AdmissionRule
  readonly state: AdmissionState
  /** Civil date; `null`: nobody has noted anything. */
  readonly on: string | null
  /** Who noted it. */
  readonly by: PersonId | null
}

const choices: Readonly<Record<AdmissionRule['type'], readonly AdmissionState[]>> = {
  step: ['done', 'open'],
  option: ['done', 'not-needed', 'open'],
  decision: ['accepted', 'refused', 'open'],
}

/** How a step can stand. */
export const statesOf = ({ type }: AdmissionRule): readonly AdmissionState[] => choices[type]

/** Whether nothing is left to do for it. A refusal leaves something: another contract. */
export const isSettled = (state: AdmissionState): boolean =>
  state === 'done' || state === 'not-needed' || state === 'accepted'

/**
 * How each step stands: what was noted last counts, whoever of the centre it was, by the clock of the
 * server once it has it. In the order of the steps.
 *
 * Source: programme sheet, “Modalités d’inscription”; the contract is subject to the OPCO’s agreement.
 */
export function admissionOf(
  rules: readonly AdmissionRule[],
  documents: readonly LogbookDocument[],
): readonly AdmissionStatus[] {
  const notes = documents
    .flatMap((document) => {
      const version = document.kind === 'admissionStep' ? lastVersion(document) : undefined
      return version ? [{ document, version }] : []
    })
    .sort((one, other) => one.version.at.localeCompare(other.version.at))
  return rules.map((rule) => {
    const last = notes.findLast(({ version }) => version.content['step'] === rule.code)
    if (!last) return { rule, state: 'open', on: null, by: null }
    const { document, version } = last
    return {
      rule,
      state: textOf(version.content, 'state') as AdmissionState,
      on: textOf(version.content, 'on'),
      by: document.author,
    }
  })
}
