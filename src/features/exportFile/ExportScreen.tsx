import { Button } from '#ui/Button.tsx'
import { ButtonLink } from '#ui/ButtonLink.tsx'
import { Card } from '#ui/Card.tsx'
import { Page } from '#ui/Page.tsx'
import { Stack } from '#ui/Stack.tsx'
import { StatusLine } from '#ui/StatusLine.tsx'
import { useTexts } from '#ui/texts.tsx'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { texts } from './texts.ts'

interface Props {
  readonly back: string
  /** Makes the file from what this device holds and gives it to the person; `false`: nothing here. */
  readonly onExportHere: () => Promise<boolean>
  /** Where the server’s file is. */
  readonly serverUrl: string
}

/** The livret leaves as one file. */
export function ExportScreen({ back, onExportHere, serverUrl }: Props) {
  const t = useTexts(texts)
  const [said, setSaid] = useState<string | null>(null)

  const exportHere = async () => {
    setSaid((await onExportHere()) ? t.done : t.notHere)
  }

  return (
    <Page title={t.title} subtitle={t.lead} back={{ to: back, label: t.back }}>
      <Stack>
        <p>{t.about}</p>
        <Card>
          <p>{t.fromDeviceHint}</p>
          <Button
            variant="primary"
            icon={<Download aria-hidden="true" size={20} />}
            onClick={() => void exportHere()}
          >
            {t.fromDevice}
          </Button>
        </Card>
        <Card>
          <p>{t.fromServerHint}</p>
          <Stack gap="tight">
            <ButtonLink to={serverUrl} reloadDocument download>
              {t.fromServer}
            </ButtonLink>
            <ButtonLink to={`${serverUrl}.zip`} reloadDocument download>
              {t.withFiles}
            </ButtonLink>
          </Stack>
        </Card>
        <StatusLine>{said}</StatusLine>
      </Stack>
    </Page>
  )
}
