import { answerLevels, type SurveyResult } from '#domain/enrolment/surveys.ts'
import { PROGRAMME_LANGUAGE } from '#features/parts/labelsOf.ts'
import { BarList, type BarPattern } from '#ui/BarList.tsx'
import { formatNumber } from '#ui/formatNumber.ts'
import { Quote } from '#ui/Quote.tsx'
import { Section } from '#ui/Section.tsx'
import { Stack } from '#ui/Stack.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { texts } from './survey.texts.ts'

const BEST = answerLevels.length

interface Props {
  readonly title: string
  readonly result: SurveyResult
  /** Whether to show what people wrote: of one logbook, whoever reads it knows who it was. */
  readonly withRemarks: boolean
}

const pattern: BarPattern = 'solid'

/** What the answers of one logbook, or of many, come to. */
export function SurveyResults({ title, result, withRemarks }: Props) {
  const t = useTexts(texts)
  const language = useLanguage()
  const { apprentice, master } = result.answered
  const answered = result.questions.filter(({ count }) => count > 0)

  return (
    <Section title={title}>
      <p>{apprentice + master === 0 ? t.nobody : t.answered(apprentice, master)}</p>
      {answered.length > 0 && (
        <BarList
          label={title}
          bars={answered.map(({ question, count, counts, average }) => ({
            key: question.code,
            label: <span lang={PROGRAMME_LANGUAGE}>{question.text}</span>,
            text: t.result(
              formatNumber(average ?? 0, language, 2),
              count,
              answerLevels
                .filter((level) => (counts[level - 1] ?? 0) > 0)
                .map((level) => t.countOf(counts[level - 1] ?? 0, t.levels[level]))
                .join(', '),
            ),
            parts: [{ pattern, share: (average ?? 0) / BEST }],
          }))}
        />
      )}
      {withRemarks && (
        <Stack>
          {result.remarks.map(({ party, text }) => (
            <Quote key={`${party} ${text}`} by={t.parties[party]}>
              {text}
            </Quote>
          ))}
        </Stack>
      )}
    </Section>
  )
}
