import { draftContent, isBlank, itemsOf, textOf } from '#domain/content.ts'
import { kinds } from '#domain/kinds.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import type { Draft } from '#features/parts/useDraft.ts'
import { useTexts } from '#ui/texts.tsx'
import { texts } from './texts.ts'

interface Props {
  readonly document: LogbookDocument | null
  readonly draft: Draft
}

/** What a trainer may have forgotten, beside the button that sends the report: it is told, and stops nobody. */
export function BeforeSending({ document, draft }: Props) {
  const t = useTexts(texts)
  // Who has written nothing yet has forgotten nothing.
  if (isBlank(draft.text('observations'))) return null

  const companyWasThere = ['master', 'employer'].some(
    (role) => draft.value(`attendees/${role}`) === true,
  )
  const content = document ? draftContent(kinds.visit, document) : {}
  const undated = itemsOf(content, 'actions').filter(
    (id) => textOf(content, `actions/${id}/due`) === '',
  ).length
  const hints = [!companyWasThere && t.nobodyOfCompany, undated > 0 && t.undated(undated)]
  const told = hints.filter((hint) => hint !== false)
  return told.length > 0 && <p>{told.join(' ')}</p>
}
