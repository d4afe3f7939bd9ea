import type { LogbookDocument, Version } from '#domain/logbookDocument.ts'
import { may } from '#domain/rights.ts'
import { ProblemNotice } from '#features/parts/ProblemNotice.tsx'
import { SignBar } from '#features/parts/SignBar.tsx'
import type { Problem } from '#features/parts/problem.ts'
import { Button } from '#ui/Button.tsx'
import { Disclosure } from '#ui/Disclosure.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Stack } from '#ui/Stack.tsx'
import { useTexts } from '#ui/texts.tsx'
import { Pencil } from 'lucide-react'
import { useState } from 'react'
import { EarlierInterviews } from './EarlierInterviews.tsx'
import type { InterviewProps } from './InterviewScreen.tsx'
import { InterviewText } from './InterviewText.tsx'
import { signersPresent } from './present.ts'
import { SigningPanel } from './SigningPanel.tsx'
import { texts } from './texts.ts'

interface Props extends InterviewProps {
  readonly interview: LogbookDocument
  /** The version that everybody signs. */
  readonly version: Version
}

/** After the freeze: one text, and the signature of each. */
export function Signing(props: Props) {
  const { interview, version, facts, actor, people, sections, onHandOver } = props
  const t = useTexts(texts)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)

  const run = (act: () => Promise<Problem | null>) => {
    setBusy(true)
    void act().then((refusal) => {
      setProblem(refusal)
      setBusy(false)
    })
  }

  return (
    <>
      {interview.state === 'signed' ? (
        <Notice tone="success">{t.signedAll}</Notice>
      ) : (
        <Notice tone="info">{t.frozenHint}</Notice>
      )}
      <InterviewText
        interview={interview}
        content={version.content}
        sections={sections}
        facts={facts}
      />
      <SigningPanel
        interview={interview}
        facts={facts}
        people={people}
        present={signersPresent(actor, people, interview)}
        onHandOver={(member) => {
          onHandOver(member, 'sign')
        }}
      />
      <EarlierInterviews
        interview={interview}
        sections={sections}
        facts={facts}
        shown={version.number}
      />
      <ProblemNotice problem={problem} />
      {may(actor, 'amend', interview) && (
        <Disclosure summary={t.amend}>
          <Stack>
            <p>{t.amendHint}</p>
            <Button
              busy={busy}
              icon={<Pencil aria-hidden="true" size={20} />}
              onClick={() => {
                run(props.onAmend)
              }}
            >
              {t.amend}
            </Button>
          </Stack>
        </Disclosure>
      )}
      {may(actor, 'sign', interview) && (
        <SignBar
          label={t.sign}
          busy={busy}
          onSign={() => {
            run(() => props.onSign(version.hash))
          }}
        />
      )}
    </>
  )
}
