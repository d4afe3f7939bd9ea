import type { Actor } from '#domain/rights.ts'
import { levels } from '#domain/skills/levels.ts'
import { latestValues, views, type SkillValue } from '#domain/skills/skillValues.ts'
import { PROGRAMME_LANGUAGE } from '#features/parts/labelsOf.ts'
import type { Skill } from '#programmes/programme.ts'
import { Card } from '#ui/Card.tsx'
import { Chip } from '#ui/Chip.tsx'
import { Disclosure } from '#ui/Disclosure.tsx'
import {
  daysOfWeek,
  formatDayWithoutWeekday,
  formatNumericDay,
  formatRange,
  weekNumber,
} from '#ui/formatDate.ts'
import { List } from '#ui/List.tsx'
import { ListLink } from '#ui/ListLink.tsx'
import { Page } from '#ui/Page.tsx'
import { Section } from '#ui/Section.tsx'
import { LevelChart } from '#ui/LevelChart.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { SkillLevels } from './SkillLevels.tsx'
import { texts } from './texts.ts'
import type { Skills } from './useSkills.ts'

interface Props {
  readonly actor: Actor
  readonly code: string
  readonly shortLabel: string
  /** With its official words; `null`: they are not there yet. */
  readonly skill: Skill | null
  readonly skills: Skills
}

/** One skill: who thinks what of it, how that went over time, and what shows it. */
export function SkillScreen({ actor, code, shortLabel, skill, skills }: Props) {
  const t = useTexts(texts)
  const language = useLanguage()
  const base = `/livret/${actor.logbookId}`
  const values = skills.values.filter((value) => value.skill === code)
  const weeks = (skills.practised.get(code) ?? []).toReversed()

  return (
    <Page
      title={shortLabel}
      subtitle={t.weeks(weeks.length)}
      back={{ to: `${base}/competences`, label: t.backToSkills }}
    >
      <Section title={t.now}>
        <Card>
          <SkillLevels latest={latestValues(skills.values, code)} reader={actor.role} />
          <Disclosure summary={t.scale}>
            <ul>
              {levels.map((level) => (
                <li key={level}>{`${t.levels[level]}\u00a0: ${t.levelHints[level]}`}</li>
              ))}
            </ul>
          </Disclosure>
        </Card>
      </Section>
      <Section title={t.overTime}>
        {values.length === 0 ? (
          <p>{t.notAssessed}</p>
        ) : (
          <History name={shortLabel} values={values} reader={actor.role} />
        )}
      </Section>
      <Section title={t.evidence}>
        {weeks.length === 0 ? (
          <p>{t.noEvidence}</p>
        ) : (
          <List>
            {weeks.map(({ week, signed }) => (
              <ListLink
                key={week}
                to={`${base}/semaine/${week}`}
                title={t.week(weekNumber(week))}
                detail={formatRange(...daysOfWeek(week), language)}
                aside={<Chip tone={signed ? 'success' : 'info'}>{signed ? t.signed : t.sent}</Chip>}
              />
            ))}
          </List>
        )}
      </Section>
      {skill && (
        <Section title={t.official}>
          <Card>
            <p lang={PROGRAMME_LANGUAGE}>{skill.label}</p>
            {skill.criteria.length > 0 && (
              <>
                <h3>{t.criteria}</h3>
                <ul lang={PROGRAMME_LANGUAGE}>
                  {skill.criteria.map((criterion) => (
                    <li key={criterion}>{criterion}</li>
                  ))}
                </ul>
              </>
            )}
          </Card>
        </Section>
      )}
    </Page>
  )
}

interface HistoryProps {
  readonly name: string
  /** Oldest first; one at least. */
  readonly values: readonly SkillValue[]
  readonly reader: string
}

function History({ name, values, reader }: HistoryProps) {
  const t = useTexts(texts)
  const language = useLanguage()
  const nameOf = (view: (typeof views)[number]) => (view === reader ? t.you : t.views[view])
  const first = values[0]?.date ?? ''
  const last = values.at(-1)?.date ?? ''
  const span = Date.parse(last) - Date.parse(first)
  const series = views
    .map((view) => ({ view, own: values.filter((value) => value.view === view) }))
    .filter(({ own }) => own.length > 0)
    .map(({ view, own }) => ({
      label: nameOf(view),
      points: own.map(({ date, level }) => ({
        at: span === 0 ? 0.5 : (Date.parse(date) - Date.parse(first)) / span,
        step: levels.indexOf(level),
      })),
    }))
  const counts = series.map(({ label, points }) => t.count(label, points.length)).join('\u00a0; ')
  const day = (date: string) => formatDayWithoutWeekday(date, language)

  return (
    <Card>
      <LevelChart
        label={t.overTimeLabel(name, counts)}
        steps={levels.map((level) => t.levels[level])}
        series={series}
        from={formatNumericDay(first, language)}
        until={span === 0 ? '' : formatNumericDay(last, language)}
      />
      <Disclosure summary={t.asTable}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t.date}</th>
              <th scope="col">{t.who}</th>
              <th scope="col">{t.level}</th>
            </tr>
          </thead>
          <tbody>
            {values.toReversed().map(({ documentId, view, date, level }) => (
              <tr key={documentId}>
                <td>{day(date)}</td>
                <td>{nameOf(view)}</td>
                <td>{t.levels[level]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Disclosure>
    </Card>
  )
}
