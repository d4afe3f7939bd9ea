import { SendingChip } from '#features/sending/SendingChip.tsx'
import { useSending } from '#features/sending/useSending.ts'
import { useNavigate } from 'react-router'
import { useStore } from 'zustand'
import { useWorkspace } from './workspace.ts'

/** The chip of the frame: it alone is drawn again whenever the exchange with the server moves on. */
export function SyncChip() {
  const { db, sync, today, now } = useWorkspace()
  const navigate = useNavigate()
  const sending = useSending(db)
  const { phase, stuck } = useStore(sync.state)
  if (!sending) return null
  return (
    <SendingChip
      waiting={sending.waiting}
      refused={sending.refused}
      phase={phase}
      stuck={stuck}
      today={today()}
      now={now()}
      onOpen={() => void navigate('/envoi')}
    />
  )
}
