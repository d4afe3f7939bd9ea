import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Disclosure } from '#ui/Disclosure.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Section } from '#ui/Section.tsx'
import { Spinner } from '#ui/Spinner.tsx'
import { Stack } from '#ui/Stack.tsx'
import { useTexts } from '#ui/texts.tsx'
import { Toast } from '#ui/Toast.tsx'
import { useState } from 'react'
import { texts } from './texts.ts'

export function MomentSamples() {
  const t = useTexts(texts)
  const [isOpen, setOpen] = useState(false)
  const [isSaid, setSaid] = useState(false)
  const close = () => {
    setOpen(false)
  }
  return (
    <Section title={t.dialogs}>
      <Stack>
        <Button
          onClick={() => {
            setOpen(true)
          }}
        >
          {t.open}
        </Button>
        <Disclosure summary={t.more}>
          <p>{t.cardLead}</p>
        </Disclosure>
        <EmptyState title={t.empty}>
          <p>{t.emptyLead}</p>
        </EmptyState>
        <Spinner label={t.waiting} />
        <Button
          size="small"
          onClick={() => {
            setSaid(!isSaid)
          }}
        >
          {t.tap}
        </Button>
      </Stack>
      <Dialog
        open={isOpen}
        title={t.dialog}
        onClose={close}
        closeLabel={t.close}
        actions={
          <Button variant="primary" onClick={close}>
            {t.close}
          </Button>
        }
      >
        <p>{t.dialogLead}</p>
      </Dialog>
      {isSaid && <Toast>{t.toast}</Toast>}
    </Section>
  )
}
