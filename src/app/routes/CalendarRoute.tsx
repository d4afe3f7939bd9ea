import { examLeave } from '#domain/calendar/examLeave.ts'
import { examLeaveInput } from '#domain/calendar/examLeaveInput.ts'
import type { AlternationCalendar } from '#domain/calendar/alternation.ts'
import { effectiveCompanyDays } from '#domain/calendar/companyDays.ts'
import { halfDaysOf } from '#domain/calendar/counts.ts'
import { sameHalfDay } from '#domain/calendar/day.ts'
import { lastDay } from '#domain/contract/contract.ts'
import { trialPeriod } from '#domain/contract/trialPeriod.ts'
import type { Actor } from '#domain/rights.ts'
import { calendarFile } from '#features/calendar/calendarFile.ts'
import { CalendarScreen } from '#features/calendar/CalendarScreen.tsx'
import { texts } from '#features/calendar/texts.ts'
import { useProgramme } from '#features/parts/useProgramme.ts'
import { apprenticeName } from '#features/parts/personName.ts'
import { changesOf } from '#features/calendar/changes.ts'
import { useDocuments } from '#features/parts/useDocuments.ts'
import { begunBy } from '#features/parts/useContracts.ts'
import { useOwnCalendar, type OwnCalendar } from '#features/parts/useOwnCalendar.ts'
import type { BookRow } from '#store/database.ts'
import { useTexts } from '#ui/texts.tsx'
import { offerFile } from '../offerFile.ts'
import { useWorkspace } from '../workspace.ts'
import { BookRoute } from './BookRoute.tsx'

/** `/livret/:logbookId/calendrier`. */
export function CalendarRoute() {
  return <BookRoute>{(book, actor) => <Calendar book={book} actor={actor} />}</BookRoute>
}

function Calendar({ book: { facts }, actor }: { readonly book: BookRow; readonly actor: Actor }) {
  const { db, now, today } = useWorkspace()
  const t = useTexts(texts)
  const day = today()
  const { contracts, plan, calendar, absent, late } = useOwnCalendar(db, facts, actor)
  const programme = useProgramme(facts)
  const paths = useDocuments(db, 'individualPath', actor.logbookId)
  const current = begunBy(contracts?.published ?? [], day)?.record

  return (
    <CalendarScreen
      calendar={calendar}
      requiredHours={programme === undefined ? undefined : (programme?.hours ?? null)}
      missedMinutes={missedIn(calendar, { absent, late }, day)}
      trial={
        calendar && current
          ? trialPeriod(
              effectiveCompanyDays(calendar, absent).filter(
                (each) => current.start <= each && each <= lastDay(current),
              ),
              day,
            )
          : null
      }
      leave={
        calendar && programme !== undefined
          ? examLeave(examLeaveInput(calendar, programme?.sessions ?? []))
          : null
      }
      zone={plan?.zone ?? null}
      changes={paths ? changesOf(paths).filter(({ cancelled }) => !cancelled) : []}
      facts={facts}
      actor={actor}
      today={day}
      onFile={(known) => {
        const { logbookId } = actor
        const name = t.fileName(apprenticeName(facts))
        const file = calendarFile(known, { logbookId, name, at: now(), t })
        offerFile(new Blob([file], { type: 'text/calendar;charset=utf-8' }), 'alternance.ics')
      }}
    />
  )
}

/** Minutes of training that were missed until today, for whatever reason. */
function missedIn(
  calendar: AlternationCalendar | null | undefined,
  { absent, late }: Pick<OwnCalendar, 'absent' | 'late'>,
  today: string,
): number {
  if (!calendar) return 0
  const held = halfDaysOf(calendar, 'centre', { start: '', end: today })
  const missed = held.filter((half) => absent.some((each) => sameHalfDay(each, half)))
  const lateMinutes = held
    .filter((half) => !absent.some((each) => sameHalfDay(each, half)))
    .flatMap((half) => late.filter((each) => sameHalfDay(each, half)))
    .reduce((sum, { minutes }) => sum + Math.min(minutes, calendar.minutesPerHalfDay), 0)
  return missed.length * calendar.minutesPerHalfDay + lateMinutes
}
