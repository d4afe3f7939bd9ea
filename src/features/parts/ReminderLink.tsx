import type { LogbookId } from '#domain/identifiers.ts'
import { ButtonLink } from '#ui/ButtonLink.tsx'
import { useTexts } from '#ui/texts.tsx'
import { BellRing } from 'lucide-react'
import { texts } from './reminder.texts.ts'

interface Props {
  readonly logbookId: LogbookId
  /** Given name of the apprentice. */
  readonly name: string
  readonly className?: string | undefined
}

/** To a note that names the missing weeks; it leaves when its author has read and sent it. */
export function ReminderLink({ logbookId, name, className }: Props) {
  const t = useTexts(texts)
  return (
    <ButtonLink
      to={`/livret/${logbookId}/notes?relance`}
      className={className}
      icon={<BellRing aria-hidden="true" size={20} />}
    >
      {t.remind(name)}
    </ButtonLink>
  )
}
