import type { LevelWords, Policy } from '#programmes/policy.ts'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { texts } from './texts.ts'

/** What the levels of skills are called on the screen: as the centre says, else in our words. */
export function useScale(scale: Policy['scale']): LevelWords {
  const t = useTexts(texts)
  const language = useLanguage()
  return scale?.[language] ?? t.levels
}
