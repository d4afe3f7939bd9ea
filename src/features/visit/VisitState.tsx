import { currentSignatures, type LogbookDocument } from '#domain/logbookDocument.ts'
import { givenName, personName } from '#features/parts/personName.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import { Chip } from '#ui/Chip.tsx'
import { useTexts } from '#ui/texts.tsx'
import { BookOpenCheck, Pencil, SendHorizontal, Smartphone } from 'lucide-react'
import { texts } from './texts.ts'

interface Props {
  /** `null`: nobody has begun it. */
  readonly visit:
    | (LogbookDocument & {
        /** Operations the server has not confirmed; absent: none. */
        readonly waiting?: boolean
      })
    | null
  readonly facts: LogbookFacts
}

/** How far a visit is: Brouillon, Envoyée, Lue, and by whom. */
export function VisitState({ visit, facts }: Props) {
  const t = useTexts(texts)
  if (visit?.state === 'acknowledged') {
    const names = currentSignatures(visit).map(({ signer }) => givenName(personName(facts, signer)))
    return (
      <Chip tone="success" icon={<BookOpenCheck aria-hidden="true" size={16} />}>
        {t.states.read(names.join(t.and))}
      </Chip>
    )
  }
  if (visit?.state !== 'published') {
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
