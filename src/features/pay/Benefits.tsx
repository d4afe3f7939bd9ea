import { benefitInKind } from '#domain/pay.ts'
import { Card } from '#ui/Card.tsx'
import { DefinitionList } from '#ui/DefinitionList.tsx'
import { formatEuros } from '#ui/formatMoney.ts'
import { Section } from '#ui/Section.tsx'
import { Source } from '#ui/Source.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { texts } from './takenOff.texts.ts'

interface Props {
  /** In euros. */
  readonly monthlyGross: number
  /** In euros a month; `null`: nobody has said what is provided. */
  readonly socialSecurityValue: number | null
}

/** What lodging and meals may take from a pay, and what remains in money. */
export function Benefits({ monthlyGross, socialSecurityValue }: Props) {
  const t = useTexts(texts)
  const language = useLanguage()
  const euros = (amount: number) => formatEuros(amount, language)
  // Benefits as dear as the pay take the most that they may.
  const benefit = benefitInKind({
    monthlyGross,
    socialSecurityValue: socialSecurityValue ?? monthlyGross,
  })
  if ('refused' in benefit) return null

  return (
    <Section title={t.benefits}>
      <Card>
        <p>{t.benefitsRule}</p>
        {socialSecurityValue === null ? (
          <p>{t.cashAtLeast(euros(benefit.minimumCash))}</p>
        ) : (
          <DefinitionList
            items={[
              { term: t.deduction, description: euros(benefit.deduction) },
              { term: t.cash, description: euros(benefit.minimumCash) },
            ]}
          />
        )}
        <small>
          <Source>{t.benefitsSource}</Source>
        </small>
      </Card>
    </Section>
  )
}
