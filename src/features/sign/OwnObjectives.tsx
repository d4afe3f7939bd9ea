import { textOf } from '#domain/content.ts'
import { apprenticeName } from '#features/parts/personName.ts'
import { problemTexts, type Problem } from '#features/parts/problem.ts'
import { Button } from '#ui/Button.tsx'
import { Chip } from '#ui/Chip.tsx'
import { formatDayWithoutWeekday } from '#ui/formatDate.ts'
import { List } from '#ui/List.tsx'
import { ListItem } from '#ui/ListItem.tsx'
import { Notice } from '#ui/Notice.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { Check } from 'lucide-react'
import { texts } from './texts.ts'
import type { WaitingDocument } from './useSignatureQueue.ts'

interface Props {
  readonly objectives: readonly WaitingDocument[]
  /** Civil date. */
  readonly today: string
  /** By document, why the last try did not work. */
  readonly problems: Readonly<Record<string, Problem>>
  readonly busy: readonly string[]
  readonly onDone: (objective: WaitingDocument) => void
}

/** What the reader has to do himself by the work plans: a signature says that it is done. */
export function OwnObjectives({ objectives, today, problems, busy, onDone }: Props) {
  const t = useTexts(texts)
  const words = useTexts(problemTexts)
  const language = useLanguage()

  return (
    <List>
      {objectives.map((objective) => {
        const { document, version, facts } = objective
        const label = textOf(version.content, 'label')
        const due = textOf(version.content, 'due')
        const problem = problems[document.id]
        return (
          <ListItem
            key={document.id}
            title={label}
            detail={t.objectiveFor(formatDayWithoutWeekday(due, language), apprenticeName(facts))}
            aside={due < today ? <Chip tone="waiting">{t.overdue}</Chip> : undefined}
          >
            {problem && (
              <Notice tone="problem" role="alert">
                {words[problem]}
              </Notice>
            )}
            <div>
              <Button
                busy={busy.includes(document.id)}
                icon={<Check aria-hidden="true" size={20} />}
                aria-label={t.doneLabel(label)}
                onClick={() => {
                  onDone(objective)
                }}
              >
                {t.done}
              </Button>
            </div>
          </ListItem>
        )
      })}
    </List>
  )
}
