import { isBlank } from '#domain/content.ts'
import type { DispenseRule } from '#domain/exams/dispenses.ts'
import { PROGRAMME_LANGUAGE } from '#features/parts/labelsOf.ts'
import type { Draft } from '#features/parts/useDraft.ts'
import { SelectField } from '#ui/SelectField.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TickGroup } from '#ui/TickGroup.tsx'
import { useTexts } from '#ui/texts.tsx'
import { texts } from './dispense.texts.ts'

/** As the kind declares it. */
const TOLD_MAX = 500

interface Props {
  readonly rule: DispenseRule
  /** What the code of a diploma is called. */
  readonly nameOf: (code: string) => string
  readonly draft: Draft
  /** Whether somebody tried to send: what is missing is said from then on. */
  readonly asked: boolean
}

/** On which ground somebody asks. */
export function DispenseFields({ rule, nameOf, draft, asked }: Props) {
  const t = useTexts(texts)
  const { holders, passed } = rule
  const diploma = draft.text('diploma')
  const known = holders.find((each) => each === diploma) ?? null
  return (
    <>
      {/* Titles of diplomas are long: side by side they would be broken to pieces. */}
      <SelectField
        label={t.diploma}
        error={asked && known === null ? t.diplomaMissing : undefined}
        options={holders.map((value) => ({ value, label: nameOf(value) }))}
        value={known ?? ''}
        onChange={(value) => {
          draft.set('diploma', value)
        }}
      />
      {passed !== null && (
        <TickGroup
          legend={t.passed}
          error={asked && draft.text('passed') !== passed ? t.passedMissing : undefined}
          lang={PROGRAMME_LANGUAGE}
          options={[{ value: passed, label: nameOf(passed) }]}
          values={[draft.text('passed')]}
          onToggle={(value, on) => {
            draft.set('passed', on ? value : null)
          }}
        />
      )}
      <TextArea
        label={t.told}
        hint={t.toldHint}
        error={asked && isBlank(draft.text('told')) ? t.toldMissing : undefined}
        rows={2}
        max={TOLD_MAX}
        value={draft.text('told')}
        onChange={(value) => {
          draft.set('told', value)
        }}
      />
    </>
  )
}
