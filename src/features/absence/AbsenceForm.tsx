import { FormEnd } from '#features/parts/FormEnd.tsx'
import type { MotiveSide } from '#domain/absences/motiveId.ts'
import type { Motive } from '#domain/absences/motiveNames.ts'
import type { AlternationCalendar } from '#domain/calendar/alternation.ts'
import type { Half, HalfDay } from '#domain/calendar/day.ts'
import type { Problem } from '#features/parts/problem.ts'
import { Card } from '#ui/Card.tsx'
import { ChoiceGroup } from '#ui/ChoiceGroup.tsx'
import { DateField } from '#ui/DateField.tsx'
import { FieldGrid } from '#ui/FieldGrid.tsx'
import { Stack } from '#ui/Stack.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useTexts } from '#ui/texts.tsx'
import { useState } from 'react'
import { halfDaysBetween } from './declared.ts'
import type { LeaveToAsk } from './ExamLeaveHint.tsx'
import { texts } from './texts.ts'
import { useWhy, WhyFields } from './WhyFields.tsx'

/** What is sent: the half-days, and the motive to each side that waited. */
export interface Declaration {
  readonly halfDays: readonly HalfDay[]
  /** Of lateness: how much of its one half-day was missed; `null`: all of them were. */
  readonly minutes: number | null
  /** `null`: declared by somebody else than the apprentice, who alone says why. */
  readonly motive: { readonly name: Motive; readonly sides: readonly MotiveSide[] } | null
}

interface Props {
  readonly calendar: AlternationCalendar | null
  readonly today: string
  /** The apprentice says why; whoever only noticed it does not. */
  readonly asksWhy: boolean
  /** `null` where the calendar or the programme is not known. */
  readonly leave: LeaveToAsk | null
  readonly onSend: (declaration: Declaration) => Promise<Problem | null>
}

/** Three answers: when, which half, why. What was typed stays until it is kept on this device. */
export function AbsenceForm({ calendar, today, asksWhy, leave, onSend }: Props) {
  const t = useTexts(texts)
  const [from, setFrom] = useState(today)
  const [until, setUntil] = useState(today)
  const [part, setPart] = useState<Half | 'whole'>('whole')
  const [isLate, setIsLate] = useState(false)
  const [lateFor, setLateFor] = useState('')
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<string | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)

  const minutes = isLate ? minutesOf(lateFor) : null
  const half = part === 'pm' ? 'pm' : 'am'
  const halfDays = halfDaysBetween(from, isLate ? from : until, isLate ? half : part)
  const wrong = typeof halfDays === 'string' ? halfDays : null
  const known = typeof halfDays === 'string' ? [] : halfDays
  const why = useWhy(known, calendar)

  const send = () => {
    setAsked(true)
    setSaid(null)
    if (typeof halfDays === 'string' || (isLate && minutes === null)) return
    if (asksWhy && why.answer === null) return
    setBusy(true)
    void onSend({ halfDays, minutes, motive: asksWhy ? why.answer : null }).then((refusal) => {
      setProblem(refusal)
      setBusy(false)
      if (refusal !== null) return
      setAsked(false)
      why.set({ motive: null })
      setLateFor('')
      setSaid(t.sent)
    })
  }

  return (
    <Card>
      <h2>{t.declare}</h2>
      <Stack>
        <ChoiceGroup
          legend={t.sort}
          options={(['absent', 'late'] as const).map((value) => ({ value, label: t.sorts[value] }))}
          value={isLate ? 'late' : 'absent'}
          onChange={(value) => {
            setIsLate(value === 'late')
          }}
        />
        <FieldGrid>
          <DateField
            label={isLate ? t.lateDay : t.from}
            value={from}
            error={asked && wrong === 'day' ? t.problems.day : undefined}
            onChange={(day) => {
              setFrom(day)
              if (until < day) setUntil(day)
            }}
          />
          {!isLate && (
            <DateField
              label={t.until}
              value={until}
              error={asked && wrong !== null && wrong !== 'day' ? t.problems[wrong] : undefined}
              onChange={setUntil}
            />
          )}
        </FieldGrid>
        <ChoiceGroup
          legend={isLate ? t.lateHalf : t.part}
          options={(isLate ? (['am', 'pm'] as const) : (['whole', 'am', 'pm'] as const)).map(
            (value) => ({
              value,
              label: t.parts[value],
            }),
          )}
          value={isLate ? half : part}
          onChange={setPart}
        />
        {isLate && (
          <TextField
            label={t.minutes}
            short
            inputMode="numeric"
            value={lateFor}
            error={asked && minutes === null ? t.minutesProblem : undefined}
            onChange={setLateFor}
          />
        )}
        {asksWhy && (
          <WhyFields why={why} calendar={calendar} halfDays={known} leave={leave} asked={asked} />
        )}
        <FormEnd problem={problem} busy={busy} sendLabel={t.send} onSend={send} said={said} />
      </Stack>
    </Card>
  )
}

/** As the kind declares it: ten hours. */
const MINUTES_MAX = 600

function minutesOf(text: string): number | null {
  const minutes = /^\d{1,3}$/u.test(text.trim()) ? Number(text) : 0
  return minutes >= 1 && minutes <= MINUTES_MAX ? minutes : null
}
