import { draftContent } from '#domain/content.ts'
import { chargesOf } from '#domain/contract/charges.ts'
import { readContract } from '#domain/contract/readContract.ts'
import { kinds } from '#domain/kinds.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import { Section } from '#ui/Section.tsx'
import { useTexts } from '#ui/texts.tsx'
import { CheckList } from './CheckList.tsx'
import type { CheckInput } from './contractChecks.ts'
import { texts } from './texts.ts'

/** `charges`: of the masters, without the contract that is written here. */
export interface DraftChecksInput extends Omit<CheckInput, 'record'> {
  readonly document: LogbookDocument | null
}

/** What the rules will say once the draft is published; while it is written, as it stands. */
export function DraftChecks({ document, charges, ...input }: DraftChecksInput) {
  const t = useTexts(texts)
  const content = document ? draftContent(kinds.contract, document) : {}
  const known = kinds.contract.needs.every((group) =>
    group.some((name) => Object.keys(content).some((key) => key.split('/')[0] === name)),
  )
  const record = known ? readContract(content) : null
  return (
    <Section title={t.draftChecks}>
      {record && document ? (
        <CheckList
          record={record}
          charges={[...charges, ...chargesOf(record, document.logbookId)]}
          {...input}
        />
      ) : (
        <p>{t.draftChecksWait}</p>
      )}
    </Section>
  )
}
