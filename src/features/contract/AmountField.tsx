import { toCents, toEuros } from '#domain/money.ts'
import type { Draft } from '#features/parts/useDraft.ts'
import { TextField } from '#ui/TextField.tsx'
import { useTexts } from '#ui/texts.tsx'
import { useState } from 'react'
import { texts } from './texts.ts'

interface Props {
  /** Key of a whole number of cents. */
  readonly name: string
  readonly label: string
  readonly draft: Draft
}

/** An amount as people write it, kept in cents; what is no amount stays on the screen and says so. */
export function AmountField({ name, label, draft }: Props) {
  const t = useTexts(texts)
  const kept = draft.value(name)
  const [typed, setTyped] = useState<string | null>(null)
  const shown = typed ?? (typeof kept === 'number' ? String(toEuros(kept)).replace('.', ',') : '')
  const cents = centsOf(shown)

  return (
    <TextField
      label={label}
      hint={t.minimumHint}
      short
      inputMode="decimal"
      value={shown}
      error={shown.trim() !== '' && cents === null ? t.minimumProblem : undefined}
      onChange={(text) => {
        setTyped(text)
        draft.set(name, centsOf(text))
      }}
    />
  )
}

/** Most euros a month that are not a slip of the keyboard, as the kind declares it in cents. */
const EUROS_MAX = 100_000

function centsOf(text: string): number | null {
  const plain = text.replaceAll(/[\s\u00a0\u202f€]/gu, '').replace(',', '.')
  const euros = /^\d+(?:\.\d{1,2})?$/u.test(plain) ? Number(plain) : null
  return euros === null || euros > EUROS_MAX ? null : toCents(euros)
}
