import { daysOfWeek } from '#domain/week.ts'
import type { Evidence } from '#domain/skills/evidence.ts'
import { Chip } from '#ui/Chip.tsx'
import { formatRange } from '#ui/formatDate.ts'
import { List } from '#ui/List.tsx'
import { ListLink } from '#ui/ListLink.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { evidenceName, evidencePath } from './evidenceName.ts'
import { texts } from './texts.ts'

interface Props {
  readonly evidence: readonly Evidence[]
  /** Address of the logbook. */
  readonly base: string
}

/** What shows a skill, each one tap away. */
export function EvidenceList({ evidence, base }: Props) {
  const t = useTexts(texts)
  const language = useLanguage()
  return (
    <List>
      {evidence.map((each) => {
        const { kind, documentId, week, signed } = each
        const state = t.evidenceStates[kind][signed ? 'signed' : 'sent']
        return (
          <ListLink
            key={documentId}
            to={`${base}/${evidencePath(each)}`}
            title={evidenceName(each, t, language)}
            detail={week === null ? undefined : formatRange(...daysOfWeek(week), language)}
            aside={state !== '' && <Chip tone={signed ? 'success' : 'info'}>{state}</Chip>}
          />
        )
      })}
    </List>
  )
}
