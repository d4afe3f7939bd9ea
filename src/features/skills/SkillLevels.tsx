import { levels } from '#domain/skills/levels.ts'
import { views, type SkillValue, type View } from '#domain/skills/skillValues.ts'
import type { LevelWords } from '#programmes/policy.ts'
import { SideBySide } from '#ui/SideBySide.tsx'
import { useTexts } from '#ui/texts.tsx'
import { texts } from './texts.ts'

interface Props {
  readonly latest: Readonly<Partial<Record<View, SkillValue>>>
  /** What the levels are called. */
  readonly scale: LevelWords
  /** Which of the views is the reader’s. */
  readonly reader: string
}

/** One skill as apprentice, master and trainer see it now. */
export function SkillLevels({ latest, scale, reader }: Props) {
  const t = useTexts(texts)
  if (Object.keys(latest).length === 0) return <span>{t.notAssessed}</span>
  return (
    <SideBySide
      of={levels.length - 1}
      cells={views.map((view) => {
        const value = latest[view]
        return {
          label: view === reader ? t.you : t.views[view],
          text: value ? scale[value.level].name : t.noValue,
          value: value ? levels.indexOf(value.level) : null,
        }
      })}
    />
  )
}
