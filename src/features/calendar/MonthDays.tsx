import { columnOf, daysOfMonth } from '#domain/calendar/monthView.ts'
import type { AlternationCalendar } from '#domain/calendar/alternation.ts'
import { halves, places, type Day, type Place } from '#domain/calendar/day.ts'
import { classes } from '#ui/classes.ts'
import { formatDay } from '#ui/formatDate.ts'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { VisuallyHidden } from '#ui/VisuallyHidden.tsx'
import styles from './MonthDays.module.css'
import { texts } from './texts.ts'

interface Props {
  readonly calendar: AlternationCalendar
  /** `2025-10`. */
  readonly month: string
  /** Civil date. */
  readonly today: string
}

/** The days of one month: a list on a phone, weeks under each other where there is room. */
export function MonthDays({ calendar, month, today }: Props) {
  const t = useTexts(texts)
  const days = daysOfMonth(calendar, month)
  const there = places.filter(
    (place) => place !== 'rest' && days.some((day) => halves.some((half) => day[half] === place)),
  )
  return (
    <>
      <ol className={styles['days']}>
        {days.map((day) => (
          <DayCell key={day.date} day={day} isToday={day.date === today} />
        ))}
      </ol>
      <ul className={styles['legend']} aria-label={t.legend}>
        {there.map((place) => (
          <li key={place}>
            <Half place={place} />
            {t.places[place]}
          </li>
        ))}
      </ul>
    </>
  )
}

function DayCell({ day, isToday }: { readonly day: Day; readonly isToday: boolean }) {
  const t = useTexts(texts)
  const language = useLanguage()
  const { am, pm, holiday } = day
  const said = am === pm ? t.places[am] : `${t.morning(t.places[am])}, ${t.afternoon(t.places[pm])}`
  return (
    <li
      className={classes(
        styles['day'],
        styles[`column${columnOf(day)}`],
        isToday && styles['today'],
      )}
      aria-current={isToday ? 'date' : undefined}
    >
      <span className={styles['date']}>{shortDay(formatDay(day.date, language))}</span>
      <span className={styles['halves']} aria-hidden="true">
        <Half place={am} />
        <Half place={pm} />
      </span>
      <span className={styles['said']}>
        {holiday ? t.holidays[holiday] : said}
        {isToday && <VisuallyHidden> {t.today}</VisuallyHidden>}
      </span>
    </li>
  )
}

/** « mardi 3 », without the month that stands above. */
const shortDay = (day: string) => day.split('\u00a0')[0] ?? day

function Half({ place }: { readonly place: Place }) {
  const t = useTexts(texts)
  return <span className={classes(styles['half'], styles[place])}>{t.letters[place]}</span>
}
