import {
  isSettled,
  statesOf,
  type AdmissionState,
  type AdmissionStatus,
} from '#domain/enrolment/admission.ts'
import { mayBegin, type Actor } from '#domain/rights.ts'
import { ProblemNotice } from '#features/parts/ProblemNotice.tsx'
import { PROGRAMME_LANGUAGE } from '#features/parts/labelsOf.ts'
import { personName } from '#features/parts/personName.ts'
import type { Problem } from '#features/parts/problem.ts'
import { useAct } from '#features/parts/useAct.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import { Button } from '#ui/Button.tsx'
import { ChoiceGroup } from '#ui/ChoiceGroup.tsx'
import { Chip } from '#ui/Chip.tsx'
import { DateField } from '#ui/DateField.tsx'
import { formatDayWithoutWeekday } from '#ui/formatDate.ts'
import { List } from '#ui/List.tsx'
import { ListItem } from '#ui/ListItem.tsx'
import { Row } from '#ui/Row.tsx'
import { Section } from '#ui/Section.tsx'
import { Stack } from '#ui/Stack.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { useState } from 'react'
import { texts } from './texts.ts'

/** How one step stands from a day on. */
export interface StepNote {
  readonly step: string
  readonly state: AdmissionState
  /** ISO date. */
  readonly on: string
}

interface Props {
  readonly admission: readonly AdmissionStatus[]
  readonly facts: LogbookFacts
  readonly actor: Actor
  readonly today: string
  readonly onNote: (note: StepNote) => Promise<Problem | null>
}

/** The steps of the admission; the centre notes them here. */
export function AdmissionSteps({ admission, facts, actor, today, onNote }: Props) {
  const t = useTexts(texts)
  const language = useLanguage()
  const [open, setOpen] = useState<string | null>(null)
  const settled = admission.filter(({ state }) => isSettled(state)).length
  const notes = mayBegin(actor, 'admissionStep')

  return (
    <Section title={t.admission} action={<span>{t.settled(settled, admission.length)}</span>}>
      <List>
        {admission.map((status) => {
          const { rule, state, on, by } = status
          const editing = open === rule.code
          return (
            <ListItem
              key={rule.code}
              title={<span lang={PROGRAMME_LANGUAGE}>{rule.title}</span>}
              detail={
                on === null || by === null
                  ? undefined
                  : t.notedBy(formatDayWithoutWeekday(on, language), personName(facts, by))
              }
              aside={<Chip tone={toneOf(state)}>{t.admissionStates[state]}</Chip>}
            >
              {(notes || editing) && (
                // What stands here changes places with the form: the focus goes on at their frame.
                <div role="group" aria-label={rule.title}>
                  {editing ? (
                    <StepForm
                      status={status}
                      today={today}
                      onNote={onNote}
                      onClose={() => {
                        setOpen(null)
                      }}
                    />
                  ) : (
                    <Row>
                      <Button
                        size="small"
                        variant="quiet"
                        aria-label={t.noteStep(rule.title)}
                        onClick={() => {
                          setOpen(rule.code)
                        }}
                      >
                        {t.note}
                      </Button>
                    </Row>
                  )}
                </div>
              )}
            </ListItem>
          )
        })}
      </List>
    </Section>
  )
}

const toneOf = (state: AdmissionState) =>
  state === 'refused' ? 'problem' : isSettled(state) ? 'success' : 'info'

interface FormProps extends Pick<Props, 'today' | 'onNote'> {
  readonly status: AdmissionStatus
  readonly onClose: () => void
}

function StepForm({ status, today, onNote, onClose }: FormProps) {
  const t = useTexts(texts)
  const [state, setState] = useState<AdmissionState | null>(
    status.state === 'open' ? null : status.state,
  )
  const [on, setOn] = useState(status.on ?? today)
  const [asked, setAsked] = useState(false)
  const { busy, problem, run } = useAct()

  return (
    <Stack>
      <ChoiceGroup
        legend={t.howItStands}
        error={asked && state === null ? t.stateMissing : undefined}
        options={statesOf(status.rule).map((value) => ({ value, label: t.admissionStates[value] }))}
        value={state}
        onChange={setState}
      />
      <DateField
        label={t.since}
        value={on}
        max={today}
        error={asked && on === '' ? t.dateMissing : undefined}
        onChange={setOn}
      />
      <ProblemNotice problem={problem} />
      <Row>
        <Button
          variant="primary"
          busy={busy}
          onClick={() => {
            setAsked(true)
            if (state === null || on === '') return
            run(async () => {
              const refusal = await onNote({ step: status.rule.code, state, on })
              if (refusal === null) onClose()
              return refusal
            })
          }}
        >
          {t.keepStep}
        </Button>
        <Button variant="quiet" onClick={onClose}>
          {t.leaveStep}
        </Button>
      </Row>
    </Stack>
  )
}
