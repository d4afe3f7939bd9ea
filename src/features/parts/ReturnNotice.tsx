import type { ReturnRow } from '#domain/logbookDocument.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import { formatInstant } from '#ui/formatDate.ts'
import { lazyPart } from '#ui/loadPart.ts'
import { Notice } from '#ui/Notice.tsx'
import { Quote } from '#ui/Quote.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { Suspense } from 'react'
import { PROGRAMME_LANGUAGE } from './labelsOf.ts'
import { personName } from './personName.ts'
import { texts } from './texts.ts'

// The words come at once, their voice a moment later.
const Listen = lazyPart(async () => (await import('#ui/Listen.tsx')).Listen)

interface Props {
  readonly returned: ReturnRow
  readonly facts: LogbookFacts
}

/** Why something came back to its author: who says so, when, in which words. */
export function ReturnNotice({ returned, facts }: Props) {
  const t = useTexts(texts)
  const language = useLanguage()

  const title = t.returnedBy(personName(facts, returned.person))

  return (
    <Notice tone="waiting" title={title}>
      <Quote by={formatInstant(returned.at, language)}>{returned.reason}</Quote>
      <Suspense>
        <Listen text={returned.reason} of={title} lang={PROGRAMME_LANGUAGE} />
      </Suspense>
    </Notice>
  )
}
