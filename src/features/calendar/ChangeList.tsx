import { may, type Actor } from '#domain/rights.ts'
import { textOf } from '#domain/content.ts'
import { personName } from '#features/parts/personName.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import { Button } from '#ui/Button.tsx'
import { Chip } from '#ui/Chip.tsx'
import { dayOfInstant, formatDayWithoutWeekday } from '#ui/formatDate.ts'
import { List } from '#ui/List.tsx'
import { ListItem } from '#ui/ListItem.tsx'
import { Row } from '#ui/Row.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { Undo2 } from 'lucide-react'
import type { ShownChange } from './changes.ts'
import { texts } from './changes.texts.ts'
import { changeWords } from './changeWords.ts'

interface Props {
  readonly changes: readonly ShownChange[]
  readonly facts: LogbookFacts
  readonly actor: Actor
  /** Absent: they are only read. */
  readonly onCancel?: (change: ShownChange) => void
}

/** What one apprentice has otherwise than the cohort, with who decided it. */
export function ChangeList({ changes, facts, actor, onCancel }: Props) {
  const t = useTexts(texts)
  const language = useLanguage()
  return (
    <List label={t.own}>
      {changes.map((change) => {
        const { document, content, cancelled, by, at } = change
        const words = changeWords(content, t, language)
        const why = textOf(content, 'why')
        return (
          <ListItem
            key={document.id}
            title={words}
            detail={
              <>
                {why !== '' && <p>{why}</p>}
                <p>
                  {t.by(personName(facts, by), formatDayWithoutWeekday(dayOfInstant(at), language))}
                </p>
              </>
            }
            aside={cancelled && <Chip tone="info">{t.cancelled}</Chip>}
          >
            {onCancel && !cancelled && may(actor, 'amend', document) && (
              <Row>
                <Button
                  size="small"
                  variant="quiet"
                  icon={<Undo2 aria-hidden="true" size={18} />}
                  aria-label={`${t.cancel}, ${words}`}
                  onClick={() => {
                    onCancel(change)
                  }}
                >
                  {t.cancel}
                </Button>
              </Row>
            )}
          </ListItem>
        )
      })}
    </List>
  )
}
