import { Notice } from '#ui/Notice.tsx'
import { useTexts } from '#ui/texts.tsx'
import { texts } from './change.texts.ts'
import type { PeopleRefusal } from './peopleRefusal.ts'

/** Why the last try changed nothing. */
export function RefusalNotice({ refusal }: { readonly refusal: PeopleRefusal | null }) {
  const t = useTexts(texts)
  if (refusal === null) return null
  const isOffline = refusal === 'offline'
  return (
    <Notice tone={isOffline ? 'waiting' : 'problem'} role="alert">
      <p>{t.refused[isOffline ? 'offline' : refusal.code] ?? t.other}</p>
    </Notice>
  )
}
