import { itemsOf, textOf } from '#domain/content.ts'
import type { Content } from '#domain/operation.ts'
import { labelsOf, PROGRAMME_LANGUAGE } from '#features/parts/labelsOf.ts'
import type { ProgrammeOutline } from '#programmes/outline.ts'
import { DefinitionList } from '#ui/DefinitionList.tsx'
import { formatDay } from '#ui/formatDate.ts'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { participants, type Participant } from './frameNames.ts'
import { texts } from './texts.ts'

interface Props {
  readonly content: Content
  readonly names: Readonly<Partial<Record<Participant, string>>>
  /** What calls the skills by their names. */
  readonly programme: ProgrammeOutline | null
}

/** When, where and with whom: to be read. */
export function FrameFacts({ content, names, programme }: Props) {
  const t = useTexts(texts)
  const language = useLanguage()
  const date = textOf(content, 'date')
  const mode = textOf(content, 'mode')
  const skills = itemsOf(content, 'skills').map(labelsOf(programme).skill)
  const ticked = itemsOf(content, 'attendees')
  const there = participants.filter((role) => ticked.includes(role))
  const where = [
    mode === 'on-site' || mode === 'remote' ? t.modes[mode] : '',
    textOf(content, 'place'),
  ].filter((each) => each !== '')

  return (
    <DefinitionList
      items={[
        { term: t.date, description: date === '' ? t.notThere : formatDay(date, language) },
        { term: t.place, description: where.length > 0 ? where.join(', ') : t.notThere },
        {
          term: t.participants,
          description:
            there.length > 0
              ? there.map((role) => names[role] ?? t.roles[role]).join(', ')
              : t.notThere,
        },
        ...(skills.length > 0
          ? [
              {
                term: t.skills,
                description: <span lang={PROGRAMME_LANGUAGE}>{skills.join(', ')}</span>,
              },
            ]
          : []),
      ]}
    />
  )
}
