import { currentSignatures, lastVersion } from '#domain/logbookDocument.ts'
import { EntryView } from '#features/parts/EntryView.tsx'
import { ProblemNotice } from '#features/parts/ProblemNotice.tsx'
import { givenName, personName } from '#features/parts/personName.ts'
import type { Problem } from '#features/parts/problem.ts'
import { SignatureStamp } from '#features/parts/SignatureStamp.tsx'
import type { FileUrl } from '#features/parts/useFileUrl.ts'
import type { ProgrammeOutline } from '#programmes/outline.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import type { ShownDocument } from '#store/documents.ts'
import { Button } from '#ui/Button.tsx'
import { Card } from '#ui/Card.tsx'
import { Stack } from '#ui/Stack.tsx'
import { useTexts } from '#ui/texts.tsx'
import { PencilLine } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import styles from './SentWeek.module.css'
import { texts } from './texts.ts'

interface Props {
  /** Sent or signed. */
  readonly document: ShownDocument
  readonly facts: LogbookFacts
  readonly programme: ProgrammeOutline | null
  readonly masterName: string | null
  readonly fileUrl: FileUrl
  /** Just sent from here: the focus goes to what became of it. */
  readonly focused: boolean
  readonly onReopen: () => Promise<Problem | null>
}

/** The author’s week once it left: where it is, what it says, and how to take it back. */
export function SentWeek(props: Props) {
  const { document, facts, programme, masterName, fileUrl, focused, onReopen } = props
  const t = useTexts(texts)
  const title = useRef<HTMLHeadingElement>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const signatures = currentSignatures(document)
  const signed = document.state === 'signed'

  useEffect(() => {
    if (!focused) return
    // The button that was tapped is gone; ear and eye are told what happened, also where the focus has
    // come here by itself, which moves no page.
    title.current?.focus()
    title.current?.scrollIntoView({ block: 'center' })
  }, [focused])

  const reopen = async () => {
    setBusy(true)
    setProblem(await onReopen().catch((): Problem => 'not-kept'))
    setBusy(false)
  }

  return (
    <Card>
      <div>
        <h2 ref={title} tabIndex={-1} className={styles['title']}>
          {titleOf(props, t)}
        </h2>
        {!signed && (
          <p>
            {document.waiting
              ? t.keptText
              : t.sentText(masterName === null ? null : givenName(masterName))}
          </p>
        )}
      </div>
      <EntryView
        content={lastVersion(document)?.content ?? {}}
        programme={programme}
        fileUrl={fileUrl}
      />
      {signatures.map((signature) => (
        <SignatureStamp key={signature.by} signature={signature} facts={facts} current />
      ))}
      <ProblemNotice problem={problem} />
      <Stack gap="tight">
        <div>
          <Button
            variant={signed ? 'quiet' : 'secondary'}
            busy={busy}
            icon={<PencilLine aria-hidden="true" size={20} />}
            onClick={() => {
              void reopen()
            }}
          >
            {signed ? t.correct : t.takeBack}
          </Button>
        </div>
        {signed && <p className={styles['hint']}>{t.correctHint}</p>}
      </Stack>
    </Card>
  )
}

function titleOf({ document, facts, masterName }: Props, t: (typeof texts)['fr']): string {
  const signer = currentSignatures(document)[0]?.signer
  if (document.state === 'signed' && signer) return t.signedTitle(personName(facts, signer))
  // Only what the server confirmed may be called sent.
  return document.waiting ? t.keptTitle : t.sent(masterName)
}
