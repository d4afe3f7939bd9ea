import { apprenticeName } from '#features/parts/personName.ts'
import { Spinner } from '#ui/Spinner.tsx'
import { useTexts } from '#ui/texts.tsx'
import { LogbookSheet, type LogbookSheetProps } from './LogbookSheet.tsx'
import { texts } from './texts.ts'

interface Props extends Omit<LogbookSheetProps, 'logbook'> {
  /** `undefined` while it is read. */
  readonly logbook: LogbookSheetProps['logbook'] | undefined
}

/** One logbook beside the list it was chosen from. */
export function LogbookPanel({ logbook, ...rest }: Props) {
  const t = useTexts(texts)
  const { company } = rest.facts

  return (
    <>
      <div>
        <h2>{apprenticeName(rest.facts)}</h2>
        <p>{`${company.name}, ${company.city}`}</p>
      </div>
      {logbook ? <LogbookSheet {...rest} logbook={logbook} /> : <Spinner label={t.loading} />}
    </>
  )
}
