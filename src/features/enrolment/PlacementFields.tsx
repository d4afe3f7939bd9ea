import { isBlank } from '#domain/content.ts'
import { PROGRAMME_LANGUAGE } from '#features/parts/labelsOf.ts'
import type { Draft } from '#features/parts/useDraft.ts'
import type { Programme } from '#programmes/programme.ts'
import { Card } from '#ui/Card.tsx'
import { ChoiceGroup } from '#ui/ChoiceGroup.tsx'
import { DateField } from '#ui/DateField.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Section } from '#ui/Section.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import { TickGroup } from '#ui/TickGroup.tsx'
import { useTexts } from '#ui/texts.tsx'
import { useState } from 'react'
import { DurationNote } from './DurationNote.tsx'
import { texts } from './placement.texts.ts'
import { diagnosticLevels, themesOf, type DiagnosticLevel } from './themesOf.ts'

/** As the kind declares them. */
const TEXT_MAX = 2_000
const [FEWEST_MONTHS, MOST_MONTHS] = [-30, 24]

const levelKey = (theme: string) => `diagnostic/${theme}/level`

/** What is not there yet, and without which it cannot be sent. */
export function missingIn(draft: Draft, programme: Programme): readonly string[] {
  return [
    ...(draft.text('date') === '' ? ['date'] : []),
    ...(themesOf(programme).some(({ code }) => draft.value(levelKey(code)) !== null)
      ? []
      : ['diagnostic']),
    ...(isBlank(draft.text('path')) ? ['path'] : []),
  ]
}

interface Props {
  readonly programme: Programme
  readonly draft: Draft
  readonly today: string
  /** Something is arranged because of a disability, as far as the page says. */
  readonly disability: boolean
  /** Whether somebody tried to send: what is missing is said from then on. */
  readonly asked: boolean
}

/** What somebody of the centre finds at a placement, and makes of it. */
export function PlacementFields({ programme, draft, today, disability, asked }: Props) {
  const t = useTexts(texts)
  const missing = asked ? missingIn(draft, programme) : []
  const errorOf = (key: string, sentence: string) => (missing.includes(key) ? sentence : undefined)
  const text = (key: string) => ({
    value: draft.text(key),
    onChange: (value: string) => {
      draft.set(key, value)
    },
  })
  const months = draft.value('months')
  const { months: cycleMonths } = programme.sheet.contract
  const units = programme.exams.filter(({ unit, professional }) => {
    return !professional && programme.dispenses.some((rule) => rule.unit === unit)
  })

  return (
    <>
      <Card>
        <DateField
          label={t.date}
          max={today}
          error={errorOf('date', t.dateMissing)}
          {...text('date')}
        />
        <TextArea label={t.prior} hint={t.priorHint} rows={3} max={TEXT_MAX} {...text('prior')} />
      </Card>
      <Section title={t.diagnostic}>
        {missing.includes('diagnostic') && (
          <Notice tone="problem" role="alert">
            {t.diagnosticMissing}
          </Notice>
        )}
        <Card>
          {themesOf(programme).map(({ code, title }) => {
            const level = draft.value(levelKey(code))
            return (
              <ChoiceGroup<DiagnosticLevel>
                key={code}
                legend={<span lang={PROGRAMME_LANGUAGE}>{title}</span>}
                options={diagnosticLevels.map((value) => ({ value, label: t.levels[value] }))}
                value={diagnosticLevels.find((each) => each === level) ?? null}
                onChange={(value) => {
                  draft.set(levelKey(code), value)
                }}
              />
            )
          })}
        </Card>
      </Section>
      <Section title={t.path}>
        <Card>
          <TextArea
            label={t.pathText}
            hint={t.pathHint}
            rows={3}
            max={TEXT_MAX}
            error={errorOf('path', t.pathMissing)}
            {...text('path')}
          />
          <MonthsField draft={draft} />
          {typeof months === 'number' && months !== 0 && cycleMonths !== null && (
            <DurationNote cycleMonths={cycleMonths} months={months} disability={disability} />
          )}
          {units.length > 0 && (
            <TickGroup
              legend={t.dispenses}
              hint={t.dispensesHint}
              lang={PROGRAMME_LANGUAGE}
              options={units.map(({ unit, code, title }) => ({
                value: unit,
                label: t.exam(code, title),
              }))}
              values={units
                .map(({ unit }) => unit)
                .filter((unit) => draft.value(`dispenses/${unit}`) === true)}
              onToggle={(unit, on) => {
                draft.set(`dispenses/${unit}`, on ? true : null)
              }}
            />
          )}
        </Card>
      </Section>
    </>
  )
}

/** Months more or less. What is no such number stays on the screen and is not kept. */
function MonthsField({ draft }: Pick<Props, 'draft'>) {
  const t = useTexts(texts)
  const kept = draft.value('months')
  const [typed, setTyped] = useState<string | null>(null)
  const wrong = typed !== null && typed.trim() !== '' && readMonths(typed) === null
  return (
    <TextField
      label={t.months}
      hint={t.monthsHint}
      short
      inputMode="text"
      error={wrong ? t.monthsWrong : undefined}
      value={typed ?? (typeof kept === 'number' ? String(kept) : '')}
      onChange={(value) => {
        setTyped(value)
        const months = readMonths(value)
        if (months !== null) draft.set('months', months)
        else if (value.trim() === '') draft.set('months', null)
      }}
    />
  )
}

function readMonths(text: string): number | null {
  if (!/^[+\-\u2212]?\s*\d{1,2}$/u.test(text.trim())) return null
  const months = Number(text.trim().replace('\u2212', '-').replaceAll(/[+\s]/gu, ''))
  return months >= FEWEST_MONTHS && months <= MOST_MONTHS ? months : null
}
