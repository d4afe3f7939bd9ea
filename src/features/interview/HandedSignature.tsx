import { ProblemNotice } from '#features/parts/ProblemNotice.tsx'
import type { Problem } from '#features/parts/problem.ts'
import { ActionBar } from '#ui/ActionBar.tsx'
import { Button } from '#ui/Button.tsx'
import { PenLine } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'

interface SignProps {
  /** Names the signer: “Je suis Léa Moreau et je signe”. */
  readonly label: string
  readonly onSign: () => Promise<Problem | null>
}

interface Props extends SignProps {
  /** Somebody else signed on this screen a moment ago: their last tap is not this person’s. */
  readonly settles: boolean
  /** What is signed, whole. */
  readonly children: ReactNode
}

/** How long a screen that changed hands takes no signature, in ms: more than between two taps. */
const SETTLING = 1_200

/** What a person present reads on the device they were handed, and the one thing to do with it. */
export function HandedSignature({ settles, children, ...sign }: Props) {
  return (
    <>
      {children}
      <ActionBar>
        <SignHere {...sign} settles={settles} />
      </ActionBar>
    </>
  )
}

/** The button that signs, and why it did not. */
export function SignHere({ label, onSign, settles }: SignProps & { readonly settles: boolean }) {
  const [busy, setBusy] = useState(settles)
  const [problem, setProblem] = useState<Problem | null>(null)

  useEffect(() => {
    if (!settles) return
    const timer = setTimeout(() => {
      setBusy(false)
    }, SETTLING)
    return () => {
      clearTimeout(timer)
    }
  }, [settles])

  return (
    <>
      <ProblemNotice problem={problem} />
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
    </>
  )
}
