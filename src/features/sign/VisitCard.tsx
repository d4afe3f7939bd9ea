import { itemsOf, textOf } from '#domain/content.ts'
import { lastVersion } from '#domain/logbookDocument.ts'
import type { Content } from '#domain/operation.ts'
import { ProblemNotice } from '#features/parts/ProblemNotice.tsx'
import { apprenticeName, givenName, personName } from '#features/parts/personName.ts'
import type { Problem } from '#features/parts/problem.ts'
import type { WaitingMeeting } from '#features/parts/useWaitingMeetings.ts'
import { Button } from '#ui/Button.tsx'
import { ButtonLink } from '#ui/ButtonLink.tsx'
import { Card } from '#ui/Card.tsx'
import { formatDayWithoutWeekday } from '#ui/formatDate.ts'
import { Quote } from '#ui/Quote.tsx'
import { Row } from '#ui/Row.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { VisuallyHidden } from '#ui/VisuallyHidden.tsx'
import { BookOpenCheck } from 'lucide-react'
import { texts } from './texts.ts'
import styles from './WeekCard.module.css'

interface Props {
  readonly meeting: WaitingMeeting
  readonly problem: Problem | null
  readonly busy: boolean
  readonly onRead: () => void
}

/** A visit to read: what was seen, what was decided, and one button. */
export function VisitCard({ meeting: { document, facts, date }, problem, busy, onRead }: Props) {
  const t = useTexts(texts)
  const language = useLanguage()
  const content = lastVersion(document)?.content ?? {}
  const day = formatDayWithoutWeekday(date, language)
  const mode = content['mode'] === 'remote' ? t.modes.remote : t.modes['on-site']
  const actions = actionsOf(content)

  return (
    <Card waiting>
      <div className={styles['head']}>
        <h3 className={styles['title']}>{t.visit(day)}</h3>
        <p className={styles['when']}>
          {[t.visitBy(personName(facts, document.author), apprenticeName(facts)), mode].join(' · ')}
        </p>
      </div>
      <Quote>{textOf(content, 'observations')}</Quote>
      {actions.length > 0 && (
        <div>
          <h4>{t.actions}</h4>
          <ul>
            {actions.map(({ id, label, due, owner }) => (
              <li key={id}>
                {[
                  label,
                  owner && t.owners[owner],
                  due !== '' && t.due(formatDayWithoutWeekday(due, language)),
                ]
                  .filter(Boolean)
                  .join(', ')}
              </li>
            ))}
          </ul>
        </div>
      )}
      <ProblemNotice problem={problem} />
      <Row>
        <Button busy={busy} icon={<BookOpenCheck aria-hidden="true" size={20} />} onClick={onRead}>
          {t.read}
          <VisuallyHidden>{`, ${day}, ${givenName(apprenticeName(facts))}`}</VisuallyHidden>
        </Button>
        <ButtonLink to={`/livret/${document.logbookId}/visite/${document.id}`} variant="quiet">
          {t.openVisit}
        </ButtonLink>
      </Row>
    </Card>
  )
}

const owners = ['apprentice', 'master', 'trainer'] as const

const actionsOf = (content: Content) =>
  itemsOf(content, 'actions').map((id) => ({
    id,
    label: textOf(content, `actions/${id}/label`),
    due: textOf(content, `actions/${id}/due`),
    owner: owners.find((owner) => owner === content[`actions/${id}/owner`]),
  }))
