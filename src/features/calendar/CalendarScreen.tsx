import { formatMonth } from '#ui/formatMonth.ts'
import { formatDuration } from '#ui/formatDuration.ts'
import type { AlternationCalendar } from '#domain/calendar/alternation.ts'
import { countsOf, trainingTime } from '#domain/calendar/counts.ts'
import type { ExamLeave } from '#domain/calendar/examLeave.ts'
import { monthsOf, nextDays } from '#domain/calendar/monthView.ts'
import { zoneHolidaysIn, type Zone } from '#domain/calendar/zoneHolidays.ts'
import { addMonths } from '#domain/civilDate.ts'
import type { TrialPeriod } from '#domain/contract/trialPeriod.ts'
import { mayBegin, type Actor } from '#domain/rights.ts'
import { apprenticeName } from '#features/parts/personName.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import { Button } from '#ui/Button.tsx'
import { ButtonLink } from '#ui/ButtonLink.tsx'
import { Card } from '#ui/Card.tsx'
import { DefinitionList } from '#ui/DefinitionList.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { formatDay, formatDayWithoutWeekday } from '#ui/formatDate.ts'
import { Page } from '#ui/Page.tsx'
import { Row } from '#ui/Row.tsx'
import { Section } from '#ui/Section.tsx'
import { Spinner } from '#ui/Spinner.tsx'
import { StatusLine } from '#ui/StatusLine.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { CalendarPlus, ChevronLeft, ChevronRight, PencilLine } from 'lucide-react'
import { useState } from 'react'
import { ChangeList } from './ChangeList.tsx'
import type { ShownChange } from './changes.ts'
import { texts as changeTexts } from './changes.texts.ts'
import { MonthDays } from './MonthDays.tsx'
import { texts } from './texts.ts'

/** How many of the next days in the centre are named: two weeks of them. */
const NEXT = 5

interface Props {
  /** `undefined` while it is fetched; `null`: nobody has said when the cohort is where. */
  readonly calendar: AlternationCalendar | null | undefined
  /** Hours that the programme asks for; `undefined` while they are fetched, `null`: not known. */
  readonly requiredHours: number | null | undefined
  readonly missedMinutes: number
  /** Of the contract that runs, or `null`: none is written down. */
  readonly trial: TrialPeriod | null
  readonly leave: ExamLeave | null
  readonly zone: Zone | null
  /** What this apprentice has otherwise than the cohort. */
  readonly changes: readonly ShownChange[]
  readonly facts: LogbookFacts
  readonly actor: Actor
  /** Civil date. */
  readonly today: string
  /** Makes the file for other calendars and gives it to the person. */
  readonly onFile: (calendar: AlternationCalendar) => void
}

/** Where one apprentice is, half-day by half-day, and how far the hours are. */
export function CalendarScreen(props: Props) {
  const { calendar, facts, actor } = props
  const t = useTexts(texts)
  const name = apprenticeName(facts)
  return (
    <Page
      wide
      title={t.title}
      subtitle={name}
      back={{ to: `/livret/${actor.logbookId}`, label: t.back(name) }}
    >
      {calendar === undefined && <Spinner label={t.loading} />}
      {calendar === null && <EmptyState title={t.none}>{t.noneMore}</EmptyState>}
      {calendar && <Known {...props} calendar={calendar} />}
    </Page>
  )
}

