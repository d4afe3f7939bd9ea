import { isBlank } from '#domain/content.ts'
import type { Draft } from '#features/parts/useDraft.ts'
import { ChoiceGroup } from '#ui/ChoiceGroup.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useTexts } from '#ui/texts.tsx'
import { texts } from './texts.ts'

/** As the kind declares it. */
const TOLD_MAX = 8_000

interface Props {
  /** Code and title; empty: pieces need not differ. */
  readonly natures: readonly (readonly [code: string, title: string])[]
  readonly draft: Draft
  /** Whether somebody tried to send: what is missing is said from then on. */
  readonly asked: boolean
}

/** What its author says of a piece. */
export function PieceFields({ natures, draft, asked }: Props) {
  const t = useTexts(texts)
  const nature = draft.text('nature')
  return (
    <>
      <TextField
        label={t.label}
        value={draft.text('label')}
        error={asked && isBlank(draft.text('label')) ? t.labelMissing : undefined}
        onChange={(value) => {
          draft.set('label', value)
        }}
      />
      {natures.length > 0 && (
        <ChoiceGroup
          legend={t.nature}
          stacked
          error={asked && nature === '' ? t.natureMissing : undefined}
          options={natures.map(([value, label]) => ({ value, label }))}
          value={nature === '' ? null : nature}
          onChange={(value) => {
            draft.set('nature', value)
          }}
        />
      )}
      <TextArea
        label={t.told}
        hint={t.toldHint}
        rows={5}
        max={TOLD_MAX}
        value={draft.text('told')}
        onChange={(value) => {
          draft.set('told', value)
        }}
      />
    </>
  )
}
