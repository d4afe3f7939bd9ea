import type { LogbookDocument } from '#domain/logbookDocument.ts'
import { Chip } from '#ui/Chip.tsx'
import { useTexts } from '#ui/texts.tsx'
import { BookOpenCheck, Pencil, SendHorizontal, Smartphone } from 'lucide-react'
import { texts } from './texts.ts'

interface Props {
  readonly visit: Pick<LogbookDocument, 'state'> & {
    /** Operations the server has not confirmed; absent: none. */
    readonly waiting?: boolean
  }
}

/** How far a visit is: Brouillon, Envoyée, Lue. */
export function VisitState({ visit }: Props) {
  const t = useTexts(texts)
  if (visit.state === 'acknowledged') {
    return (
      <Chip tone="success" icon={<BookOpenCheck aria-hidden="true" size={16} />}>
        {t.states.read}
      </Chip>
    )
  }
  if (visit.state !== 'published') {
    return (
      <Chip tone="info" icon={<Pencil aria-hidden="true" size={16} />}>
        {t.states.draft}
      </Chip>
    )
  }
  // Only what the server confirmed may be called sent.
  const kept = visit.waiting === true
  const Icon = kept ? Smartphone : SendHorizontal
  return (
    <Chip tone="info" icon={<Icon aria-hidden="true" size={16} />}>
      {kept ? t.states.kept : t.states.sent}
    </Chip>
  )
}
