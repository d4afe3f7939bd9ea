import { Button } from '#ui/Button.tsx'
import { SendHorizontal } from 'lucide-react'
import type { ReactNode } from 'react'

interface Props {
  readonly busy: boolean
  readonly onSend: () => void
  readonly children: ReactNode
}

/** Sends what was written on this page: there is one. */
export function SendButton({ busy, onSend, children }: Props) {
  return (
    <Button
      variant="primary"
      busy={busy}
      icon={<SendHorizontal aria-hidden="true" size={20} />}
      onClick={onSend}
    >
      {children}
    </Button>
  )
}
