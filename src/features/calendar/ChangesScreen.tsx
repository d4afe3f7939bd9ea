import type { AlternationCalendar } from '#domain/calendar/alternation.ts'
import type { Content } from '#domain/operation.ts'
import type { Actor } from '#domain/rights.ts'
import { ProblemNotice } from '#features/parts/ProblemNotice.tsx'
import { apprenticeName } from '#features/parts/personName.ts'
import type { Problem } from '#features/parts/problem.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { Section } from '#ui/Section.tsx'
import { Spinner } from '#ui/Spinner.tsx'
import { useTexts } from '#ui/texts.tsx'
import { useState } from 'react'
import { ChangeForm } from './ChangeForm.tsx'
import { ChangeList } from './ChangeList.tsx'
import type { ShownChange } from './changes.ts'
import { texts as changeTexts } from './changes.texts.ts'
import { texts } from './texts.ts'

interface Props {
  /** `undefined` while it is fetched; `null`: nobody has said when the cohort is where. */
  readonly calendar: AlternationCalendar | null | undefined
  /** The latest first; `undefined` while they are read. */
  readonly changes: readonly ShownChange[] | undefined
  readonly facts: LogbookFacts
  readonly actor: Actor
  readonly tryOut: (change: Content) => AlternationCalendar
  readonly onSend: (change: Content) => Promise<Problem | null>
  readonly onCancel: (change: ShownChange) => Promise<Problem | null>
}

/** Where the centre says what is otherwise for one apprentice. */
export function ChangesScreen(props: Props) {
  const { calendar, changes, facts, actor, tryOut, onSend, onCancel } = props
  const t = useTexts(texts)
  const own = useTexts(changeTexts)
  const [problem, setProblem] = useState<Problem | null>(null)
  const name = apprenticeName(facts)

  return (
    <Page
      title={own.title}
      subtitle={name}
      back={{ to: `/livret/${actor.logbookId}/calendrier`, label: own.back(name) }}
    >
      {(calendar === undefined || !changes) && <Spinner label={t.loading} />}
      {calendar === null && <EmptyState title={t.none}>{t.noneMore}</EmptyState>}
      {calendar && changes && (
        <>
          <ChangeForm calendar={calendar} tryOut={tryOut} onSend={onSend} />
          <ProblemNotice problem={problem} />
          <Section title={own.own}>
            {calendar.refused.length > 0 && <Notice tone="waiting">{own.refused}</Notice>}
            {changes.length === 0 ? (
              <p>{own.none}</p>
            ) : (
              <ChangeList
                changes={changes}
                facts={facts}
                actor={actor}
                onCancel={(change) => void onCancel(change).then(setProblem)}
              />
            )}
          </Section>
        </>
      )}
    </Page>
  )
}
