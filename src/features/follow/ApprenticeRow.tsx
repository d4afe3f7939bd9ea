import { weekOf } from '#domain/week.ts'
import { givenName } from '#features/parts/personName.ts'
import { ReminderLink } from '#features/parts/ReminderLink.tsx'
import { WeekRibbon } from '#features/parts/WeekRibbon.tsx'
import { memo } from 'react'
import { Link } from 'react-router'
import styles from './ApprenticeRow.module.css'
import type { Followed } from './followed.ts'
import { NeedChips } from './NeedChips.tsx'

interface Props {
  readonly apprentice: Followed
  readonly today: string
  /** Open beside the list. */
  readonly current: boolean
}

/** One apprentice of the list. Kept as it is while one types in the search: ribbons are long. */
export const ApprenticeRow = memo(function ApprenticeRow({ apprentice, today, current }: Props) {
  const { logbookId, name, facts, weeks, years, needs } = apprentice

  return (
    <li className={styles['row']} data-current={current || undefined}>
      <div className={styles['who']}>
        <Link
          to={`/livret/${logbookId}`}
          className={styles['name']}
          data-step
          aria-current={current ? 'true' : undefined}
        >
          {name}
        </Link>
        <span className={styles['company']}>
          {facts.company.name}, {facts.company.city}
        </span>
      </div>
      <div className={styles['ribbon']}>
        <WeekRibbon
          weeks={weeks}
          years={years}
          logbookId={logbookId}
          thisWeek={weekOf(today)}
          name={name}
          size="small"
        />
      </div>
      <div className={styles['needs']}>
        <NeedChips needs={needs} facts={facts} today={today} />
        {/* Beside the list, the logbook that is open offers it itself. */}
        {!current && needs.some(({ type, yours }) => type === 'late-weeks' && !yours) && (
          <ReminderLink
            logbookId={logbookId}
            name={givenName(name)}
            className={styles['reminder']}
          />
        )}
      </div>
    </li>
  )
})
