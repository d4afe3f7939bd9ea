import type { FileWait } from '#features/parts/useFileWait.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Stack } from '#ui/Stack.tsx'
import { useTexts } from '#ui/texts.tsx'
import { useState } from 'react'
import { texts } from './texts.ts'

interface Props {
  readonly wait: FileWait
  /** Number of the week, and whose it is. */
  readonly number: number
  readonly name: string
  /** Asks the server now. */
  readonly onLook: () => Promise<void>
}

/** Why there is no button to sign: files are not here yet. It goes away by itself. */
export function FileWaitNotice({ wait, number, name, onLook }: Props) {
  const t = useTexts(texts)
  const [busy, setBusy] = useState(false)

  const look = async () => {
    setBusy(true)
    await onLook().catch(() => undefined)
    setBusy(false)
  }

  return (
    <Notice tone="waiting" role="status" title={wait.held ? t.signatureHeld : t.filesMissing(wait)}>
      <Stack gap="tight">
        <p>{wait.held ? t.signatureHeldText : t.filesMissingText(wait)}</p>
        <Button busy={busy} aria-label={t.lookAgainLabel(number, name)} onClick={() => void look()}>
          {t.lookAgain}
        </Button>
      </Stack>
    </Notice>
  )
}
