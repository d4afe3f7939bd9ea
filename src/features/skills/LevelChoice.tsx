import { levels, type Level } from '#domain/skills/levels.ts'
import type { SkillValue } from '#domain/skills/skillValues.ts'
import type { LevelWords } from '#programmes/policy.ts'
import { ChoiceGroup } from '#ui/ChoiceGroup.tsx'
import { formatShortDay } from '#ui/formatDate.ts'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import type { ReactNode } from 'react'
import { texts } from './texts.ts'

interface Props {
  readonly name: ReactNode
  /** What the levels are called. */
  readonly scale: LevelWords
  readonly value: Level | null
  /** What the same person said the last time. */
  readonly before: SkillValue | undefined
  readonly onChange: (level: Level) => void
}

/** How far one skill is. */
export function LevelChoice({ name, scale, value, before, onChange }: Props) {
  const t = useTexts(texts)
  const language = useLanguage()
  return (
    <ChoiceGroup
      legend={name}
      hint={before && t.before(scale[before.level].name, formatShortDay(before.date, language))}
      options={levels.map((level) => ({ value: level, label: scale[level].name }))}
      value={value}
      onChange={onChange}
    />
  )
}
