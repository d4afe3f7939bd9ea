import type { LogbookDocument } from '#domain/logbookDocument.ts'
import { SignatureStamp } from '#features/parts/SignatureStamp.tsx'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import { Disclosure } from '#ui/Disclosure.tsx'
import { formatInstant } from '#ui/formatDate.ts'
import { Stack } from '#ui/Stack.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { InterviewText } from './InterviewText.tsx'
import type { Sections } from './parties.ts'
import { texts } from './texts.ts'

interface Props {
  readonly interview: LogbookDocument
  readonly sections: Sections
  readonly facts: LogbookFacts
  /** Number of the version on the screen already; `null`: none is. */
  readonly shown: number | null
}

/** What was signed before a correction stays to be seen, with its signatures. */
export function EarlierInterviews({ interview, sections, facts, shown }: Props) {
  const t = useTexts(texts)
  const language = useLanguage()
  const earlier = interview.versions.filter(({ number }) => number !== shown).toReversed()
  if (earlier.length === 0) return null

  return (
    <Disclosure summary={t.earlier}>
      {earlier.map(({ number, at, content }) => (
        <Stack key={number}>
          <h3>{t.version(number, formatInstant(at, language))}</h3>
          <InterviewText
            interview={interview}
            content={content}
            sections={sections}
            facts={facts}
          />
          {interview.signatures
            .filter(({ version }) => version === number)
            .map((signature) => (
              <SignatureStamp
                key={signature.by}
                signature={signature}
                facts={facts}
                current={false}
              />
            ))}
        </Stack>
      ))}
    </Disclosure>
  )
}
