import { appVersion } from '../appVersion.ts'
import { SendingScreen } from '#features/sending/SendingScreen.tsx'
import { useSending } from '#features/sending/useSending.ts'
import { useTexts } from '#ui/texts.tsx'
import { useStore } from 'zustand'
import { texts } from '../texts.ts'
import { useWorkspace } from '../workspace.ts'

export function SendingRoute() {
  const t = useTexts(texts)
  const { db, sync } = useWorkspace()
  const sending = useSending(db)
  const phase = useStore(sync.state, (state) => state.phase)
  if (!sending) return <p role="status">{t.loading}</p>
  return <SendingScreen {...sending} phase={phase} version={appVersion} onSendNow={sync.now} />
}
