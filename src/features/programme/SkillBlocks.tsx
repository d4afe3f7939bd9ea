import { PROGRAMME_LANGUAGE } from '#features/parts/labelsOf.ts'
import type { Block, Programme, Skill } from '#programmes/programme.ts'
import { Card } from '#ui/Card.tsx'
import { Disclosure } from '#ui/Disclosure.tsx'
import { List } from '#ui/List.tsx'
import { ListItem } from '#ui/ListItem.tsx'
import { Section } from '#ui/Section.tsx'
import { Stack } from '#ui/Stack.tsx'
import { useTexts } from '#ui/texts.tsx'
import { Lines } from './Lines.tsx'
import { texts } from './texts.ts'

/** Blocks, their skills with what is looked at, and the tasks in which they are practised. */
export function SkillBlocks({ programme }: { readonly programme: Programme }) {
  const t = useTexts(texts)
  const { blocks, exams } = programme
  const examOf = ({ unit }: Block) => exams.find((exam) => exam.unit === unit)?.code ?? unit
  const skills = blocks.flatMap((block) => block.skills)

  return (
    <Section title={t.skills}>
      <p>{t.skillsLead(skills.length, blocks.length)}</p>
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
