import { standing } from '#domain/exams/averages.ts'
import type { KeptMark } from '#domain/exams/keptMarks.ts'
import { readMark, type PublishedMark } from '#domain/exams/marks.ts'
import { neededAverage, whatIf, type Marks, type Result } from '#domain/exams/result.ts'
import { PROGRAMME_LANGUAGE } from '#features/parts/labelsOf.ts'
import type { ProgrammeExam } from '#programmes/programme.ts'
import { Button } from '#ui/Button.tsx'
import { Card } from '#ui/Card.tsx'
import { Disclosure } from '#ui/Disclosure.tsx'
import { formatNumber } from '#ui/formatNumber.ts'
import { List } from '#ui/List.tsx'
import { ListItem } from '#ui/ListItem.tsx'
import { Row } from '#ui/Row.tsx'
import { Section } from '#ui/Section.tsx'
import { StatusLine } from '#ui/StatusLine.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useLanguage, useTexts, type Language } from '#ui/texts.tsx'
import { Eraser } from 'lucide-react'
import { useState } from 'react'
import { examLines } from './examLines.ts'
import { texts } from './texts.ts'

interface Props {
  readonly exams: readonly ProgrammeExam[]
  readonly marks: readonly PublishedMark[]
  /** Codes of the exams that are not taken: they count for nothing. */
  readonly dispensed: readonly string[]
  /** Marks of a former session: they count as they are. */
  readonly kept: readonly KeptMark[]
  /** Whether they are the reader’s own. */
  readonly own: boolean
}

/** What the averages of the year would come to as marks of the exam, and what others would. */
export function Standing({ exams, marks, dispensed, kept, own }: Props) {
  const t = useTexts(texts)
  const language = useLanguage()
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const lines = examLines(exams)
  const now = standing(exams, marks, dispensed, kept)
  const real: Marks = Object.fromEntries(
    now.lines.flatMap(({ code, mark }) => (mark ? [[code, mark] as const] : [])),
  )
  const taken = lines.filter(({ code }) => !['dispensed', 'kept'].includes(real[code]?.type ?? ''))
  const supposed: Marks = Object.fromEntries(
    Object.entries(typed).flatMap(([code, text]) => {
      const hundredths = readMark(text)
      return hundredths === null ? [] : [[code, { type: 'mark', value: hundredths / 100 }] as const]
    }),
  )
  const isSupposing = Object.keys(supposed).length > 0
  const averageOf = (code: string) => {
    const mark = real[code]
    if (mark?.type === 'dispensed') return t.dispensed
    if (mark?.type === 'kept') return t.keptMark(formatNumber(mark.value, language, 2))
    return mark?.type === 'mark' ? t.outOf(formatNumber(mark.value, language, 2)) : t.noMark
  }

  return (
    <Section title={t.standing}>
      <p>{own ? t.standingLead : t.standingLeadOfOther}</p>
      {kept.length > 0 && <p>{t.keptCount}</p>}
      <List>
        {lines.map(({ code, title, coefficient }) => (
          <ListItem
            key={code}
            title={<span lang={PROGRAMME_LANGUAGE}>{title}</span>}
            detail={t.coefficient(formatNumber(coefficient, language))}
            aside={averageOf(code)}
          />
        ))}
      </List>
      <Card>
        <p>
          <strong>{summaryOf(now, t, language)}</strong>
        </p>
        <p>{outlookOf(exams, real, now, t, language)}</p>
        <Disclosure summary={t.whatIf}>
          <p>{t.whatIfLead}</p>
          {taken.map(({ code }) => {
            const text = typed[code] ?? ''
            return (
              <TextField
                key={code}
                label={t.suppose(code)}
                hint={t.supposeHint}
                inputMode="decimal"
                short
                value={text}
                error={text.trim() !== '' && readMark(text) === null ? t.notAMark : undefined}
                onChange={(value) => {
                  setTyped((before) => ({ ...before, [code]: value }))
                }}
              />
            )
          })}
          <StatusLine>
            {isSupposing &&
              `${t.supposed}\u00a0: ${summaryOf(whatIf(exams, real, supposed), t, language)}. ${outlookOf(
                exams,
                { ...real, ...supposed },
                whatIf(exams, real, supposed),
                t,
                language,
              )}`}
          </StatusLine>
          {Object.keys(typed).length > 0 && (
            <Row>
              <Button
                variant="quiet"
                icon={<Eraser aria-hidden="true" size={20} />}
                onClick={() => {
                  setTyped({})
                }}
              >
                {t.reset}
              </Button>
            </Row>
          )}
        </Disclosure>
      </Card>
    </Section>
  )
}

type Words = (typeof texts)['fr']

function summaryOf(result: Result, t: Words, language: Language): string {
  const { average, coefficients, coefficientsInAll } = result
  if (average === null) return t.noAverage
  const number = (value: number) => formatNumber(value, language)
  return t.total(
    formatNumber(average, language, 2),
    number(coefficients),
    number(coefficientsInAll),
  )
}

function outlookOf(
  exams: readonly ProgrammeExam[],
  marks: Marks,
  result: Result,
  t: Words,
  language: Language,
): string {
  if (result.verdict === 'passed') return t.passed
  if (result.verdict === 'failed') {
    const { acquiredUnits } = result
    const keepable = exams.filter(({ unit }) => acquiredUnits.includes(unit))
    return keepable.length === 0
      ? t.failed
      : `${t.failed} ${t.couldKeep(keepable.map(({ code }) => code).join(', '))}`
  }
  const needed = neededAverage(exams, marks)
  return needed === null ? t.outOfReach : t.needed(formatNumber(needed, language, 2))
}
