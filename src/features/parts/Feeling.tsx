import { useTexts } from '#ui/texts.tsx'
import { Frown, Meh, Smile } from 'lucide-react'
import styles from './Feeling.module.css'
import type { FeelingName } from './feelings.ts'
import { texts } from './texts.ts'

/** A face and its word: how the week went. */
export function Feeling({ feeling }: { readonly feeling: FeelingName }) {
  const t = useTexts(texts)
  return (
    <p className={styles['feeling']}>
      <FeelingFace feeling={feeling} />
      {t.went[feeling]}
    </p>
  )
}

const faces = { good: Smile, mixed: Meh, hard: Frown }

/** The face alone; whoever shows it says the word. */
export function FeelingFace({
  feeling,
  size = 24,
}: {
  readonly feeling: FeelingName
  readonly size?: number
}) {
  const Face = faces[feeling]
  return <Face aria-hidden="true" size={size} />
}
