import type { LogbookDocument, Written } from '#domain/logbookDocument.ts'
import type { Problem } from '#features/parts/problem.ts'
import type { Draft } from '#features/parts/useDraft.ts'
import { outlineOf } from '#programmes/outlines.ts'
import type { LogbookFacts, Member } from '#protocol/logbookFacts.ts'
import { Card } from '#ui/Card.tsx'
import { useTexts } from '#ui/texts.tsx'
import { FrameFacts } from './FrameFacts.tsx'
import { participantNames } from './frameNames.ts'
import { OwnPart } from './OwnPart.tsx'
import { frameOf, type Party } from './parties.ts'
import { texts } from './texts.ts'

interface Props {
  readonly interview: LogbookDocument
  readonly section: LogbookDocument | undefined
  readonly writer: Member & { readonly role: Party }
  readonly facts: LogbookFacts
  readonly draft: Draft
  readonly onSubmit: () => Promise<Problem | null>
  readonly onResolve: (key: string, other: Written, choice: 'take' | 'keep') => void
}

/** What somebody present writes on the device they were handed. */
export function HandedPart({
  interview,
  section,
  writer,
  facts,
  draft,
  onSubmit,
  onResolve,
}: Props) {
  const t = useTexts(texts)
  const content = frameOf(interview)
  const day = typeof content['date'] === 'string' ? content['date'] : facts.contract.start

  return (
    <>
      <Card>
        <FrameFacts
          content={content}
          names={participantNames(facts, day)}
          programme={outlineOf(facts)}
        />
      </Card>
      <OwnPart
        party={writer.role}
        section={section}
        draft={draft}
        submitLabel={t.iAmAndDone(writer.name)}
        onSubmit={onSubmit}
        onWithdraw={onSubmit}
        onResolve={onResolve}
      />
    </>
  )
}
