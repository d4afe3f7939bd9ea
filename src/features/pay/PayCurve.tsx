import { daysBetween } from '#domain/civilDate.ts'
import type { PayCurveStep } from '#domain/pay/payCurve.ts'
import { formatNumericDay } from '#ui/formatDate.ts'
import { formatEuros, formatPercent } from '#ui/formatMoney.ts'
import { StepChart } from '#ui/StepChart.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import styles from './PayCurve.module.css'
import { texts } from './texts.ts'

interface Props {
  /** In order, at least one. */
  readonly steps: readonly PayCurveStep[]
  readonly today: string
}

/** The minimum pay over a contract as a picture, and the same as a table. */
export function PayCurve({ steps, today }: Props) {
  const t = useTexts(texts)
  const language = useLanguage()
  const [first] = steps
  const last = steps.at(-1)
  if (!first || !last) return null

  const at = (date: string) => daysBetween(first.from, date)
  const years = yearsWithin(first.from, last.until)
  const holds = (from: string, until: string) => from <= today && today <= until

  return (
    <div className={styles['curve']}>
      <StepChart
        label={t.curveLabel(
          steps.length,
          formatEuros(first.monthlyGross, language),
          formatEuros(last.monthlyGross, language),
        )}
        steps={steps.map(({ from, until, monthlyGross }) => ({
          from: at(from),
          until: at(until) + 1,
          value: monthlyGross,
        }))}
        ticks={years.map((year) => ({ at: at(`${year}-01-01`), label: String(year) }))}
        formatValue={(value) => formatWhole(value, language)}
        now={holds(first.from, last.until) ? { at: at(today), label: t.today } : undefined}
      />
      <table className={styles['table']}>
        <caption>{t.table.caption}</caption>
        <thead>
          <tr>
            <th scope="col" className={styles['whole']}>
              {t.table.number}
            </th>
            <th scope="col">{t.table.from}</th>
            <th scope="col">{t.table.amount}</th>
            <th scope="col">{t.table.why}</th>
          </tr>
        </thead>
        <tbody>
          {steps.map(({ from, until, percent, monthlyGross, reasons }, index) => (
            <tr key={from} aria-current={holds(from, until) ? 'true' : undefined}>
              <td>{index + 1}</td>
              <th scope="row">{formatNumericDay(from, language)}</th>
              <td className={styles['amount']}>
                {formatEuros(monthlyGross, language)}
                <small>{formatPercent(percent, language)}</small>
              </td>
              <td>
                {reasons.map((reason) => t.changes[reason]).join(', ')}
                {holds(from, until) && <small className={styles['now']}>{t.today}</small>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const yearsWithin = (from: string, until: string): number[] => {
  const [start, end] = [Number(from.slice(0, 4)), Number(until.slice(0, 4))]
  return Array.from({ length: end - start }, (_, index) => start + index + 1)
}

const formatWhole = (euros: number, language: 'fr' | 'en') =>
  formatEuros(euros, language).replace(/[.,]00/u, '')
