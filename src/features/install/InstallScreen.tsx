import { Button } from '#ui/Button.tsx'
import { Card } from '#ui/Card.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { StatusLine } from '#ui/StatusLine.tsx'
import { useTexts } from '#ui/texts.tsx'
import { MonitorDown } from 'lucide-react'
import { useState } from 'react'
import { InAppNotice } from './InAppNotice.tsx'
import type { InstallWay } from './installWay.ts'
import { InstallSteps } from './InstallSteps.tsx'
import { texts } from './texts.ts'

interface Props {
  readonly way: InstallWay
  /** Asks the browser to install. Resolves to whether the person agreed. */
  readonly onInstall: () => Promise<boolean>
  /** Puts the address of Livret where it can be pasted. */
  readonly onCopy: () => Promise<void>
}

/** How to put Livret on the home screen of this very device. */
export function InstallScreen({ way, onInstall, onCopy }: Props) {
  const t = useTexts(texts)
  const [declined, setDeclined] = useState(false)

  return (
    <Page title={t.title} back={{ to: '/moi', label: t.back }}>
      <p>{t.lead}</p>
      {way === 'installed' && <Notice tone="success">{t.installed}</Notice>}
      {way === 'in-app' && <InAppNotice onCopy={onCopy} />}
      {way === 'prompt' && (
        <Card>
          <div>
            <Button
              variant="primary"
              icon={<MonitorDown aria-hidden="true" size={20} />}
              onClick={() => {
                void onInstall().then((agreed) => {
                  setDeclined(!agreed)
                })
              }}
            >
              {t.install}
            </Button>
          </div>
        </Card>
      )}
      {/* The browser asks once: its button is gone with the answer. */}
      <StatusLine>{declined && t.notInstalled}</StatusLine>
      {way !== 'in-app' && <InstallSteps way={way} />}
    </Page>
  )
}
