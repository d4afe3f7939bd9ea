import type { LogbookDocument } from '#domain/logbookDocument.ts'
import type { ProgrammeOutline } from '#programmes/outline.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import { Card } from '#ui/Card.tsx'
import { Disclosure } from '#ui/Disclosure.tsx'
import { formatInstant } from '#ui/formatDate.ts'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import styles from './EarlierVersions.module.css'
import { EntryView } from './EntryView.tsx'
import { ReturnNotice } from './ReturnNotice.tsx'
import { SignatureStamp } from './SignatureStamp.tsx'
import { texts } from './stamp.texts.ts'
import type { FileUrl } from './useFileUrl.ts'

interface Props {
  readonly document: LogbookDocument
  readonly facts: LogbookFacts
  readonly programme: ProgrammeOutline | null
  readonly fileUrl: FileUrl
  /** Number of the version that is on the screen already; `null`: none is. */
  readonly shown: number | null
}

/** What an entry said before, with what was signed and answered then. Nothing, if it never changed. */
export function EarlierVersions({ document, facts, programme, fileUrl, shown }: Props) {
  const t = useTexts(texts)
  const language = useLanguage()
  const versions = document.versions.filter(({ number }) => number !== shown).toReversed()
  if (versions.length === 0) return null

  return (
    <Disclosure summary={t.earlierVersions(versions.length)}>
      {versions.map(({ number, content, at }) => (
        <Card key={number}>
          <h2 className={styles['title']}>{t.versionOf(number, formatInstant(at, language))}</h2>
          <EntryView content={content} programme={programme} fileUrl={fileUrl} />
          {document.returns
            .filter(({ version }) => version === number)
            .map((returned) => (
              <ReturnNotice key={returned.by} returned={returned} facts={facts} />
            ))}
          {document.signatures
            .filter(({ version }) => version === number)
            .map((signature) => (
              <SignatureStamp
                key={signature.by}
                signature={signature}
                facts={facts}
                current={false}
              />
            ))}
        </Card>
      ))}
    </Disclosure>
  )
}
