import { formatDayWithoutWeekday } from '#ui/formatDate.ts'
import { Source } from '#ui/Source.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { ToneIcon } from '#ui/ToneIcon.tsx'
import { texts as breachTexts } from './breach.texts.ts'
import { checkWords } from './checkWords.ts'
import { contractChecks, type CheckInput } from './contractChecks.ts'
import styles from './ContractCard.module.css'
import { texts } from './texts.ts'

/** What the rules say of one contract, each with how it stands. */
export function CheckList(input: CheckInput) {
  const t = useTexts(texts)
  const breach = useTexts(breachTexts)
  const language = useLanguage()
  const day = (date: string) => formatDayWithoutWeekday(date, language)
  return (
    <>
      <ul className={styles['checks']}>
        {contractChecks(input).map((check) => {
          const { tone, text } = checkWords(check, { t, breach, day })
          return (
            <li key={text} className={styles[tone]}>
              <ToneIcon tone={tone} />
              <span>{text}</span>
            </li>
          )
        })}
      </ul>
      <small className={styles['source']}>
        <Source>{t.rules}</Source>
      </small>
    </>
  )
}
