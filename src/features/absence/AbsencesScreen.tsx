import { formatDuration } from '#ui/formatDuration.ts'
import { absenceCounters } from '#domain/absences/counters.ts'
import type { AlternationCalendar } from '#domain/calendar/alternation.ts'
import { mayBegin, type Actor } from '#domain/rights.ts'
import { ProblemNotice } from '#features/parts/ProblemNotice.tsx'
import { apprenticeName } from '#features/parts/personName.ts'
import type { Problem } from '#features/parts/problem.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import { Card } from '#ui/Card.tsx'
import { DefinitionList } from '#ui/DefinitionList.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Page } from '#ui/Page.tsx'
import { Source } from '#ui/Source.tsx'
import { Spinner } from '#ui/Spinner.tsx'
import { Stack } from '#ui/Stack.tsx'
import { useTexts } from '#ui/texts.tsx'
import { useState } from 'react'
import { AbsenceCard } from './AbsenceCard.tsx'
import { AbsenceForm, type Declaration } from './AbsenceForm.tsx'
import type { ShownAbsence, ToldMotive } from './absences.ts'
import { EarnedLeave } from './EarnedLeave.tsx'
import type { LeaveToAsk } from './ExamLeaveHint.tsx'
import { PayNotes, type PayNotesProps } from './PayNotes.tsx'
import { reckonedOf } from './reckoned.ts'
import { readsWhy } from './readsWhy.ts'
import { texts } from './texts.ts'

interface Props {
  /** Latest first; `undefined` while they are read. */
  readonly absences: readonly ShownAbsence[] | undefined
  /** `undefined` while it is fetched; `null`: nobody has said when the cohort is where. */
  readonly calendar: AlternationCalendar | null | undefined
  readonly facts: LogbookFacts
  readonly actor: Actor
  readonly today: string
  readonly onSend: (declaration: Declaration) => Promise<Problem | null>
  readonly onProof: (told: ToldMotive) => Promise<Problem | null>
  readonly onCancel: (absence: ShownAbsence) => Promise<Problem | null>
  readonly onTellWhy: Parameters<typeof AbsenceCard>[0]['onTellWhy']
  readonly leave: LeaveToAsk | null
  readonly contracts: PayNotesProps['contracts']
  readonly told: PayNotesProps['told']
  readonly onTell: PayNotesProps['onTell']
}

/** The absences of one apprentice, as far as this person may know of them. */
export function AbsencesScreen(props: Props) {
  const { absences, calendar, facts, actor, today, onSend, onProof, onCancel } = props
  const t = useTexts(texts)
  const [problem, setProblem] = useState<Problem | null>(null)
  const name = apprenticeName(facts)
  const ready = absences !== undefined && calendar !== undefined

  return (
    <Page
      title={t.title}
      subtitle={name}
      back={{ to: `/livret/${actor.logbookId}`, label: t.back(name) }}
    >
      {!ready && <Spinner label={t.loading} />}
      {ready && mayBegin(actor, 'absence') && (
        <AbsenceForm
          calendar={calendar}
          today={today}
          asksWhy={mayBegin(actor, 'centreMotive')}
          leave={props.leave}
          onSend={onSend}
        />
      )}
      <ProblemNotice problem={problem} />
      {ready && <EarnedLeave contracts={props.contracts} today={today} />}
      {ready && absences.length === 0 && <EmptyState title={t.none} />}
      {ready && absences.length > 0 && (
        <>
          {calendar && <Counters {...props} absences={absences} calendar={calendar} />}
          <Stack>
            {absences.map((absence) => (
              <AbsenceCard
                key={absence.document.id}
                absence={absence}
                calendar={calendar}
                facts={facts}
                actor={actor}
                today={today}
                leave={props.leave}
                onProof={(told) => void onProof(told).then(setProblem)}
                onCancel={(each) => void onCancel(each).then(setProblem)}
                onTellWhy={props.onTellWhy}
              />
            ))}
          </Stack>
          {calendar && (
            <PayNotes
              absences={absences}
              calendar={calendar}
              actor={actor}
              today={today}
              contracts={props.contracts}
              told={props.told}
              onTell={props.onTell}
            />
          )}
          <small>
            <Source>{t.source}</Source>
          </small>
        </>
      )}
    </Page>
  )
}

interface CountersProps extends Props {
  readonly absences: readonly ShownAbsence[]
  readonly calendar: AlternationCalendar
}

/** Half-days missed until today; how they stand only for the sides whose motives the person reads. */
function Counters({ absences, calendar, actor, today }: CountersProps) {
  const t = useTexts(texts)
  const lines = (['centre', 'company'] as const).flatMap((side) => {
    const { missed, late } = reckonedOf(absences, side, calendar, today)
    const counters = absenceCounters(missed, late, calendar, today)
    const { justified, waiting, unjustified } = counters[side]
    const lateMinutes = counters.late.justified + counters.late.unjustified
    return [
      {
        term: t.missed(t.sides[side]),
        description: readsWhy(actor, side)
          ? t.count(justified, waiting, unjustified)
          : t.onlyAbsent(justified + waiting + unjustified),
      },
      ...(lateMinutes === 0
        ? []
        : [
            {
              term: t.late(t.sides[side]),
              description: readsWhy(actor, side)
                ? t.lateCount(
                    formatDuration(counters.late.justified),
                    formatDuration(counters.late.unjustified),
                  )
                : formatDuration(lateMinutes),
            },
          ]),
    ]
  })
  return (
    <Card>
      <h2>{t.counters}</h2>
      <DefinitionList items={lines} />
    </Card>
  )
}
