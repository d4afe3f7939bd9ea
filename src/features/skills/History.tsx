import { evidenceBehind, type Evidence } from '#domain/skills/evidence.ts'
import { levels } from '#domain/skills/levels.ts'
import { views, type SkillValue } from '#domain/skills/skillValues.ts'
import type { LevelWords } from '#programmes/policy.ts'
import { Card } from '#ui/Card.tsx'
import { Disclosure } from '#ui/Disclosure.tsx'
import { formatDayWithoutWeekday, formatNumericDay } from '#ui/formatDate.ts'
import { LevelChart } from '#ui/LevelChart.tsx'
import { List } from '#ui/List.tsx'
import { ListItem } from '#ui/ListItem.tsx'
import { Row } from '#ui/Row.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { Link } from 'react-router'
import { evidenceName, evidencePath } from './evidenceName.ts'
import { texts } from './texts.ts'

interface Props {
  /** Of the skill. */
  readonly name: string
  /** Oldest first; one at least. */
  readonly values: readonly SkillValue[]
  readonly evidence: ReadonlyMap<string, readonly Evidence[]>
  /** What the levels are called. */
  readonly scale: LevelWords
  readonly reader: string
  /** Address of the logbook. */
  readonly base: string
}

/** A skill through time: as a picture, and in words with what stands behind each opinion. */
export function History({ name, values, evidence, scale, reader, base }: Props) {
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

  return (
    <Card>
      <LevelChart
        label={t.overTimeLabel(name, counts)}
        steps={levels.map((level) => scale[level].name)}
        series={series}
        from={formatNumericDay(first, language)}
        until={span === 0 ? '' : formatNumericDay(last, language)}
      />
      <Disclosure summary={t.asList}>
        <List>
          {values.toReversed().map((value) => {
            const { documentId, view, date, level } = value
            const behind = evidenceBehind(value, values, evidence)
            return (
              <ListItem
                key={documentId}
                title={scale[level].name}
                detail={t.said(nameOf(view), formatDayWithoutWeekday(date, language))}
              >
                {behind.length === 0 ? (
                  <p>{t.nothingBehind}</p>
                ) : (
                  <Row>
                    {behind.map((each) => (
                      <Link key={each.documentId} to={`${base}/${evidencePath(each)}`}>
                        {evidenceName(each, t, language)}
                      </Link>
                    ))}
                  </Row>
                )}
              </ListItem>
            )
          })}
        </List>
      </Disclosure>
    </Card>
  )
}
