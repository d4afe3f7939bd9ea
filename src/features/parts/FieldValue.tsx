import { leafAt } from '#domain/content.ts'
import { kinds, type KindName } from '#domain/kinds.ts'
import type { Value } from '#domain/operation.ts'
import { formatDay } from '#ui/formatDate.ts'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { Feeling } from './Feeling.tsx'
import { isFeeling } from './feelings.ts'
import { texts } from './alternatives.texts.ts'

interface Props {
  readonly kind: KindName
  /** Its key: `told`, `photos/1`. */
  readonly name: string
  readonly value: Value
  /** What a chosen value is called where the form has names of its own. */
  readonly choiceName?: ((value: string) => string | undefined) | undefined
}

/** One value of a document, as people would say it. */
export function FieldValue({ kind, name, value, choiceName }: Props) {
  const t = useTexts(texts)
  const language = useLanguage()
  const type = leafAt(kinds[kind], name)?.type

  if (type === 'tick') return value === true ? t.ticked : t.unticked
  if (type === 'file') return value === null ? t.noPhoto : t.onePhoto
  if (type === 'sound') return value === null ? t.noMemo : t.oneMemo
  if (value === null || value === '' || typeof value === 'object') return t.emptyText
  if (isFeeling(value)) return <Feeling feeling={value} />
  if (typeof value !== 'string') return String(value)
  if (type === 'choice') return choiceName?.(value) ?? t.choices[value] ?? value
  return type === 'date' || type === 'birthDate' ? formatDay(value, language) : value
}
