import { REASON_MAX } from '#domain/operation.ts'
import { problemTexts, type Problem } from '#features/parts/problem.ts'
import { useAct } from '#features/parts/useAct.ts'
import { Button } from '#ui/Button.tsx'
import { Card } from '#ui/Card.tsx'
import { Disclosure } from '#ui/Disclosure.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Row } from '#ui/Row.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { useTexts } from '#ui/texts.tsx'
import { Stamp, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { texts } from './dispense.texts.ts'

interface Props {
  /** Whether it waits for a decision; otherwise it was given, and can be taken back. */
  readonly mayGive: boolean
  readonly onGive: () => Promise<Problem | null>
  readonly onReturn: (reason: string) => Promise<Problem | null>
}

/** What the centre decides about a request: to give it, or to return it with a reason. */
export function DispenseDecision({ mayGive, onGive, onReturn }: Props) {
  const t = useTexts(texts)
  const problems = useTexts(problemTexts)
  const [reason, setReason] = useState('')
  const { busy, problem, run } = useAct()
  const aboutReason = problem === 'no-reason' || problem === 'too-long'

  return (
    <Card>
      {mayGive && (
        <>
          <p>{t.decideLead}</p>
          <Row>
            <Button
              variant="primary"
              busy={busy}
              icon={<Stamp aria-hidden="true" size={20} />}
              onClick={() => {
                run(onGive)
              }}
            >
              {t.give}
            </Button>
          </Row>
        </>
      )}
      <Disclosure summary={mayGive ? t.returnInstead : t.takeItBack}>
        <TextArea
          label={t.reason}
          rows={2}
          max={REASON_MAX}
          value={reason}
          error={aboutReason ? problems[problem] : undefined}
          onChange={setReason}
        />
        <Row>
          <Button
            busy={busy}
            icon={<Undo2 aria-hidden="true" size={20} />}
            onClick={() => {
              run(() => onReturn(reason))
            }}
          >
            {t.sendBack}
          </Button>
        </Row>
      </Disclosure>
      {problem && !aboutReason && (
        <Notice tone="problem" role="alert">
          {problems[problem]}
        </Notice>
      )}
    </Card>
  )
}
