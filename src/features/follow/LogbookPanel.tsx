import { apprenticeName, findMember } from '#features/parts/personName.ts'
import { Spinner } from '#ui/Spinner.tsx'
import { useTexts } from '#ui/texts.tsx'
import styles from './LogbookPanel.module.css'
import { LogbookSheet, type LogbookSheetProps } from './LogbookSheet.tsx'
import { texts } from './texts.ts'

interface Props extends Omit<LogbookSheetProps, 'logbook'> {
  /** `undefined` while it is read. */
  readonly logbook: LogbookSheetProps['logbook'] | undefined
}

/** One logbook beside the list it was chosen from. */
export function LogbookPanel({ logbook, ...rest }: Props) {
  const t = useTexts(texts)
  const { facts, today } = rest
  const { company } = facts

  return (
    <>
      <header className={styles['head']}>
        <h2>{apprenticeName(facts)}</h2>
        <p>{t.subtitle(company.name, company.city, findMember(facts, 'master', today)?.name)}</p>
      </header>
      {logbook ? <LogbookSheet {...rest} logbook={logbook} /> : <Spinner label={t.loading} />}
    </>
  )
}
