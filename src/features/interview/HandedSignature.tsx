import { problemTexts, type Problem } from '#features/parts/problem.ts'
import { ActionBar } from '#ui/ActionBar.tsx'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { useTexts } from '#ui/texts.tsx'
import { PenLine } from 'lucide-react'
import { useState, type ReactNode } from 'react'

interface Props {
  /** Names the signer: “Je suis Léa Moreau et je signe”. */
  readonly label: string
  readonly onSign: () => Promise<Problem | null>
  /** What is signed, whole. */
  readonly children: ReactNode
}

/** What a person present reads on the device they were handed, and the one thing to do with it. */
export function HandedSignature({ label, onSign, children }: Props) {
  const problems = useTexts(problemTexts)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)

  return (
    <>
      {children}
      {problem && (
        <Notice tone="problem" role="alert">
          {problems[problem]}
        </Notice>
      )}
      <ActionBar>
        <Button
          variant="primary"
          busy={busy}
          icon={<PenLine aria-hidden="true" size={20} />}
          onClick={() => {
            setBusy(true)
            void onSign().then((refusal) => {
              setProblem(refusal)
              setBusy(false)
            })
          }}
        >
          {label}
        </Button>
      </ActionBar>
    </>
  )
}
