import type { PersonId } from '#domain/identifiers.ts'
import { lastVersion, type LogbookDocument } from '#domain/logbookDocument.ts'
import { personName } from '#features/parts/personName.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import { useTexts } from '#ui/texts.tsx'
import { Undo2 } from 'lucide-react'
import styles from './PastReturn.module.css'
import { texts } from './texts.ts'

interface Props {
  readonly document: LogbookDocument
  readonly facts: LogbookFacts
  /** Who reads: one’s own request is said as such. */
  readonly reader: PersonId
}

/** What was asked before this version was sent: one reads the answer with the question. */
export function PastReturn({ document, facts, reader }: Props) {
  const t = useTexts(texts)
  const current = lastVersion(document)?.number ?? 0
  const past = document.returns.findLast(({ version }) => version === current - 1)
  if (!past) return null
  const name = personName(facts, past.person)
  return (
    <p className={styles['asked']}>
      <Undo2 aria-hidden="true" size={18} />
      <span>
        {past.person === reader ? t.youAsked(past.reason) : t.wasAsked(name, past.reason)}
      </span>
    </p>
  )
}
