import { formatMonth } from '#ui/formatMonth.ts'
import { formatDuration } from '#ui/formatDuration.ts'
import { halves } from '#domain/calendar/day.ts'
import { weekdays, type Rhythm, type WeekHalf } from '#domain/calendar/plan.ts'
import { PROGRAMME_LANGUAGE } from '#features/parts/labelsOf.ts'
import type { Cohort } from '#programmes/outline.ts'
import type { Programme } from '#programmes/programme.ts'
import { Card } from '#ui/Card.tsx'
import { DefinitionList } from '#ui/DefinitionList.tsx'
import { formatDayWithoutWeekday } from '#ui/formatDate.ts'
import { formatNumber } from '#ui/formatNumber.ts'
import { Section } from '#ui/Section.tsx'
import { Stack } from '#ui/Stack.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { Lines } from './Lines.tsx'
import { texts } from './texts.ts'

interface Props {
  readonly programme: Programme
  /** `undefined`: the programme has no such cohort. */
  readonly cohort: Cohort | undefined
}

/** What the diploma is, and when this cohort prepares it. */
export function InShort({ programme, cohort }: Props) {
  const t = useTexts(texts)
  const language = useLanguage()
  const { rhythm, sheet, title, level, credits, rncp, diplomaCode } = programme
  const { contract, hosts, enrolmentFrom } = sheet
  const period = ({ start, end }: { readonly start: string; readonly end: string }) =>
    t.cohortOf(formatDayWithoutWeekday(start, language), formatDayWithoutWeekday(end, language))
  const weekly = rhythm && rhythm.weeks.length === 1 ? weeklyMinutes(rhythm) : null

  return (
    <Section title={t.inShort}>
      <Card>
        <DefinitionList
          items={[
            { term: t.diploma, description: <span lang={PROGRAMME_LANGUAGE}>{title}</span> },
            { term: t.level, description: t.levelOf(level, credits) },
            {
              term: t.hours,
              description: t.hoursOf(
                formatNumber(programme.hours, language),
                weekly === null ? null : formatDuration(weekly),
              ),
            },
            { term: t.rhythm, description: rhythm ? <RhythmText rhythm={rhythm} /> : t.notSaid },
            {
              term: t.cohort,
              description: cohort ? (
                <Stack gap="tight">
                  <span>{period(cohort)}</span>
                  {cohort.years.map((year, index) => (
                    <span key={year.start}>
                      {`${t.year(index + 1)}\u00a0: ${period(year).toLowerCase()}`}
                    </span>
                  ))}
                </Stack>
              ) : (
                t.notSaid
              ),
            },
            {
              term: t.contract,
              description:
                contract.months === null
                  ? t.notSaid
                  : t.contractOf(contract.months, contract.extraForDisability),
            },
            ...(contract.startMonths === null
              ? []
              : [
                  {
                    term: t.contractStart,
                    description: t.contractStartOf(
                      contract.startMonths.before,
                      contract.startMonths.after,
                    ),
                  },
                ]),
            {
              term: t.hosts,
              description:
                hosts === null ? t.notSaid : <span lang={PROGRAMME_LANGUAGE}>{hosts}</span>,
            },
            {
              term: t.enrolment,
              description:
                enrolmentFrom === null
                  ? t.notSaid
                  : t.enrolmentFrom(formatMonth(enrolmentFrom, language)),
            },
            { term: t.register, description: t.registerOf(rncp, diplomaCode) },
            { term: t.certifier, description: programme.certifier },
            { term: t.text, description: programme.text },
          ]}
        />
      </Card>
    </Section>
  )
}

const weeklyMinutes = ({ weeks, minutesPerHalfDay }: Rhythm) =>
  (weeks[0]?.length ?? 0) * minutesPerHalfDay

function RhythmText({ rhythm: { weeks } }: { readonly rhythm: Rhythm }) {
  const t = useTexts(texts)
  const language = useLanguage()
  const daysOf = (week: readonly WeekHalf[]) =>
    weekdays
      .flatMap((day) => {
        const there = halves.filter((half) => week.includes(`${day}-${half}`))
        const [half] = there
        if (half === undefined) return []
        const name = t.weekdays[day]
        return there.length === halves.length ? [name] : [`${name} ${t.halves[half]}`]
      })
      .join(', ')
  const [only] = weeks
  if (weeks.length === 1 && only) {
    return t.atCentre(formatNumber(only.length / halves.length, language), daysOf(only))
  }
  return <Lines lines={weeks.map((week, index) => t.alternating(index + 1, daysOf(week)))} />
}
