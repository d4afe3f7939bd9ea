import { sizeOf, type Need } from '#domain/needs.ts'
import { findMember, givenName } from '#features/parts/personName.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import { Chip } from '#ui/Chip.tsx'
import { formatShortDay } from '#ui/formatDate.ts'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import styles from './NeedChips.module.css'
import { needIcons } from './needIcons.ts'
import { texts } from './texts.ts'

/** What is overdue is warm; what only goes its way is not. */
const calm: readonly Need['type'][] = ['visit-unread', 'section-missing', 'returned-weeks']

interface Props {
  readonly needs: readonly Need[]
  readonly facts: LogbookFacts
  readonly today: string
}

/** What a logbook needs, in a few words each. */
export function NeedChips({ needs, facts, today }: Props) {
  const t = useTexts(texts)
  const language = useLanguage()
  if (needs.length === 0) return <Chip tone="success">{t.upToDate}</Chip>

  const named = (need: Need) => {
    const roles = 'roles' in need ? need.roles : (['master'] as const)
    const names = roles
      .flatMap((role) => findMember(facts, role, today)?.name ?? [])
      .map(givenName)
      .join(t.and)
    const by = 'by' in need ? formatShortDay(need.by, language) : ''
    return { count: sizeOf(need), names, by, yours: need.yours }
  }

  return (
    <ul className={styles['chips']}>
      {needs.map((need) => {
        const Icon = needIcons[need.type]
        const quiet = calm.includes(need.type) && !need.yours
        return (
          <li key={`${need.type} ${'documentId' in need ? need.documentId : ''}`}>
            <Chip tone={quiet ? 'info' : 'waiting'} icon={<Icon aria-hidden="true" size={16} />}>
              {t.needs[need.type](named(need))}
            </Chip>
          </li>
        )
      })}
    </ul>
  )
}
