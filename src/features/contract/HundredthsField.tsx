import type { Draft } from '#features/parts/useDraft.ts'
import { TextField } from '#ui/TextField.tsx'
import { useState } from 'react'

interface Props {
  /** Key of a whole number of hundredths: cents, or hundredths of a percent. */
  readonly name: string
  readonly label: string
  readonly hint: string
  /** Said of what is no number, or too big a one. */
  readonly problem: string
  /** The most that is not a slip of the keyboard, in whole units, as the kind declares it. */
  readonly max: number
  /** An empty field is wrong, too. */
  readonly missing?: boolean
  readonly draft: Draft
}

/** A number as people write it, kept in hundredths; what is none stays on the screen and says so. */
export function HundredthsField({ name, label, hint, problem, max, missing, draft }: Props) {
  const kept = draft.value(name)
  const [typed, setTyped] = useState<string | null>(null)
  const shown = typed ?? (typeof kept === 'number' ? String(kept / 100).replace('.', ',') : '')
  const empty = shown.trim() === ''
  const wrong = empty ? missing === true : hundredthsOf(shown, max) === null

  return (
    <TextField
      label={label}
      hint={hint}
      short
      inputMode="decimal"
      value={shown}
      error={wrong ? problem : undefined}
      onChange={(text) => {
        setTyped(text)
        draft.set(name, hundredthsOf(text, max))
      }}
    />
  )
}

function hundredthsOf(text: string, max: number): number | null {
  const plain = text.replaceAll(/[\s\u00a0\u202f€%]/gu, '').replace(',', '.')
  const number = /^\d+(?:\.\d{1,2})?$/u.test(plain) ? Number(plain) : null
  return number === null || number > max ? null : Math.round(number * 100)
}
