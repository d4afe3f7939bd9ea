import { isOpen } from '#domain/objectives.ts'
import type { Actor } from '#domain/rights.ts'
import { findMember } from '#features/parts/personName.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import { Button } from '#ui/Button.tsx'
import { Chip } from '#ui/Chip.tsx'
import { formatDayWithoutWeekday } from '#ui/formatDate.ts'
import { List } from '#ui/List.tsx'
import { ListItem } from '#ui/ListItem.tsx'
import { Row } from '#ui/Row.tsx'
import { Section } from '#ui/Section.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { Plus } from 'lucide-react'
import { Link } from 'react-router'
import { texts } from './texts.ts'
import type { Plan } from './usePlan.ts'

interface Props {
  readonly plan: Plan | undefined
  readonly facts: LogbookFacts
  readonly actor: Actor
  /** Sets a new one; absent where the person sets none here. */
  readonly onNew?: (() => void) | undefined
}

/** What is still open in the work plan, for whoever prepares a visit or interview. Nothing if there is nothing to see or do. */
export function OpenObjectives({ plan, facts, actor, onNew }: Props) {
  const t = useTexts(texts)
  const language = useLanguage()
  const open = plan?.objectives.filter(isOpen) ?? []
  if (!plan || (open.length === 0 && !onNew)) return null

  return (
    <Section
      title={t.pickedUp}
      action={<Link to={`/livret/${actor.logbookId}/plan`}>{t.openPlan}</Link>}
    >
      {open.length === 0 && <p>{t.none}</p>}
      {open.length > 0 && (
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
              aside={
                state === 'overdue' ? <Chip tone="waiting">{t.states[state]}</Chip> : undefined
              }
            />
          ))}
        </List>
      )}
      {onNew && (
        <Row>
          <Button icon={<Plus aria-hidden="true" size={20} />} onClick={onNew}>
            {t.add}
          </Button>
        </Row>
      )}
    </Section>
  )
}
