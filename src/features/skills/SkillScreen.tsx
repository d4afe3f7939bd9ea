import type { Actor } from '#domain/rights.ts'
import { levels } from '#domain/skills/levels.ts'
import { latestValues } from '#domain/skills/skillValues.ts'
import { PROGRAMME_LANGUAGE } from '#features/parts/labelsOf.ts'
import type { Policy } from '#programmes/policy.ts'
import type { Skill } from '#programmes/programme.ts'
import { Card } from '#ui/Card.tsx'
import { Disclosure } from '#ui/Disclosure.tsx'
import { Page } from '#ui/Page.tsx'
import { Section } from '#ui/Section.tsx'
import { useTexts } from '#ui/texts.tsx'
import { EvidenceList } from './EvidenceList.tsx'
import { History } from './History.tsx'
import { SkillLevels } from './SkillLevels.tsx'
import { texts } from './texts.ts'
import { useScale } from './useScale.ts'
import type { Skills } from './useSkills.ts'

interface Props {
  readonly actor: Actor
  readonly code: string
  readonly shortLabel: string
  /** With its official words; `null`: they are not there yet. */
  readonly skill: Skill | null
  readonly skills: Skills
  /** As the centre names it. */
  readonly scale: Policy['scale']
}

/** One skill: who thinks what of it, how that went over time, and what shows it. */
export function SkillScreen({ actor, code, shortLabel, skill, skills, scale: named }: Props) {
  const t = useTexts(texts)
  const scale = useScale(named)
  const base = `/livret/${actor.logbookId}`
  const values = skills.values.filter((value) => value.skill === code)
  const weeks = skills.practised.get(code) ?? []
  const shown = (skills.evidence.get(code) ?? []).toReversed()

  return (
    <Page
      title={shortLabel}
      subtitle={t.weeks(weeks.length)}
      back={{ to: `${base}/competences`, label: t.backToSkills }}
    >
      <Section title={t.now}>
        <Card>
          <SkillLevels
            latest={latestValues(skills.values, code)}
            scale={scale}
            reader={actor.role}
          />
          <Disclosure summary={t.scale}>
            <ul>
              {levels.map((level) => (
                <li key={level}>{`${scale[level].name}\u00a0: ${scale[level].hint}`}</li>
              ))}
            </ul>
          </Disclosure>
        </Card>
      </Section>
      <Section title={t.overTime}>
        {values.length === 0 ? (
          <p>{t.notAssessed}</p>
        ) : (
          <History
            name={shortLabel}
            values={values}
            evidence={skills.evidence}
            scale={scale}
            reader={actor.role}
            base={base}
          />
        )}
      </Section>
      <Section title={t.evidence}>
        {shown.length === 0 ? <p>{t.noEvidence}</p> : <EvidenceList evidence={shown} base={base} />}
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
