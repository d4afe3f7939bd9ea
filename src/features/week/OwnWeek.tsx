import { lastVersion, openReturn, type Written } from '#domain/logbookDocument.ts'
import { ProblemNotice } from '#features/parts/ProblemNotice.tsx'
import type { Problem } from '#features/parts/problem.ts'
import { ReturnNotice } from '#features/parts/ReturnNotice.tsx'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import type { ShownDocument } from '#store/documents.ts'
import { lazyPart } from '#ui/loadPart.ts'
import { Notice } from '#ui/Notice.tsx'
import { Stack } from '#ui/Stack.tsx'
import { useTexts } from '#ui/texts.tsx'
import { Suspense, useState } from 'react'
import { texts } from './texts.ts'
import { WeekEditor, type WeekEditorProps } from './WeekEditor.tsx'

// What is read and not written is loaded when there is something to read.
const SentWeek = lazyPart(async () => (await import('./SentWeek.tsx')).SentWeek)
const AlternativesNotice = lazyPart(
  async () => (await import('#features/parts/AlternativesNotice.tsx')).AlternativesNotice,
)
const EarlierVersions = lazyPart(
  async () => (await import('#features/parts/EarlierVersions.tsx')).EarlierVersions,
)

export interface OwnWeekProps extends Omit<WeekEditorProps, 'keys'> {
  /** `null`: nothing written yet. */
  readonly document: ShownDocument | null
  readonly facts: LogbookFacts
  /** Makes the week a draft again: withdraws what was sent, amends what was signed. */
  readonly onReopen: () => Promise<Problem | null>
  readonly onResolve: (
    key: string,
    other: Written,
    choice: 'take' | 'keep',
  ) => Promise<Problem | null>
}

/** The author’s own week, whatever became of it: to write, sent, back to correct, or signed. */
export function OwnWeek(props: OwnWeekProps) {
  const { document, facts, programme, draft, fileUrl, onSend, onReopen, onResolve } = props
  const t = useTexts(texts)
  const [sentHere, setSentHere] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)

  const isDraft = document === null || document.state === 'draft'
  const returned = document && openReturn(document)
  const corrects = isDraft && (document?.signatures.length ?? 0) > 0

  const resolve = async (...choice: Parameters<typeof onResolve>) => {
    setProblem(await onResolve(...choice).catch((): Problem => 'not-kept'))
  }

  return (
    <Stack>
      {returned && <ReturnNotice returned={returned} facts={facts} />}
      {corrects && !returned && (
        <Notice tone="info" title={t.correcting}>
          {t.correctingText}
        </Notice>
      )}
      {document && Object.keys(document.alternatives).length > 0 && (
        <Suspense>
          <AlternativesNotice
            document={document}
            programme={programme}
            current={isDraft ? draft.value : undefined}
            onResolve={(...choice) => {
              void resolve(...choice)
            }}
          />
        </Suspense>
      )}
      <ProblemNotice problem={problem} />
      {isDraft ? (
        <WeekEditor
          {...props}
          keys={Object.keys(document?.fields ?? {})}
          onSend={async () => {
            const refused = await onSend()
            setSentHere(refused === null)
            return refused
          }}
        />
      ) : (
        <Suspense>
          <SentWeek {...props} document={document} focused={sentHere} onReopen={onReopen} />
        </Suspense>
      )}
      {document && document.versions.length > 0 && (
        <Suspense>
          <EarlierVersions
            document={document}
            facts={facts}
            programme={programme}
            fileUrl={fileUrl}
            shown={isDraft ? null : (lastVersion(document)?.number ?? null)}
          />
        </Suspense>
      )}
    </Stack>
  )
}
