import { formatDuration } from '#ui/formatDuration.ts'
import { formOf, type ExamForm, type Situation } from '#domain/exams/exam.ts'
import { PROGRAMME_LANGUAGE } from '#features/parts/labelsOf.ts'
import type { Programme, ProgrammeExam } from '#programmes/programme.ts'
import { Card } from '#ui/Card.tsx'
import { DefinitionList } from '#ui/DefinitionList.tsx'
import { formatDayWithoutWeekday } from '#ui/formatDate.ts'
import { formatNumber } from '#ui/formatNumber.ts'
import { List } from '#ui/List.tsx'
import { ListItem } from '#ui/ListItem.tsx'
import { Section } from '#ui/Section.tsx'
import { Stack } from '#ui/Stack.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { Lines } from './Lines.tsx'
import { texts } from './texts.ts'

type Words = (typeof texts)['fr']

interface Props {
  readonly programme: Programme
  /** Year of the session. */
  readonly session: number
}

/** The exams of one session: what each counts, and how it goes in this centre. */
export function ExamList({ programme, session }: Props) {
  const t = useTexts(texts)
  const language = useLanguage()
  const { exams, sessions, dispenses, dispenseNames, sheet } = programme
  const sum = exams.reduce((all, { coefficient }) => all + (coefficient ?? 0), 0)
  const dates = sessions.find(({ year }) => year === session)
  const [from, until] = [dates?.writtenFrom ?? null, dates?.writtenUntil ?? null]
  const day = (date: string | null) =>
    date === null ? t.notPublished : formatDayWithoutWeekday(date, language)
  const nameOf = (code: string) => lowerFirst(dispenseNames[code] ?? code)

  return (
    <Section title={t.exams(`${session}`)}>
      <p>{t.examsLead(formatNumber(sum, language))}</p>
      <List>
        {exams.map((exam) => (
          <ListItem
            key={exam.code}
            title={<span lang={PROGRAMME_LANGUAGE}>{`${exam.code}. ${exam.title}`}</span>}
            aside={
              exam.coefficient === null
                ? t.optional
                : t.coefficient(formatNumber(exam.coefficient, language))
            }
            detail={<ExamDetail exam={exam} session={session} accredited={sheet.accredited} />}
          />
        ))}
      </List>
      <Card>
        <h3>{t.dates}</h3>
        <DefinitionList
          items={[
            { term: t.registration, description: day(dates?.registrationUntil ?? null) },
            {
              term: t.written,
              description:
                from === null || until === null
                  ? t.notPublished
                  : t.writtenOf(day(from), day(until)),
            },
            { term: t.results, description: day(dates?.resultsOn ?? null) },
          ]}
        />
      </Card>
      <Card>
        <h3>{t.dispenses}</h3>
        <p>{t.dispensesLead}</p>
        {dispenses.length === 0 ? (
          <p>{t.noDispenses}</p>
        ) : (
          <Lines
            lines={dispenses.map(({ unit, holders, passed, toConfirm }) => {
              const held = holders.map(nameOf).join(t.or)
              const all = passed === null ? held : t.withPassed(held, nameOf(passed))
              const rule = t.dispense(unit, all)
              return toConfirm === undefined ? rule : `${rule}. ${t.toCheck(toConfirm)}`
            })}
          />
        )}
      </Card>
    </Section>
  )
}

/** Within a sentence: “un BTS d’une autre spécialité”. */
const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

interface DetailProps {
  readonly exam: ProgrammeExam
  readonly session: number
  /** `null`: nobody has said; both ways are shown. */
  readonly accredited: boolean | null
}

function ExamDetail({ exam, session, accredited }: DetailProps) {
  const t = useTexts(texts)
  const language = useLanguage()
  const ways = (accredited === null ? [true, false] : [accredited]).map((each) => ({
    centre: each ? ('accredited' as const) : ('other' as const),
    form: formOf(exam.forms, { session, accredited: each }),
  }))
  const different = new Set(ways.map(({ form }) => form)).size > 1
  const shown = different ? ways : ways.slice(0, 1)
  const withCoefficient = (situation: Situation, { parts, partTitles }: ProgrammeExam) => {
    const text = situationText(situation, t)
    const part = parts.find(({ code }) => partTitles[code] === situation.title)
    return part ? t.part(text, formatNumber(part.coefficient, language)) : text
  }

  return (
    <Stack gap="tight">
      {exam.coefficient === null && <span>{t.optionalMore}</span>}
      {shown.map(({ centre, form }) => (
        <Stack key={centre} gap="tight">
          {different && <strong>{t.centres[centre]}</strong>}
          {form === null ? (
            <span>{t.noForm}</span>
          ) : (
            <>
              <span>{formText(form, t)}</span>
              {form.situations.length > 1 && (
                <Lines lines={form.situations.map((each) => withCoefficient(each, exam))} />
              )}
              {form.toConfirm !== undefined && <span>{t.toCheck(form.toConfirm)}</span>}
            </>
          )}
        </Stack>
      ))}
    </Stack>
  )
}

function formText({ assessment, situations }: ExamForm, t: Words): string {
  const [only] = situations
  const way = t.assessment[assessment]
  return situations.length === 1 && only ? `${way}, ${situationText(only, t)}` : way
}

function situationText({ title, mode, minutes, preparationMinutes }: Situation, t: Words): string {
  const duration = minutes === null ? t.noDuration : formatDuration(minutes)
  const prepared =
    preparationMinutes === 0 ? '' : ` ${t.preparation(formatDuration(preparationMinutes))}`
  const how = `${t.modes[mode]}, ${duration}${prepared}`
  return title === null ? how : `${title}\u00a0: ${how}`
}
