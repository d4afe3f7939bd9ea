import type { Programme } from '#programmes/programme.ts'
import { Disclosure } from '#ui/Disclosure.tsx'
import { useTexts } from '#ui/texts.tsx'
import { Lines } from './Lines.tsx'
import { texts } from './texts.ts'

/** What is still not known of the programme: nobody is told a guess as a fact. */
export function ToConfirm({ programme: { toConfirm } }: { readonly programme: Programme }) {
  const t = useTexts(texts)
  if (toConfirm.length === 0) return null

  return (
    <Disclosure summary={t.toConfirm}>
      <p>{t.toConfirmMore}</p>
      <Lines lines={toConfirm} />
    </Disclosure>
  )
}
