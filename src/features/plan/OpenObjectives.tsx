import { isOpen } from '#domain/objectives.ts'
import type { Actor } from '#domain/rights.ts'
import { findMember } from '#features/parts/personName.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import { Chip } from '#ui/Chip.tsx'
import { formatDayWithoutWeekday } from '#ui/formatDate.ts'
import { List } from '#ui/List.tsx'
import { ListItem } from '#ui/ListItem.tsx'
import { Section } from '#ui/Section.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { Link } from 'react-router'
import { texts } from './texts.ts'
import type { Plan } from './usePlan.ts'

interface Props {
  readonly plan: Plan | undefined
  readonly facts: LogbookFacts
  readonly actor: Actor
}

/** What is still open in the work plan, for whoever prepares a visit or interview. Nothing if there is nothing. */
export function OpenObjectives({ plan, facts, actor }: Props) {
  const t = useTexts(texts)
  const language = useLanguage()
  const open = plan?.objectives.filter(isOpen) ?? []
  if (open.length === 0) return null

  return (
    <Section
      title={t.pickedUp}
      action={<Link to={`/livret/${actor.logbookId}/plan`}>{t.openPlan}</Link>}
    >
      <List>
        {open.map(({ document, label, owner, due, state }) => (
          <ListItem
            key={document.id}
            title={label}
            detail={t.until(
              formatDayWithoutWeekday(due, language),
              owner === actor.role
                ? t.you
                : (findMember(facts, owner, actor.at.slice(0, 10))?.name ??
                    t.roles[owner] ??
                    owner),
            )}
            aside={state === 'overdue' ? <Chip tone="waiting">{t.states[state]}</Chip> : undefined}
          />
        ))}
      </List>
    </Section>
  )
}
