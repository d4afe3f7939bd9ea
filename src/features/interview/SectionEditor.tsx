import { isBlank } from '#domain/content.ts'
import { ProblemNotice } from '#features/parts/ProblemNotice.tsx'
import type { Problem } from '#features/parts/problem.ts'
import type { Draft } from '#features/parts/useDraft.ts'
import { Stack } from '#ui/Stack.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { useTexts } from '#ui/texts.tsx'
import type { Party } from './parties.ts'
import { texts } from './texts.ts'

/** As the kind declares it. */
const ANSWER_MAX = 4_000
const answers = ['progress', 'difficulties', 'objectives'] as const

/** The questions one party answers; the trainer also writes what was concluded. */
export const questionsFor = (party: Party) =>
  party === 'trainer' ? ([...answers, 'conclusion'] as const) : answers

/** Whether nothing is written yet: an empty part cannot be finished. */
export const isEmptyPart = (draft: Draft, party: Party): boolean =>
  questionsFor(party).every((question) => isBlank(draft.text(question)))

interface Props {
  readonly party: Party
  readonly draft: Draft
  /** They wanted to finish, and nothing is written. */
  readonly asked: boolean
  readonly problem: Problem | null
}

/** One party’s part while it is written. */
export function SectionEditor({ party, draft, asked, problem }: Props) {
  const t = useTexts(texts)
  const shown = draft.problem ?? problem
  const missing = asked && isEmptyPart(draft, party)

  return (
    <Stack>
      {questionsFor(party).map((question, index) => (
        <TextArea
          key={question}
          label={t.questions[question]}
          hint={index === 0 ? t.dictate : undefined}
          max={ANSWER_MAX}
          value={draft.text(question)}
          error={missing && index === 0 ? t.writeSomething : undefined}
          onChange={(value) => {
            draft.set(question, value)
          }}
        />
      ))}
      <ProblemNotice problem={shown} />
    </Stack>
  )
}
