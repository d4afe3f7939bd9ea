import { PROGRAMME_LANGUAGE } from '#features/parts/labelsOf.ts'
import type { Block, Programme, Skill } from '#programmes/programme.ts'
import { ButtonLink } from '#ui/ButtonLink.tsx'
import { Card } from '#ui/Card.tsx'
import { Disclosure } from '#ui/Disclosure.tsx'
import { formatDayWithoutWeekday } from '#ui/formatDate.ts'
import { List } from '#ui/List.tsx'
import { ListItem } from '#ui/ListItem.tsx'
import { Row } from '#ui/Row.tsx'
import { Section } from '#ui/Section.tsx'
import { Stack } from '#ui/Stack.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { FileUp } from 'lucide-react'
import { Lines } from './Lines.tsx'
import { texts } from './texts.ts'

interface Props {
  readonly programme: Programme
  readonly importPath: string | undefined
  readonly importedAt: string | undefined
}

/** Blocks, their skills with what is looked at, and the tasks in which they are practised. */
export function SkillBlocks({ programme, importPath, importedAt }: Props) {
  const t = useTexts(texts)
  const language = useLanguage()
  const { blocks, exams } = programme
  const examOf = ({ unit }: Block) => exams.find((exam) => exam.unit === unit)?.code ?? unit
  const skills = blocks.flatMap((block) => block.skills)

  return (
    <Section title={t.skills}>
      <p>{t.skillsLead(skills.length, blocks.length)}</p>
      {importedAt !== undefined && (
        <p>{t.importedOn(formatDayWithoutWeekday(importedAt.slice(0, 10), language))}</p>
      )}
      <Card>
        {blocks.map((block) => (
          <Disclosure
            key={block.code}
            summary={<span lang={PROGRAMME_LANGUAGE}>{t.blockOf(block.title, examOf(block))}</span>}
          >
            <BlockDetail block={block} />
          </Disclosure>
        ))}
      </Card>
      {importPath !== undefined && (
        <Row>
          <ButtonLink to={importPath} icon={<FileUp aria-hidden="true" size={20} />}>
            {t.importSkills}
          </ButtonLink>
        </Row>
      )}
    </Section>
  )
}

function BlockDetail({ block: { skillGroups, skills, activities } }: { readonly block: Block }) {
  const t = useTexts(texts)
  const isIn = (skill: Skill, group: string) =>
    skill.code === group || skill.code.startsWith(`${group}.`)

  return (
    <Stack>
      {skillGroups.length === 0 && <SkillList skills={skills} />}
      {activities.length > 0 && skills.every(({ criteria }) => criteria.length === 0) && (
        <p>{t.noCriteria}</p>
      )}
      {skillGroups.map(({ code, label }) => (
        <Stack key={code} gap="tight">
          <h3 lang={PROGRAMME_LANGUAGE}>{label}</h3>
          <SkillList skills={skills.filter((skill) => isIn(skill, code))} />
        </Stack>
      ))}
      {activities.length > 0 && (
        <Stack gap="tight">
          <h3>{t.activities}</h3>
          {activities.map(({ title, tasks }) => (
            <Stack key={title} gap="tight">
              <strong lang={PROGRAMME_LANGUAGE}>{title}</strong>
              <Lines lines={tasks.map(({ label }) => label)} />
            </Stack>
          ))}
        </Stack>
      )}
    </Stack>
  )
}

function SkillList({ skills }: { readonly skills: readonly Skill[] }) {
  const t = useTexts(texts)
  return (
    <List>
      {skills.map(({ code, label, criteria }) => (
        <ListItem
          key={code}
          title={<span lang={PROGRAMME_LANGUAGE}>{label}</span>}
          detail={
            criteria.length === 0 ? undefined : (
              <Stack gap="tight">
                <span>{t.criteria}</span>
                <Lines lines={criteria} />
              </Stack>
            )
          }
        />
      ))}
    </List>
  )
}
