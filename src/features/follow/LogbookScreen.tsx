import { follows } from '#domain/kind.ts'
import { apprenticeName, findMember } from '#features/parts/personName.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import { Page } from '#ui/Page.tsx'
import { Spinner } from '#ui/Spinner.tsx'
import { useTexts } from '#ui/texts.tsx'
import { LogbookSheet, type LogbookSheetProps } from './LogbookSheet.tsx'
import { texts } from './texts.ts'

interface Props extends Omit<LogbookSheetProps, 'logbook'> {
  readonly facts: LogbookFacts
  /** `undefined` while it is read. */
  readonly logbook: LogbookSheetProps['logbook'] | undefined
}

/** One logbook on a page of its own. */
export function LogbookScreen({ logbook, ...rest }: Props) {
  const t = useTexts(texts)
  const { facts, actor, today } = rest
  const isFollower = follows(actor.role)

  return (
    <Page
      title={apprenticeName(facts)}
      subtitle={t.subtitle(
        facts.company.name,
        facts.company.city,
        findMember(facts, 'master', today)?.name,
      )}
      back={{ to: '/', label: isFollower ? t.back : t.home }}
    >
      {logbook ? <LogbookSheet {...rest} logbook={logbook} /> : <Spinner label={t.loading} />}
    </Page>
  )
}
