import { may, type Actor } from '#domain/rights.ts'
import { latestValues } from '#domain/skills/skillValues.ts'
import { ProblemNotice } from '#features/parts/ProblemNotice.tsx'
import { PROGRAMME_LANGUAGE } from '#features/parts/labelsOf.ts'
import { apprenticeName } from '#features/parts/personName.ts'
import type { Problem } from '#features/parts/problem.ts'
import { textOf } from '#domain/content.ts'
import { lastVersion } from '#domain/logbookDocument.ts'
import type { Named, ProgrammeOutline } from '#programmes/outline.ts'
import type { LevelWords, Policy } from '#programmes/policy.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import { ActionBar } from '#ui/ActionBar.tsx'
import { Button } from '#ui/Button.tsx'
import { ButtonLink } from '#ui/ButtonLink.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { formatDayWithoutWeekday } from '#ui/formatDate.ts'
import { List } from '#ui/List.tsx'
import { ListLink } from '#ui/ListLink.tsx'
import { Page } from '#ui/Page.tsx'
import { Row } from '#ui/Row.tsx'
import { Section } from '#ui/Section.tsx'
import { Spinner } from '#ui/Spinner.tsx'
import { Stack } from '#ui/Stack.tsx'
import { StatusLine } from '#ui/StatusLine.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { SlidersHorizontal } from 'lucide-react'
import { useState } from 'react'
import { assessmentKindOf } from './assessmentKindOf.ts'
import { Coverage } from './Coverage.tsx'
import { SkillLevels } from './SkillLevels.tsx'
import { skillSlug } from './skillSlug.ts'
import { texts } from './texts.ts'
import { useScale } from './useScale.ts'
import type { Skills } from './useSkills.ts'

interface Props {
  readonly facts: LogbookFacts
  readonly actor: Actor
  /** `null`: this app does not know the programme. */
  readonly programme: ProgrammeOutline | null
  /** `undefined` while they are read. */
  readonly skills: Skills | undefined
  /** As the centre names it. */
  readonly scale: Policy['scale']
  /** Opens the last assessment of this person again. Resolves to why not, or to `null`. */
  readonly onCorrect: () => Promise<Problem | null>
}

/** Every skill of the diploma, as apprentice, master and trainer see it, and what shows it. */
export function SkillsScreen({ facts, actor, programme, skills, scale: named, onCorrect }: Props) {
  const t = useTexts(texts)
  const scale = useScale(named)
  const isOwn = actor.role === 'apprentice'
  const logbook = `/livret/${actor.logbookId}`
  const page = {
    title: isOwn ? t.title : t.titleOf(apprenticeName(facts)),
    back: { to: isOwn ? '/' : logbook, label: isOwn ? t.home : t.back },
  }
  if (programme === null) {
    return (
      <Page {...page}>
        <EmptyState title={t.unknown} />
      </Page>
    )
  }
  if (!skills) {
    return (
      <Page {...page}>
        <Spinner label={t.loading} />
      </Page>
    )
  }
  const base = `${logbook}/competences`
  const kind = assessmentKindOf(actor)
  // What an import has no more is shown as long as something was said of it.
  const former = (programme.formerSkills ?? []).filter(
    ({ code }) => skills.evidence.has(code) || skills.values.some(({ skill }) => skill === code),
  )

  return (
    <Page {...page}>
      {kind && <Own actor={actor} skills={skills} onCorrect={onCorrect} />}
      <Coverage programme={programme} practised={skills.practised} base={base} />
      {programme.blocks.map((block) => (
        <Section key={block.code} title={block.title}>
          <List>
            {block.skills.map((skill) => (
              <SkillLine
                key={skill.code}
                skill={skill}
                practised={block.activities.length > 0}
                skills={skills}
                scale={scale}
                actor={actor}
              />
            ))}
          </List>
        </Section>
      ))}
      {former.length > 0 && (
        <Section title={t.former}>
          <p>{t.formerLead}</p>
          <List>
            {former.map((skill) => (
              <SkillLine
                key={skill.code}
                skill={skill}
                practised
                skills={skills}
                scale={scale}
                actor={actor}
              />
            ))}
          </List>
        </Section>
      )}
      {kind && (
        <ActionBar>
          <ButtonLink
            to={`${base}/evaluer`}
            variant="primary"
            icon={<SlidersHorizontal aria-hidden="true" size={20} />}
          >
            {skills.begun ? t.goOn : kind === 'selfAssessment' ? t.assessSelf : t.assess}
          </ButtonLink>
        </ActionBar>
      )}
    </Page>
  )
}

interface SkillLineProps {
  readonly skill: Named
  /** Whether it can be practised in the company. */
  readonly practised: boolean
  readonly skills: Skills
  readonly scale: LevelWords
  readonly actor: Actor
}

function SkillLine({
  skill: { code, shortLabel },
  practised,
  skills,
  scale,
  actor,
}: SkillLineProps) {
  const t = useTexts(texts)
  return (
    <ListLink
      to={`/livret/${actor.logbookId}/competences/${skillSlug(code)}`}
      title={<span lang={PROGRAMME_LANGUAGE}>{shortLabel}</span>}
      detail={
        <Stack gap="tight">
          {practised && <span>{t.weeks(skills.practised.get(code)?.length ?? 0)}</span>}
          <SkillLevels
            latest={latestValues(skills.values, code)}
            scale={scale}
            reader={actor.role}
          />
        </Stack>
      }
    />
  )
}

type OwnProps = Pick<Props, 'actor' | 'onCorrect'> & { readonly skills: Skills }

/** When this person assessed last, and the way to correct it. */
function Own({ actor, skills: { own, begun }, onCorrect }: OwnProps) {
  const t = useTexts(texts)
  const language = useLanguage()
  const [problem, setProblem] = useState<Problem | null>(null)
  const last = own.at(-1)
  const date = textOf((last && lastVersion(last)?.content) ?? {}, 'date')

  return (
    <Stack gap="tight">
      <StatusLine>
        {last ? t.lastOwn(formatDayWithoutWeekday(date, language)) : t.noneOwn}
      </StatusLine>
      {last?.waiting && <p>{t.waits}</p>}
      {last && !begun && may(actor, 'amend', last) && (
        <Row>
          <Button
            variant="quiet"
            size="small"
            onClick={() => {
              void onCorrect().then(setProblem)
            }}
          >
            {t.correctLast}
          </Button>
        </Row>
      )}
      <ProblemNotice problem={problem} />
    </Stack>
  )
}
