import type { PayStep } from '#domain/pay/payStep.ts'
import { formatDayWithoutWeekday } from '#ui/formatDate.ts'
import { formatEuros, formatPercent } from '#ui/formatMoney.ts'
import { Source } from '#ui/Source.tsx'
import { useLanguage, useTexts, type Language } from '#ui/texts.tsx'
import styles from './PaySteps.module.css'
import { sourceOf } from './stepSources.ts'
import { texts } from './texts.ts'

/** How an amount came about, line by line, each with its article. */
export function PaySteps({ steps }: { readonly steps: readonly PayStep[] }) {
  const t = useTexts(texts)
  const language = useLanguage()
  return (
    <ol className={styles['steps']}>
      {steps.map((step, index) => {
        const source = sourceOf(step)
        return (
          // The same line may come twice: a birthday in each of two brackets.
          <li key={index}>
            <span>{sentenceOf(step, t, language)}</span>
            {source !== null && (
              <small className={styles['source']}>
                <Source>{source}</Source>
              </small>
            )}
          </li>
        )
      })}
    </ol>
  )
}

function sentenceOf(step: PayStep, t: (typeof texts)['fr'], language: Language): string {
  const day = (date: string) => formatDayWithoutWeekday(date, language)
  const euros = (amount: number) => formatEuros(amount, language)
  const share = (percent: number) => formatPercent(percent, language)
  const say = t.steps
  switch (step.code) {
    case 'credited-months':
      return say.creditedMonths(step.months)
    case 'execution-year':
      return say.executionYear(step.year, day(step.from))
    case 'professional-licence':
      return say.licence(step.year)
    case 'previous-years':
      return say.previousYears(step.year)
    case 'age-bracket': {
      const tell = step.paid ? say.bracketPaid : say.bracketToCome
      return tell(step.age, day(step.birthday), day(step.from))
    }
    case 'grid':
      return say.grid(share(step.percent), t.brackets[step.ageBracket], step.executionYear)
    case 'succession':
      return say.succession(share(step.percent), step.better)
    case 'succession-without-diploma':
      return say.successionWithoutDiploma
    case 'top-up':
      return say.topUp(share(step.from), share(step.percent), step.better)
    case 'top-up-refused':
      return say.topUpRefused(step.missing.map((each) => say.missing[each]).join(', '))
    case 'extension':
      return say.extension(day(step.from), step.year)
    case 'disability-points':
      return say.disability(share(step.percent))
    case 'cap':
      return say.cap(share(step.percent))
    case 'minimum-wage':
      return say.minimumWage(euros(step.monthly), euros(step.hourly), day(step.from))
    case 'conventional-minimum':
      return say.conventional[step.because](euros(step.monthly))
    case 'amount':
      return say.amount(share(step.percent), euros(step.baseMonthly), euros(step.monthlyGross))
  }
}
