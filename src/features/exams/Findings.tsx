import { weekNumber } from '#domain/week.ts'
import type { Finding, Weight } from '#domain/exams/selfCheck.ts'
import { labelsOf } from '#features/parts/labelsOf.ts'
import type { Programme } from '#programmes/programme.ts'
import { Chip } from '#ui/Chip.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { formatDayWithoutWeekday } from '#ui/formatDate.ts'
import { List } from '#ui/List.tsx'
import { ListItem } from '#ui/ListItem.tsx'
import { Section } from '#ui/Section.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import type { Tone } from '#ui/tone.ts'
import { texts } from './texts.ts'

const tones: Readonly<Record<Weight, Tone>> = {
  'not-valid': 'problem',
  penalty: 'waiting',
  gap: 'info',
}

interface Props {
  readonly findings: readonly Finding[]
  readonly programme: Programme
}

/** What would be refused if somebody looked now, in words. */
export function Findings({ findings, programme }: Props) {
  const t = useTexts(texts)
  const language = useLanguage()
  return (
    <Section title={t.refused}>
      {findings.length === 0 ? (
        <EmptyState title={t.nothing}>{t.nothingMore}</EmptyState>
      ) : (
        <>
          <p>{t.refusedLead}</p>
          <List>
            {findings.map((finding) => {
              const { code, weight, exam, about, by } = finding
              const more = detailOf(finding, programme, t)
              return (
                <ListItem
                  key={`${code} ${exam ?? ''} ${about.join(' ')}`}
                  title={t.findings[code](exam ?? '', about.length)}
                  detail={
                    more !== '' || by !== null ? (
                      <>
                        {more !== '' && <div>{more}</div>}
                        {by !== null && (
                          <div>{t.before(formatDayWithoutWeekday(by, language))}</div>
                        )}
                      </>
                    ) : undefined
                  }
                  aside={<Chip tone={tones[weight]}>{t.weights[weight]}</Chip>}
                />
              )
            })}
          </List>
        </>
      )}
    </Section>
  )
}

function detailOf({ code, about }: Finding, programme: Programme, t: (typeof texts)['fr']): string {
  const pieceTitle = (piece: string) =>
    programme.pieces.find((each) => each.code === piece)?.title ?? piece
  const natureTitle = (nature: string) =>
    programme.pieces.flatMap(({ natures }) => natures[nature] ?? [])[0] ?? nature
  switch (code) {
    case 'weeks-missing':
    case 'weeks-unsigned':
      return t.weeks(about.map((week) => weekNumber(week)).join(', '))
    case 'experience-too-short':
      return t.weeksOf(about[0] ?? '', about[1] ?? '')
    case 'skills-without-evidence':
      return about.map(labelsOf(programme).skill).join(', ')
    case 'piece-missing':
    case 'piece-unsigned':
      return about.map(pieceTitle).join(', ')
    case 'same-nature':
      return about.map(natureTitle).join(', ')
    default:
      return ''
  }
}
