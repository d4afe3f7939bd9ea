import type { LogbookDocument, Written } from '#domain/logbookDocument.ts'
import { lastVersion } from '#domain/logbookDocument.ts'
import { AlternativesNotice } from '#features/parts/AlternativesNotice.tsx'
import type { Problem } from '#features/parts/problem.ts'
import type { Draft } from '#features/parts/useDraft.ts'
import { Button } from '#ui/Button.tsx'
import { Card } from '#ui/Card.tsx'
import { Chip } from '#ui/Chip.tsx'
import { Row } from '#ui/Row.tsx'
import { useTexts } from '#ui/texts.tsx'
import { Check, Pencil } from 'lucide-react'
import { useRef, useState } from 'react'
import type { Party } from './parties.ts'
import { isEmptyPart, SectionEditor } from './SectionEditor.tsx'
import { SectionText } from './SectionText.tsx'
import { texts } from './texts.ts'

interface Props {
  readonly party: Party
  readonly section: LogbookDocument | undefined
  readonly draft: Draft
  /** “J’ai terminé ma partie”, or with the name on a device that was handed over. */
  readonly submitLabel: string
  readonly onSubmit: () => Promise<Problem | null>
  readonly onWithdraw: () => Promise<Problem | null>
  readonly onResolve: (key: string, other: Written, choice: 'take' | 'keep') => void
}

/** The person’s own part: written with every input kept, then finished, and taken back if need be. */
export function OwnPart(props: Props) {
  const { party, section, draft, submitLabel, onSubmit, onWithdraw, onResolve } = props
  const t = useTexts(texts)
  const words = useRef<HTMLDivElement>(null)
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const done = section?.state === 'submitted'
  const text = section && lastVersion(section)?.content

  const run = (act: () => Promise<Problem | null>) => {
    setBusy(true)
    void act().then((refusal) => {
      setProblem(refusal)
      setBusy(false)
    })
  }

  return (
    <Card waiting={!done}>
      <Row align="between">
        <h3>{t.yourPart}</h3>
        {done ? (
          <Chip tone="success">{t.partDone}</Chip>
        ) : (
          <Chip tone="waiting">{t.partMissing}</Chip>
        )}
      </Row>
      {section && (
        <AlternativesNotice document={section} current={draft.value} onResolve={onResolve} />
      )}
      {done && text ? (
        <>
          <SectionText party={party} content={text} />
          <Row>
            <Button
              variant="quiet"
              busy={busy}
              icon={<Pencil aria-hidden="true" size={20} />}
              onClick={() => {
                run(onWithdraw)
              }}
            >
              {t.withdraw}
            </Button>
          </Row>
        </>
      ) : (
        <>
          <p>{t.onlyYou}</p>
          <div ref={words}>
            <SectionEditor party={party} draft={draft} asked={asked} problem={problem} />
          </div>
          <Row>
            <Button
              variant="primary"
              busy={busy}
              icon={<Check aria-hidden="true" size={20} />}
              onClick={() => {
                setAsked(true)
                if (isEmptyPart(draft, party)) words.current?.querySelector('textarea')?.focus()
                else run(onSubmit)
              }}
            >
              {submitLabel}
            </Button>
          </Row>
        </>
      )}
    </Card>
  )
}
