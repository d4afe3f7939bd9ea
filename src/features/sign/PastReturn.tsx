import { lastVersion, type LogbookDocument } from '#domain/logbookDocument.ts'
import { personName } from '#features/parts/personName.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import { Quote } from '#ui/Quote.tsx'
import { useTexts } from '#ui/texts.tsx'
import { texts } from './texts.ts'

interface Props {
  readonly document: LogbookDocument
  readonly facts: LogbookFacts
}

/** What was asked before this version was sent: one reads the answer with the question. */
export function PastReturn({ document, facts }: Props) {
  const t = useTexts(texts)
  const current = lastVersion(document)?.number ?? 0
  const past = document.returns.findLast(({ version }) => version === current - 1)
  if (!past) return null
  return <Quote by={t.wasAsked(personName(facts, past.person))}>{past.reason}</Quote>
}
