import { coverageOf, type PractisedWeek } from '#domain/skills/evidence.ts'
import { labelsOf, PROGRAMME_LANGUAGE } from '#features/parts/labelsOf.ts'
import type { ProgrammeOutline } from '#programmes/outline.ts'
import { BarList } from '#ui/BarList.tsx'
import { Card } from '#ui/Card.tsx'
import { Disclosure } from '#ui/Disclosure.tsx'
import { Section } from '#ui/Section.tsx'
import { useTexts } from '#ui/texts.tsx'
import { Link } from 'react-router'
import styles from './Coverage.module.css'
import { skillSlug } from './skillSlug.ts'
import { texts } from './texts.ts'

interface Props {
  readonly programme: ProgrammeOutline
  readonly practised: ReadonlyMap<string, readonly PractisedWeek[]>
  /** Address of the skills of this logbook. */
  readonly base: string
}

/** How much of the professional blocks was practised in the company, and what never was. */
export function Coverage({ programme, practised, base }: Props) {
  const t = useTexts(texts)
  const labels = labelsOf(programme)
  // Only these have activities: general subjects are learned in the centre.
  const blocks = programme.blocks.filter(({ activities }) => activities.length > 0)
  const coverage = coverageOf(blocks, practised)
  const never = coverage.flatMap((each) => each.never)
  const titleOf = (code: string) => blocks.find((block) => block.code === code)?.title ?? code

  return (
    <Section title={t.coverage}>
      <p>{t.coverageLead}</p>
      <Card>
        <BarList
          label={t.coverageLabel}
          bars={coverage.map(({ block, skills, signed, sent }) => ({
            key: block,
            label: <span lang={PROGRAMME_LANGUAGE}>{titleOf(block)}</span>,
            text: t.covered(signed + sent, skills, signed),
            parts: [
              { pattern: 'solid', share: signed / skills },
              { pattern: 'striped', share: sent / skills },
            ],
          }))}
          legend={[
            { pattern: 'solid', label: t.signedWeek },
            { pattern: 'striped', label: t.sentWeek },
            { pattern: 'open', label: t.neverYet },
          ]}
        />
        {never.length === 0 ? (
          <p>{t.allCovered}</p>
        ) : (
          <Disclosure summary={t.never(never.length)}>
            <ul className={styles['never']} lang={PROGRAMME_LANGUAGE}>
              {never.map((skill) => (
                <li key={skill}>
                  <Link to={`${base}/${skillSlug(skill)}`}>{labels.skill(skill)}</Link>
                </li>
              ))}
            </ul>
          </Disclosure>
        )}
      </Card>
    </Section>
  )
}
