import { formatMonth } from '#ui/formatMonth.ts'
import { countClaims, type ClaimContext } from '#domain/aidCount.ts'
import type { AlternationCalendar } from '#domain/calendar/alternation.ts'
import { monthsOf } from '#domain/calendar/monthView.ts'
import { addDays } from '#domain/civilDate.ts'
import { toEuros } from '#domain/money.ts'
import type { Content } from '#domain/operation.ts'
import type { Problem } from '#features/parts/problem.ts'
import { FormEnd } from '#features/parts/FormEnd.tsx'
import { useAct } from '#features/parts/useAct.ts'
import { Card } from '#ui/Card.tsx'
import { formatDay } from '#ui/formatDate.ts'
import { formatEuros } from '#ui/formatMoney.ts'
import { SelectField } from '#ui/SelectField.tsx'
import { Stack } from '#ui/Stack.tsx'
import { TickGroup } from '#ui/TickGroup.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { useState } from 'react'
import { texts } from './texts.ts'

interface Props {
  readonly calendar: AlternationCalendar
  readonly context: ClaimContext
  /** Civil date: what is to come was not taken yet. */
  readonly today: string
  readonly onSend: (claim: Content) => Promise<Problem | null>
}

/** The nights and meals of one month, day by day in the centre, with what they come to. */
export function StayForm({ calendar, context, today, onSend }: Props) {
  const t = useTexts(texts)
  const language = useLanguage()
  const [month, setMonth] = useState(today.slice(0, 7))
  const [ticked, setTicked] = useState<readonly string[]>([])
  const [asked, setAsked] = useState(false)
  const [said, setSaid] = useState<string | null>(null)
  const { busy, problem, run } = useAct()

  const months = monthsOf(calendar).filter((each) => each <= today.slice(0, 7))
  const days = context.centrePeriods
    .flatMap(({ start, end }) => datesBetween(start, end))
    .filter((day) => day.startsWith(month) && day <= today)
  const content: Content = {
    ...{ aid: 'stay', on: `${month}-01` },
    ...Object.fromEntries(ticked.map((key) => [key, true] as const)),
  }
  const [count] = countClaims([content], context)

  const send = () => {
    setAsked(true)
    setSaid(null)
    if (ticked.length === 0) return
    run(async () => {
      const refusal = await onSend(content)
      if (refusal === null) {
        setTicked([])
        setAsked(false)
        setSaid(t.sent)
      }
      return refusal
    })
  }

  return (
    <Card>
      <h2>{t.declare}</h2>
      <Stack>
        <SelectField
          label={t.month}
          options={months
            .toReversed()
            .map((value) => ({ value, label: formatMonth(value, language) }))}
          value={month}
          onChange={(value) => {
            setMonth(value)
            setTicked([])
          }}
        />
        {days.length === 0 ? (
          <p>{t.noDays}</p>
        ) : (
          <TickGroup
            legend={t.days}
            error={asked && ticked.length === 0 ? t.missing : undefined}
            groups={days.map((day) => ({
              label: formatDay(day, language),
              options: [
                { value: `nights/${day}`, label: t.night },
                { value: `meals/${day}.lunch`, label: t.lunch },
                { value: `meals/${day}.dinner`, label: t.dinner },
              ],
            }))}
            values={ticked}
            onToggle={(value, on) => {
              setTicked((before) =>
                on ? [...before, value] : before.filter((each) => each !== value),
              )
            }}
          />
        )}
        <p role="status">
          {count && ticked.length > 0
            ? t.sum(count.nights, count.meals, formatEuros(toEuros(count.cents), language))
            : ''}
        </p>
        <FormEnd problem={problem} busy={busy} sendLabel={t.send} onSend={send} said={said} />
      </Stack>
    </Card>
  )
}

function datesBetween(start: string, end: string): string[] {
  const dates: string[] = []
  for (let day = start; day <= end; day = addDays(day, 1)) dates.push(day)
  return dates
}
