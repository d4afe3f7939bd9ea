import { formatDuration } from '#ui/formatDuration.ts'
import { FormEnd } from '#features/parts/FormEnd.tsx'
import type { AlternationCalendar } from '#domain/calendar/alternation.ts'
import { halfDaysOf } from '#domain/calendar/counts.ts'
import { pathChanges } from '#domain/calendar/individualPath.ts'
import type { Content } from '#domain/operation.ts'
import type { Problem } from '#features/parts/problem.ts'
import { Card } from '#ui/Card.tsx'
import { ChoiceGroup } from '#ui/ChoiceGroup.tsx'
import { DateField } from '#ui/DateField.tsx'
import { SelectField } from '#ui/SelectField.tsx'
import { Stack } from '#ui/Stack.tsx'
import { StatusLine } from '#ui/StatusLine.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useTexts } from '#ui/texts.tsx'
import { useState } from 'react'
import { changeProblem, type ChangeProblem } from './changeProblem.ts'
import { texts } from './changes.texts.ts'

interface Props {
  readonly calendar: AlternationCalendar
  /** The calendar as it would be with one change more. */
  readonly tryOut: (change: Content) => AlternationCalendar
  readonly onSend: (change: Content) => Promise<Problem | null>
}

type Change = (typeof pathChanges)[number]
const halves = ['am', 'pm'] as const
type Half = (typeof halves)[number]

/** One change: what, when, where; with what it makes of the hours before it is sent. */
export function ChangeForm({ calendar, tryOut, onSend }: Props) {
  const t = useTexts(texts)
  const [change, setChange] = useState<Change>('moved')
  const [days, setDays] = useState({ from: '', until: '', otherOn: '' })
  const [half, setHalf] = useState<Half>('am')
  const [otherHalf, setOtherHalf] = useState<Half>('am')
  const [part, setPart] = useState<Half | 'whole'>('whole')
  const [place, setPlace] = useState('revision')
  const [why, setWhy] = useState('')
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<Problem | null>(null)

  const content: Content = {
    change,
    from: days.from,
    ...((change === 'extended' || change === 'period') && { until: days.until }),
    ...(change === 'moved' && { half, otherOn: days.otherOn, otherHalf }),
    ...(change === 'period' && { place, ...(part !== 'whole' && { half: part }) }),
    ...(why.trim() !== '' && { why }),
  }
  const problem = changeProblem(content, calendar, tryOut)
  const errorOf = (field: ChangeProblem['field']) =>
    asked && problem?.field === field ? t.problems[problem.code] : undefined
  const day = (field: keyof typeof days, label: string) => (
    <DateField
      label={label}
      value={days[field]}
      error={errorOf(field)}
      onChange={(value) => {
        setDays((before) => ({ ...before, [field]: value }))
        setSaid(null)
      }}
    />
  )
  const halfOf = (value: Half, set: (half: Half) => void) => (
    <ChoiceGroup
      legend={t.half}
      options={halves.map((each) => ({ value: each, label: t.halves[each] }))}
      value={value}
      onChange={set}
    />
  )

  const send = () => {
    setAsked(true)
    setSaid(null)
    if (problem) return
    setBusy(true)
    void onSend(content).then((answer) => {
      setRefusal(answer)
      setBusy(false)
      if (answer !== null) return
      setAsked(false)
      setDays({ from: '', until: '', otherOn: '' })
      setWhy('')
      setSaid(t.sent)
    })
  }

  return (
    <Card>
      <h2>{t.write}</h2>
      <p>{t.lead}</p>
      <Stack>
        <SelectField
          label={t.change}
          options={pathChanges.map((value) => ({ value, label: t.changes[value] }))}
          value={change}
          onChange={(value) => {
            setChange(pathChanges.find((each) => each === value) ?? 'moved')
            setAsked(false)
          }}
        />
        {day('from', t.fromOf[change])}
        {change === 'moved' && (
          <>
            {halfOf(half, setHalf)}
            {day('otherOn', t.otherOn)}
            {halfOf(otherHalf, setOtherHalf)}
          </>
        )}
        {(change === 'extended' || change === 'period') && day('until', t.until[change])}
        {change === 'period' && (
          <>
            <ChoiceGroup
              legend={t.part}
              options={(['whole', 'am', 'pm'] as const).map((value) => ({
                value,
                label: t.parts[value],
              }))}
              value={part}
              onChange={setPart}
            />
            <SelectField
              label={t.place}
              options={Object.entries(t.places).map(([value, label]) => ({ value, label }))}
              value={place}
              onChange={setPlace}
            />
          </>
        )}
        <TextField
          label={t.why}
          hint={t.whyHint}
          value={why}
          error={errorOf('why')}
          onChange={setWhy}
        />
        <StatusLine>
          {problem
            ? null
            : t.effect(
                formatDuration(plannedMinutes(tryOut(content))),
                formatDuration(plannedMinutes(calendar)),
              )}
        </StatusLine>
        <FormEnd problem={refusal} busy={busy} sendLabel={t.send} onSend={send} said={said} />
      </Stack>
    </Card>
  )
}

const plannedMinutes = (calendar: AlternationCalendar) =>
  halfDaysOf(calendar, 'centre').length * calendar.minutesPerHalfDay
