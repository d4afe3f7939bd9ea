import { toCents } from '#domain/money.ts'
import type { Content } from '#domain/operation.ts'
import { isDate } from '#domain/week.ts'
import { ProblemNotice } from '#features/parts/ProblemNotice.tsx'
import type { Problem } from '#features/parts/problem.ts'
import { useAct } from '#features/parts/useAct.ts'
import { Button } from '#ui/Button.tsx'
import { DateField } from '#ui/DateField.tsx'
import { Disclosure } from '#ui/Disclosure.tsx'
import { Stack } from '#ui/Stack.tsx'
import { StatusLine } from '#ui/StatusLine.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useTexts } from '#ui/texts.tsx'
import { SendHorizontal } from 'lucide-react'
import { useState } from 'react'
import { texts } from './texts.ts'

interface Props {
  /** Civil date. */
  readonly today: string
  readonly onSend: (claim: Content) => Promise<Problem | null>
}

/** Longest name of what was bought, and most euros, as the kind declares them. */
const WHAT_MAX = 200
const EUROS_MAX = 100_000

/** One expense for first equipment: what, how much, when. */
export function EquipmentForm({ today, onSend }: Props) {
  const t = useTexts(texts)
  const [what, setWhat] = useState('')
  const [amount, setAmount] = useState('')
  const [on, setOn] = useState(today)
  const [asked, setAsked] = useState(false)
  const [said, setSaid] = useState<string | null>(null)
  const { busy, problem, run } = useAct()
  const cents = centsOf(amount)
  const wrongName = what.trim() === '' || what.length > WHAT_MAX
  const wrongDay = !isDate(on) || on > today

  const send = () => {
    setAsked(true)
    setSaid(null)
    if (wrongName || cents === null || wrongDay) return
    run(async () => {
      const refusal = await onSend({ aid: 'first-equipment', what, cents, on })
      if (refusal === null) {
        setWhat('')
        setAmount('')
        setAsked(false)
        setSaid(t.sent)
      }
      return refusal
    })
  }

  return (
    <Disclosure summary={t.equipment}>
      <Stack>
        <TextField
          label={t.what}
          value={what}
          error={asked && wrongName ? t.whatMissing : undefined}
          onChange={setWhat}
        />
        <TextField
          label={t.amount}
          short
          inputMode="decimal"
          value={amount}
          error={asked && cents === null ? t.amountProblem : undefined}
          onChange={setAmount}
        />
        <DateField
          label={t.paidOn}
          value={on}
          error={asked && wrongDay ? t.dayProblem : undefined}
          onChange={setOn}
        />
        <ProblemNotice problem={problem} />
        <Button
          busy={busy}
          icon={<SendHorizontal aria-hidden="true" size={20} />}
          aria-label={`${t.send}, ${t.equipment}`}
          onClick={send}
        >
          {t.send}
        </Button>
        <StatusLine>{said}</StatusLine>
      </Stack>
    </Disclosure>
  )
}

function centsOf(text: string): number | null {
  const plain = text.replaceAll(/[\s\u00a0\u202f€]/gu, '').replace(',', '.')
  const euros = /^\d+(?:\.\d{1,2})?$/u.test(plain) ? Number(plain) : 0
  return euros > 0 && euros <= EUROS_MAX ? toCents(euros) : null
}
