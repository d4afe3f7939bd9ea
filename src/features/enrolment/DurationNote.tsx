import { contractDuration } from '#domain/contract/duration.ts'
import { Notice } from '#ui/Notice.tsx'
import { useTexts } from '#ui/texts.tsx'
import { texts } from './placement.texts.ts'

interface Props {
  /** Of the whole cycle. */
  readonly cycleMonths: number
  /** Months that the placement takes off (negative) or adds. */
  readonly months: number
  /** An arrangement is needed because of one. */
  readonly disability: boolean
}

/** How long the contract becomes by a placement, what that takes, and whether the law allows it. */
export function DurationNote({ cycleMonths, months, disability }: Props) {
  const t = useTexts(texts)
  const duration = contractDuration({ cycleMonths, adjustmentMonths: months, disability })
  if ('refused' in duration) {
    const text = {
      'not-a-duration': t.durationNone,
      'under-six-months': t.durationUnder,
      'over-the-longest': 'limit' in duration ? t.durationOver(duration.limit) : '',
    }[duration.refused]
    return <Notice tone="problem">{text}</Notice>
  }
  return (
    <Notice tone="info" title={t.durationIs(duration.months)}>
      {duration.agreement ? t.durationAgreement : undefined}
    </Notice>
  )
}
