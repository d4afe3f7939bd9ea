import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Disclosure } from '#ui/Disclosure.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Section } from '#ui/Section.tsx'
import { Sound } from '#ui/Sound.tsx'
import { Spinner } from '#ui/Spinner.tsx'
import { Stack } from '#ui/Stack.tsx'
import { useTexts } from '#ui/texts.tsx'
import { Toast } from '#ui/Toast.tsx'
import { useState } from 'react'
import { texts } from './texts.ts'

/** A tenth of a second of nothing: 800 samples of 8 bits, with the 44 bytes that WAVE puts before them. */
const SAMPLES = 800
const wave = new DataView(new ArrayBuffer(44 + SAMPLES))
for (const [at, word] of [
  [0, 0x52494646],
  [8, 0x57415645],
  [12, 0x666d7420],
  [36, 0x64617461],
] as const)
  wave.setUint32(at, word)
for (const [at, number] of [
  [4, 36 + SAMPLES],
  [16, 16],
  [20, 0x10001],
  [24, 8_000],
  [28, 8_000],
  [32, 0x80001],
  [40, SAMPLES],
] as const)
  wave.setUint32(at, number, true)
new Uint8Array(wave.buffer, 44).fill(128)
const silence = URL.createObjectURL(new Blob([wave], { type: 'audio/wav' }))

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
        <Sound src={silence} label={t.sound} onError={() => undefined} />
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
