import { levels, type Level } from '#domain/skills/levels.ts'
import type { SkillValue } from '#domain/skills/skillValues.ts'
import { ChoiceGroup } from '#ui/ChoiceGroup.tsx'
import { formatShortDay } from '#ui/formatDate.ts'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import type { ReactNode } from 'react'
import { texts } from './texts.ts'

interface Props {
  readonly name: ReactNode
  readonly value: Level | null
  /** What the same person said the last time. */
  readonly before: SkillValue | undefined
  readonly onChange: (level: Level) => void
}

/** How far one skill is. */
export function LevelChoice({ name, value, before, onChange }: Props) {
  const t = useTexts(texts)
  const language = useLanguage()
  return (
    <ChoiceGroup
      legend={name}
      hint={before && t.before(t.levels[before.level], formatShortDay(before.date, language))}
      options={levels.map((level) => ({ value: level, label: t.levels[level] }))}
      value={value}
      onChange={onChange}
    />
  )
}
