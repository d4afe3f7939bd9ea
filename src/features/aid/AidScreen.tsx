import type { ClaimContext } from '#domain/aidCount.ts'
import { aidRules } from '#domain/aids.ts'
import type { AlternationCalendar } from '#domain/calendar/alternation.ts'
import { addDays } from '#domain/civilDate.ts'
import { toEuros } from '#domain/money.ts'
import type { Content } from '#domain/operation.ts'
import { mayBegin, type Actor } from '#domain/rights.ts'
import { ProblemNotice } from '#features/parts/ProblemNotice.tsx'
import { apprenticeName } from '#features/parts/personName.ts'
import type { Problem } from '#features/parts/problem.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import { Card } from '#ui/Card.tsx'
import { DefinitionList } from '#ui/DefinitionList.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { formatDayWithoutWeekday } from '#ui/formatDate.ts'
import { formatEuros } from '#ui/formatMoney.ts'
import { List } from '#ui/List.tsx'
import { Page } from '#ui/Page.tsx'
import { Section } from '#ui/Section.tsx'
import { Source } from '#ui/Source.tsx'
import { Spinner } from '#ui/Spinner.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { useState } from 'react'
import { ClaimCard } from './ClaimCard.tsx'
import { centsIn, type ShownClaim } from './claims.ts'
import { EquipmentForm } from './EquipmentForm.tsx'
import { StayForm } from './StayForm.tsx'
import { texts } from './texts.ts'

interface Props {
  /** The latest first; `undefined` while they are read. */
  readonly claims: readonly ShownClaim[] | undefined
  /** `undefined` while it is fetched; `null`: nobody has said when the cohort is where. */
  readonly calendar: AlternationCalendar | null | undefined
  readonly context: ClaimContext
  readonly facts: LogbookFacts
  readonly actor: Actor
  /** Civil date. */
  readonly today: string
  readonly onSend: (claim: Content) => Promise<Problem | null>
  readonly onConfirm: (claim: ShownClaim) => Promise<Problem | null>
  readonly onReturn: (claim: ShownClaim, reason: string) => Promise<Problem | null>
  readonly onTakeBack: (claim: ShownClaim) => Promise<Problem | null>
}

/** What the apprentice asks the centre for, and what the centre makes of it. */
export function AidScreen(props: Props) {
  const { claims, calendar, context, facts, actor, today } = props
  const t = useTexts(texts)
  const language = useLanguage()
  const [problem, setProblem] = useState<Problem | null>(null)
  const name = apprenticeName(facts)
  const euros = (cents: number) => formatEuros(toEuros(cents), language)
  const licence = aidRules.find(({ code }) => code === 'driving-licence')
  const closed = licence?.until && licence.until < today ? addDays(licence.until, 1) : null

  return (
    <Page
      title={t.title}
      subtitle={name}
      back={{ to: `/livret/${actor.logbookId}`, label: t.back(name) }}
    >
      {(!claims || calendar === undefined) && <Spinner label={t.loading} />}
      {calendar === null && <EmptyState title={t.noCalendar}>{t.noCalendarMore}</EmptyState>}
      {claims && calendar !== undefined && (
        <>
          <Card>
            <p>{t.lead}</p>
            <DefinitionList
              items={[
                { term: t.confirmed, description: euros(centsIn(claims, 'signed')) },
                { term: t.waiting, description: euros(centsIn(claims, 'submitted')) },
              ]}
            />
          </Card>
          {mayBegin(actor, 'aidClaim') && (
            <>
              {calendar && (
                <StayForm
                  calendar={calendar}
                  context={context}
                  today={today}
                  onSend={props.onSend}
                />
              )}
              <EquipmentForm today={today} onSend={props.onSend} />
            </>
          )}
          <ProblemNotice problem={problem} />
          <Section title={t.claims}>
            {claims.length === 0 ? (
              <p>{t.none}</p>
            ) : (
              <List label={t.claims}>
                {claims.map((claim) => (
                  <ClaimCard
                    key={claim.document.id}
                    claim={claim}
                    facts={facts}
                    actor={actor}
                    onConfirm={(each) => void props.onConfirm(each).then(setProblem)}
                    onReturn={(each, reason) => void props.onReturn(each, reason).then(setProblem)}
                    onTakeBack={(each) => void props.onTakeBack(each).then(setProblem)}
                  />
                ))}
              </List>
            )}
            {closed && (
              <p>
                {t.licence}. {t.licenceClosed(formatDayWithoutWeekday(closed, language))}
              </p>
            )}
            <small>
              <Source>{t.source}</Source>
            </small>
          </Section>
        </>
      )}
    </Page>
  )
}
