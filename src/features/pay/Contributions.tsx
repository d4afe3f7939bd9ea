import { contributionBase } from '#domain/pay.ts'
import type { Territory } from '#domain/smic.ts'
import { Card } from '#ui/Card.tsx'
import { DefinitionList } from '#ui/DefinitionList.tsx'
import { formatDayWithoutWeekday } from '#ui/formatDate.ts'
import { formatEuros, formatPercent } from '#ui/formatMoney.ts'
import { Section } from '#ui/Section.tsx'
import { Source } from '#ui/Source.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { texts } from './takenOff.texts.ts'

interface Props {
  /** Civil date on which the contract was concluded; empty: nobody has said it. */
  readonly concludedOn: string
  /** In euros. */
  readonly monthlyGross: number
  /** A day of the month that is paid. */
  readonly on: string
  readonly territory: Territory
}

/** What part of a pay bears contributions, by the day of conclusion: the base, never the net. */
export function Contributions(props: Props) {
  const t = useTexts(texts)
  return (
    <Section title={t.contributions}>
      <Card>
        {props.territory === 'mayotte' ? (
          <p>{t.mayotte}</p>
        ) : props.concludedOn === '' ? (
          <p>{t.dateMissing}</p>
        ) : (
          <Base {...props} />
        )}
      </Card>
    </Section>
  )
}

function Base({ concludedOn, monthlyGross, on }: Props) {
  const t = useTexts(texts)
  const language = useLanguage()
  const day = (date: string) => formatDayWithoutWeekday(date, language)
  const euros = (amount: number) => formatEuros(amount, language)
  const base = contributionBase({ concludedOn, monthlyGross, month: on })
  if ('refused' in base) return <p>{'from' in base ? t.notKnown(day(base.from)) : t.dateMissing}</p>

  return (
    <>
      <p>
        {t.threshold(
          day(concludedOn),
          euros(base.threshold),
          formatPercent(base.thresholdPercent, language),
        )}
      </p>
      <DefinitionList
        items={[
          { term: t.without, description: euros(base.exempt) },
          { term: t.with, description: euros(base.contributionBase) },
          { term: t.withCsg, description: euros(base.csgCrdsBase) },
        ]}
      />
      <p>{t.estimate}</p>
      <small>
        <Source>{t.contributionsSource}</Source>
      </small>
    </>
  )
}
