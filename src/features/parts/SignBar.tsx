import { ActionBar } from '#ui/ActionBar.tsx'
import { Button } from '#ui/Button.tsx'
import { PenLine } from 'lucide-react'

interface Props {
  readonly label: string
  readonly busy: boolean
  readonly onSign: () => void
}

/** The end of a page that one has read and signs. */
export function SignBar({ label, busy, onSign }: Props) {
  return (
    <ActionBar>
      <Button
        variant="primary"
        busy={busy}
        icon={<PenLine aria-hidden="true" size={20} />}
        onClick={onSign}
      >
        {label}
      </Button>
    </ActionBar>
  )
}
