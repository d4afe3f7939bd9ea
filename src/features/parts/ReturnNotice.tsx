import type { ReturnRow } from '#domain/logbookDocument.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import { formatInstant } from '#ui/formatDate.ts'
import { Notice } from '#ui/Notice.tsx'
import { Quote } from '#ui/Quote.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { personName } from './personName.ts'
import { texts } from './texts.ts'

interface Props {
  readonly returned: ReturnRow
  readonly facts: LogbookFacts
}

/** Why something came back to its author: who says so, when, in which words. */
export function ReturnNotice({ returned, facts }: Props) {
  const t = useTexts(texts)
  const language = useLanguage()

  return (
    <Notice tone="waiting" title={t.returnedBy(personName(facts, returned.person))}>
      <Quote by={formatInstant(returned.at, language)}>{returned.reason}</Quote>
    </Notice>
  )
}
