import { Button } from '#ui/Button.tsx'
import { Disclosure } from '#ui/Disclosure.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Stack } from '#ui/Stack.tsx'
import { StatusLine } from '#ui/StatusLine.tsx'
import { useTexts } from '#ui/texts.tsx'
import { Copy } from 'lucide-react'
import { useState } from 'react'
import { InstallSteps } from './InstallSteps.tsx'
import { texts } from './texts.ts'

/** Somebody opened Livret inside another app: the way out of it. */
export function InAppNotice({ onCopy }: { readonly onCopy: () => Promise<void> }) {
  const t = useTexts(texts)
  const [copied, setCopied] = useState(false)
  return (
    <Notice tone="waiting" title={t.inApp} role="status">
      <Stack gap="tight">
        <p>{t.inAppLead}</p>
        <div>
          <Button
            size="small"
            icon={<Copy aria-hidden="true" size={18} />}
            onClick={() => {
              void onCopy().then(() => {
                setCopied(true)
              })
            }}
          >
            {t.copy}
          </Button>
        </div>
        <StatusLine>{copied && t.copied}</StatusLine>
        <Disclosure summary={t.how}>
          <InstallSteps way="in-app" />
        </Disclosure>
      </Stack>
    </Notice>
  )
}
