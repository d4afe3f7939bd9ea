import { appVersion } from '../appVersion.ts'
import { SendingScreen } from '#features/sending/SendingScreen.tsx'
import type { FileUrl } from '#features/parts/useFileUrl.ts'
import { useSending } from '#features/sending/useSending.ts'
import { useSendingItems } from '#features/sending/useSendingItems.ts'
import type { LogbookId } from '#domain/identifiers.ts'
import type { FileRow } from '#store/database.ts'
import { offerFile } from '#store/files.ts'
import { notice } from '#store/waiting.ts'
import { useTexts } from '#ui/texts.tsx'
import { useState } from 'react'
import { useStore } from 'zustand'
import { saveRescueFile } from '../rescue/saveRescueFile.ts'
import { texts } from '../texts.ts'
import { useWorkspace } from '../workspace.ts'

/** `/envoi`: what waits on this device, and what was refused. */
export function SendingRoute() {
  const t = useTexts(texts)
  const workspace = useWorkspace()
  const { db, sync, now, fileUrl, removeFile } = workspace
  const sending = useSending(db)
  const items = useSendingItems(db)
  const { phase, stuck } = useStore(sync.state)
  // One function for each logbook, which stays the same.
  const [urls] = useState(() => new Map<LogbookId, FileUrl>())
  const fileUrlOf = ({ logbookId }: FileRow) => {
    const known = urls.get(logbookId) ?? ((...photo) => fileUrl(logbookId, ...photo))
    urls.set(logbookId, known)
    return known
  }
  if (!sending || !items) return <p role="status">{t.loading}</p>
  return (
    <SendingScreen
      waiting={sending.waiting}
      items={items}
      phase={phase}
      stuck={stuck}
      now={now()}
      version={appVersion}
      fileUrlOf={fileUrlOf}
      onSendNow={sync.now}
      onNotice={({ rows }) => notice(db, rows)}
      onOfferFile={async ({ sha256 }) => {
        await offerFile(db, sha256)
        await sync.now()
      }}
      onRemoveFile={removeFile}
      onRescue={() => saveRescueFile(workspace)}
    />
  )
}
