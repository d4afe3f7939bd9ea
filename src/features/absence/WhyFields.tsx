import { motives, type Motive } from '#domain/absences/motiveNames.ts'
import type { MotiveSide } from '#domain/absences/motiveId.ts'
import type { AlternationCalendar } from '#domain/calendar/alternation.ts'
import type { HalfDay } from '#domain/calendar/day.ts'
import { ChoiceGroup } from '#ui/ChoiceGroup.tsx'
import { SelectField } from '#ui/SelectField.tsx'
import { Stack } from '#ui/Stack.tsx'
import { useTexts } from '#ui/texts.tsx'
import { useState } from 'react'
import { sidesOf } from './declared.ts'
import { ExamLeaveHint, type LeaveToAsk } from './ExamLeaveHint.tsx'
import { texts } from './texts.ts'

/** What the apprentice says of why, while it is typed. */
export interface Why {
  readonly motive: Motive | null
  /** Where nobody has said when the cohort is where: for the person to say. */
  readonly side: MotiveSide | null
  readonly set: (change: Partial<Pick<Why, 'motive' | 'side'>>) => void
  /** The motive with the sides that are told, or `null` while an answer is missing. */
  readonly answer: { readonly name: Motive; readonly sides: readonly MotiveSide[] } | null
  readonly sides: readonly MotiveSide[]
}

/** `halfDays`: those of the absence. */
export function useWhy(halfDays: readonly HalfDay[], calendar: AlternationCalendar | null): Why {
  const [{ motive, side }, setBoth] = useState<Pick<Why, 'motive' | 'side'>>(nothing)
  const chosen = side === null ? [] : [side]
  const sides = calendar ? sidesOf(halfDays, calendar) : chosen
  const isMissing = motive === null || (!calendar && side === null)
  return {
    ...{ motive, side, sides },
    answer: isMissing ? null : { name: motive, sides },
    set: (change) => {
      setBoth((before) => ({ ...before, ...change }))
    },
  }
}

const nothing = { motive: null, side: null }

interface Props {
  readonly why: Why
  readonly calendar: AlternationCalendar | null
  /** Those of the absence, as far as they are known. */
  readonly halfDays: readonly HalfDay[]
  /** `null` where the calendar or the programme is not known. */
  readonly leave: LeaveToAsk | null
  /** Whether somebody tried to send: what is missing is said from then on. */
  readonly asked: boolean
}

/** Why, and who is told: the side that waited, and never the other. */
export function WhyFields({ why, calendar, halfDays, leave, asked }: Props) {
  const t = useTexts(texts)
  const { motive, side, sides, set } = why
  return (
    <>
      {!calendar && (
        <ChoiceGroup
          legend={t.side}
          error={asked && side === null ? t.sideMissing : undefined}
          options={(['centre', 'company'] as const).map((value) => ({
            value,
            label: t.sides[value],
          }))}
          value={side}
          onChange={(value) => {
            set({ side: value })
          }}
        />
      )}
      <SelectField
        label={t.motive}
        hint={t.motiveHint}
        error={asked && motive === null ? t.motiveMissing : undefined}
        options={motives.map((value) => ({ value, label: t.motives[value] }))}
        value={motive ?? ''}
        onChange={(value) => {
          set({ motive: motives.find((each) => each === value) ?? null })
        }}
      />
      <div role="status">
        <Stack>
          {leave && motive === 'exam-leave' && halfDays.length > 0 && (
            <ExamLeaveHint leave={leave} days={[...new Set(halfDays.map(({ date }) => date))]} />
          )}
          <p>{t.who[sides.length === 2 ? 'both' : (sides[0] ?? 'nobody')]}</p>
        </Stack>
      </div>
    </>
  )
}
