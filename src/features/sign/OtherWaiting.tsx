import { texts as documentTexts } from '#features/parts/document.texts.ts'
import { documentName } from '#features/parts/documentName.ts'
import { apprenticeName, givenName } from '#features/parts/personName.ts'
import { dayOfInstant, formatDayWithoutWeekday } from '#ui/formatDate.ts'
import { List } from '#ui/List.tsx'
import { ListLink } from '#ui/ListLink.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { texts } from './texts.ts'
import type { WaitingDocument } from './useSignatureQueue.ts'

interface Props {
  readonly documents: readonly WaitingDocument[]
}

/** What waits for a signature and is signed on a page of its own. */
export function OtherWaiting({ documents }: Props) {
  const t = useTexts(texts)
  const names = useTexts(documentTexts)
  const language = useLanguage()

  return (
    <List>
      {documents.map(({ document, version, facts }) => {
        const name = givenName(apprenticeName(facts))
        const { kind } = document
        const isProof = kind === 'companyMotive'
        const what = isProof ? t.proof : documentName({ kind, when: '' }, names, language)
        return (
          <ListLink
            key={document.id}
            to={`/livret/${document.logbookId}${isProof ? '/absences' : ''}`}
            title={t.whose(name, what.toLowerCase())}
            detail={t.receivedOn(formatDayWithoutWeekday(dayOfInstant(version.at), language))}
            tone="waiting"
          />
        )
      })}
    </List>
  )
}