function Known(props: Props & { readonly calendar: AlternationCalendar }) {
  const { calendar, zone, changes, facts, actor, today, onFile } = props
  const own = useTexts(changeTexts)
  const t = useTexts(texts)
  const language = useLanguage()
  const months = monthsOf(calendar)
  const [first = ''] = months
  const last = months.at(-1) ?? ''
  const [month, setMonth] = useState(() => nearest(today.slice(0, 7), first, last))
  const [said, setSaid] = useState<string | null>(null)
  const counts = countsOf(calendar, { start: `${month}-01`, end: `${month}-31` })
  const overlay = zone === null ? [] : zoneHolidaysIn(zone, month)
  const move = (by: number) => {
    setMonth(addMonths(`${month}-01`, by).slice(0, 7))
  }

  return (
    <>
      <Facts {...props} />
      <Section
        title={formatMonth(month, language)}
        action={
          <Row>
            <Button
              size="small"
              aria-label={t.before}
              aria-disabled={month <= first}
              icon={<ChevronLeft aria-hidden="true" size={20} />}
              onClick={() => {
                if (month > first) move(-1)
              }}
            />
            <Button
              size="small"
              aria-label={t.after}
              aria-disabled={month >= last}
              icon={<ChevronRight aria-hidden="true" size={20} />}
              onClick={() => {
                if (month < last) move(1)
              }}
            />
          </Row>
        }
      >
        <p role="status">{t.counts(counts.centre, counts.company)}</p>
        {overlay === 'unknown' && <p>{t.overlayUnknown}</p>}
        {overlay !== 'unknown' && overlay.length > 0 && (
          <p>{t.overlay(overlay.map((each) => t.schoolHolidays[each]).join(', '))}</p>
        )}
        <MonthDays calendar={calendar} month={month} today={today} />
      </Section>
      {(changes.length > 0 || mayBegin(actor, 'individualPath')) && (
        <Section title={own.own}>
          {changes.length === 0 ? (
            <p>{own.none}</p>
          ) : (
            <ChangeList changes={changes} facts={facts} actor={actor} />
          )}
          {mayBegin(actor, 'individualPath') && (
            <Row>
              <ButtonLink
                to={`/livret/${actor.logbookId}/calendrier/modifier`}
                icon={<PencilLine aria-hidden="true" size={20} />}
              >
                {own.modify}
              </ButtonLink>
            </Row>
          )}
        </Section>
      )}
      <Card>
        <p>{t.fileHint}</p>
        <Row>
          <Button
            icon={<CalendarPlus aria-hidden="true" size={20} />}
            onClick={() => {
              onFile(calendar)
              setSaid(t.fileDone)
            }}
          >
            {t.file}
          </Button>
          <StatusLine>{said}</StatusLine>
        </Row>
      </Card>
    </>
  )
}

const nearest = (month: string, first: string, last: string) =>
  month < first ? first : month > last ? last : month

function Facts(props: Props & { readonly calendar: AlternationCalendar }) {
  const { calendar, requiredHours, missedMinutes, trial, leave, today } = props
  const t = useTexts(texts)
  const language = useLanguage()
  const day = (date: string) => formatDayWithoutWeekday(date, language)
  const next = nextDays(calendar, ['centre', 'exam', 'revision'], today, NEXT)
  const time =
    typeof requiredHours === 'number'
      ? trainingTime(calendar, { requiredHours, missedMinutes }, today)
      : null

  return (
    <Card>
      <DefinitionList
        items={[
          ...(time
            ? [
                {
                  term: t.hours,
                  description: `${t.hoursDone(formatDuration(time.done), formatDuration(time.required))}. ${t.hoursPlanned(formatDuration(time.planned))}`,
                },
              ]
            : []),
          {
            term: t.next,
            description:
              next.length === 0
                ? t.noNext
                : next.map(({ date }) => withoutYear(formatDay(date, language))).join(', '),
          },
          ...(trial ? [{ term: t.trial, description: trialWords(trial, t, day, today) }] : []),
          ...(leave ? [{ term: t.leave, description: leaveWords(leave, t, day) }] : []),
        ]}
      />
    </Card>
  )
}

/** The next days are near: their year would only be noise. */
const withoutYear = (day: string) => day.replace(/\s\d{4}$/u, '')

type T = (typeof texts)['fr']
type DayWords = (date: string) => string

function trialWords({ done, lastDay }: TrialPeriod, t: T, day: DayWords, today: string): string {
  if (lastDay === null) return t.trialUnknown(done)
  return lastDay < today ? t.trialOver(day(lastDay)) : t.trialOpen(done, day(lastDay))
}

function leaveWords(leave: ExamLeave, t: T, day: DayWords): string {
  switch (leave.type) {
    case 'organised':
      return t.leaveOrganised(leave.days.map(day).join(', '))
    case 'request':
      return t.leaveRequest(day(leave.window.start), day(leave.window.end))
    case 'none':
      return t.leaveNone
    case 'date-unknown':
      return t.leaveUnknown
  }
}
