import { aidRules } from '#domain/aids.ts'
import { addDays } from '#domain/civilDate.ts'
import { toEuros } from '#domain/money.ts'
import { formatDayWithoutWeekday } from '#ui/formatDate.ts'
import { formatEuros } from '#ui/formatMoney.ts'
import { Section } from '#ui/Section.tsx'
import { Source } from '#ui/Source.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { texts } from './ownPay.texts.ts'
import styles from './PaySteps.module.css'

/** The aids there are and were, with what each comes to. `today`: civil date. */
export function AidList({ today }: { readonly today: string }) {
  const t = useTexts(texts)
  const language = useLanguage()
  return (
    <Section title={t.aids}>
      <p>{t.aidsLead}</p>
      <ul className={styles['steps']}>
        {aidRules
          .filter(({ from }) => from <= today)
          .map(({ code, cents, from, until }) => {
            const aid = t.aid[code](formatEuros(toEuros(cents), language))
            const closed = until !== null && until < today ? addDays(until, 1) : null
            return (
              <li key={`${code} ${from}`}>
                {closed ? t.closed(aid, formatDayWithoutWeekday(closed, language)) : aid}
              </li>
            )
          })}
      </ul>
      <small>
        <Source>{t.aidSource}</Source>
      </small>
    </Section>
  )
}
