import { paidLeave } from '#domain/absences/paidLeave.ts'
import { lastDay, type Contract } from '#domain/contract/contract.ts'
import { Card } from '#ui/Card.tsx'
import { useTexts } from '#ui/texts.tsx'
import { texts } from './texts.ts'

interface Props {
  /** Those of the apprentice. */
  readonly contracts: readonly (Contract & { readonly birthDate: string })[]
  /** Civil date. */
  readonly today: string
}

/** The paid leave that the running contract gave so far, and where it is taken; nothing without one. */
export function EarnedLeave({ contracts, today }: Props) {
  const t = useTexts(texts)
  const running = contracts.find((each) => each.start <= today && today <= lastDay(each))
  if (!running) return null
  const { start, birthDate } = running
  const { paid, unpaid } = paidLeave({ start, until: today, birthDate })
  return (
    <Card>
      <h2>{t.leave}</h2>
      <p>{t.leaveEarned(paid)}</p>
      {unpaid > 0 && <p>{t.leaveUnpaid(unpaid)}</p>}
      <p>{t.leaveWhere}</p>
    </Card>
  )
}
