import { lastVersion, type LogbookDocument } from '#domain/logbookDocument.ts'
import { signedBy } from '#domain/signing.ts'
import { Chip } from '#ui/Chip.tsx'
import { useTexts } from '#ui/texts.tsx'
import { PenLine, Pencil, Stamp } from 'lucide-react'
import { partiesOf } from './parties.ts'
import { texts } from './texts.ts'

/** How far an interview is: En préparation, À signer (2/3), Signé. */
export function InterviewState({ document }: { readonly document: LogbookDocument }) {
  const t = useTexts(texts)
  if (document.state === 'signed') {
    return (
      <Chip tone="success" icon={<Stamp aria-hidden="true" size={16} />}>
        {t.states.signed}
      </Chip>
    )
  }
  if (document.state !== 'frozen') {
    return (
      <Chip tone="info" icon={<Pencil aria-hidden="true" size={16} />}>
        {t.states.open}
      </Chip>
    )
  }
  const wanted = partiesOf(document.kind, lastVersion(document)?.content ?? {})
  const signed = signedBy(document)
  const done = wanted.filter((party) => signed.includes(party)).length
  return (
    <Chip tone="waiting" icon={<PenLine aria-hidden="true" size={16} />}>
      {t.states.frozen(done, wanted.length)}
    </Chip>
  )
}
