import type { AlternationCalendar } from '#domain/calendar/alternation.ts'
import { FormEnd } from '#features/parts/FormEnd.tsx'
import type { Problem } from '#features/parts/problem.ts'
import { useAct } from '#features/parts/useAct.ts'
import { Disclosure } from '#ui/Disclosure.tsx'
import { Stack } from '#ui/Stack.tsx'
import { useTexts } from '#ui/texts.tsx'
import { useState } from 'react'
import type { Declaration } from './AbsenceForm.tsx'
import type { LeaveToAsk } from './ExamLeaveHint.tsx'
import type { ShownAbsence } from './absences.ts'
import { texts } from './texts.ts'
import { useWhy, WhyFields } from './WhyFields.tsx'

interface Props {
  readonly absence: ShownAbsence
  /** When it was, in words. */
  readonly title: string
  readonly calendar: AlternationCalendar | null
  /** `null` where the calendar or the programme is not known. */
  readonly leave: LeaveToAsk | null
  readonly onTell: (motive: NonNullable<Declaration['motive']>) => Promise<Problem | null>
}

/** Why, of an absence that somebody else noticed and declared. */
export function WhyForm({ absence: { halfDays }, title, calendar, leave, onTell }: Props) {
  const t = useTexts(texts)
  const why = useWhy(halfDays, calendar)
  const [asked, setAsked] = useState(false)
  const { busy, problem, run } = useAct()
  const { answer } = why

  return (
    <Disclosure summary={t.whyOf(title)}>
      <Stack>
        <WhyFields why={why} calendar={calendar} halfDays={halfDays} leave={leave} asked={asked} />
        <FormEnd
          problem={problem}
          busy={busy}
          sendLabel={t.tell}
          onSend={() => {
            setAsked(true)
            if (answer) run(() => onTell(answer))
          }}
          said={null}
        />
      </Stack>
    </Disclosure>
  )
}
