import { Button } from '#ui/Button.tsx'
import { FileButton } from '#ui/FileButton.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { Spinner } from '#ui/Spinner.tsx'
import { Stack } from '#ui/Stack.tsx'
import { useTexts } from '#ui/texts.tsx'
import { FolderOpen } from 'lucide-react'
import { useState } from 'react'
import { RescueContents } from './RescueContents.tsx'
import { RescueOutcome } from './RescueOutcome.tsx'
import type { OpenedFile, SentFile } from './rescueFile.ts'
import { texts } from './texts.ts'

interface Props {
  /** Who is signed in here. */
  readonly personId: string
  readonly onOpen: (file: Blob) => Promise<OpenedFile>
  readonly onSend: (file: Extract<OpenedFile, { kind: 'opened' }>['file']) => Promise<SentFile>
}

type State = { readonly kind: 'none' | 'reading' } | OpenedFile

/** Opens a file with what another device could not send, shows it, and sends it to the centre. */
export function RescueScreen({ personId, onOpen, onSend }: Props) {
  const t = useTexts(texts)
  const [state, setState] = useState<State>({ kind: 'none' })
  const [sent, setSent] = useState<SentFile | null>(null)
  const [busy, setBusy] = useState(false)

  const open = async (file: Blob) => {
    setSent(null)
    setState({ kind: 'reading' })
    setState(await onOpen(file))
  }
  const send = async (file: Parameters<Props['onSend']>[0]) => {
    setBusy(true)
    setSent(await onSend(file))
    setBusy(false)
  }
  const isDone = sent !== null && sent.problem === null

  return (
    <Page title={t.title} subtitle={t.lead} back={{ to: '/moi', label: t.back }}>
      <Stack>
        {state.kind === 'reading' && <Spinner label={t.reading} />}
        {state.kind === 'bad' && (
          <Notice tone="waiting" role="alert">
            <p>{t.bad[state.problem]}</p>
          </Notice>
        )}
        {sent && <RescueOutcome sent={sent} />}
        {state.kind === 'opened' && !isDone && (
          <RescueContents file={state.file} isOwn={state.file.person.id === personId} />
        )}
        {state.kind === 'opened' && !isDone && isWorthSending(state.file) && (
          <Button variant="primary" busy={busy} onClick={() => void send(state.file)}>
            {sent ? t.again : t.send}
          </Button>
        )}
        <FileButton
          label={state.kind === 'none' ? t.choose : t.chooseOther}
          accept="application/json,.json"
          variant={state.kind === 'opened' ? 'quiet' : 'primary'}
          icon={<FolderOpen aria-hidden="true" size={20} />}
          disabled={busy}
          onFile={(file) => void open(file)}
        />
      </Stack>
    </Page>
  )
}

const isWorthSending = ({ parcels, photos }: Parameters<Props['onSend']>[0]) =>
  parcels.length + photos.length > 0
