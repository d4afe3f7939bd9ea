import { currentSignatures } from '#domain/logbookDocument.ts'
import { isOpen, type Objective, type ObjectiveState } from '#domain/objectives.ts'
import { may, type Actor } from '#domain/rights.ts'
import { findMember, personName } from '#features/parts/personName.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import { Button } from '#ui/Button.tsx'
import { Chip } from '#ui/Chip.tsx'
import { formatDayWithoutWeekday } from '#ui/formatDate.ts'
import { ListItem } from '#ui/ListItem.tsx'
import { Row } from '#ui/Row.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import type { Tone } from '#ui/tone.ts'
import { Check, Pencil } from 'lucide-react'
import { texts } from './texts.ts'

const tones: Readonly<Record<ObjectiveState, Tone>> = {
  open: 'info',
  overdue: 'waiting',
  done: 'success',
  reached: 'success',
  partly: 'info',
  dropped: 'info',
}

interface Props {
  readonly objective: Objective
  readonly facts: LogbookFacts
  readonly actor: Actor
  readonly onDone: () => void
  readonly onEdit: () => void
}

/** One objective with its state, and what this person can do about it. */
export function ObjectiveItem({ objective, facts, actor, onDone, onEdit }: Props) {
  const t = useTexts(texts)
  const language = useLanguage()
  const { document, label, owner, due, state } = objective
  const day = formatDayWithoutWeekday(due, language)
  const member = findMember(facts, owner, actor.at.slice(0, 10))
  const who = owner === actor.role ? t.you : (member?.name ?? t.roles[owner] ?? owner)
  const signature = currentSignatures(document)[0]
  const mayDo = isOpen(objective) && may(actor, 'sign', document)
  const mayEdit =
    may(actor, 'amend', document) ||
    (document.state === 'draft' && document.author === actor.personId)

  return (
    <ListItem
      title={label}
      detail={
        <>
          <div>{t.until(day, who)}</div>
          <div>
            {state === 'done' && signature
              ? t.doneBy(
                  personName(facts, signature.signer),
                  formatDayWithoutWeekday(signature.at.slice(0, 10), language),
                )
              : t.setBy(personName(facts, document.author))}
          </div>
        </>
      }
      aside={<Chip tone={tones[state]}>{t.states[state]}</Chip>}
    >
      {(mayDo || mayEdit) && (
        <Row>
          {mayDo && (
            <Button
              aria-label={t.doneLabel(label)}
              icon={<Check aria-hidden="true" size={20} />}
              onClick={onDone}
            >
              {t.done}
            </Button>
          )}
          {mayEdit && (
            <Button
              variant="quiet"
              aria-label={t.editLabel(label)}
              icon={<Pencil aria-hidden="true" size={20} />}
              onClick={onEdit}
            >
              {t.edit}
            </Button>
          )}
        </Row>
      )}
    </ListItem>
  )
}
