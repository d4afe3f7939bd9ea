import type { Draft } from '#features/parts/useDraft.ts'
import { ChoiceGroup } from '#ui/ChoiceGroup.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { useTexts } from '#ui/texts.tsx'
import { texts } from './placement.texts.ts'

/** As the kind declares it. */
const TOLD_MAX = 2_000

/** Whether something is arranged because of a disability, and what; who reads it stands above. */
export function ArrangementFields({ draft }: { readonly draft: Draft }) {
  const t = useTexts(texts)
  const needed = draft.value('needed')
  return (
    <>
      <p>{t.arrangementReaders}</p>
      <ChoiceGroup
        legend={t.needed}
        options={[
          { value: 'no', label: t.no },
          { value: 'yes', label: t.yes },
        ]}
        value={needed === 'yes' || needed === 'no' ? needed : null}
        onChange={(value) => {
          draft.set('needed', value)
        }}
      />
      {needed === 'yes' && (
        <TextArea
          label={t.arranged}
          hint={t.arrangedHint}
          rows={3}
          max={TOLD_MAX}
          value={draft.text('told')}
          onChange={(value) => {
            draft.set('told', value)
          }}
        />
      )}
    </>
  )
}
