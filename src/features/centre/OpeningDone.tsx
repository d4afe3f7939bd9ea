import type { LogbookId } from '#domain/identifiers.ts'
import type { Enrolment } from '#domain/enrolment/enrolment.ts'
import type { Enrolled } from '#protocol/centre.ts'
import { Button } from '#ui/Button.tsx'
import { ButtonLink } from '#ui/ButtonLink.tsx'
import { Card } from '#ui/Card.tsx'
import { List } from '#ui/List.tsx'
import { ListItem } from '#ui/ListItem.tsx'
import { ListLink } from '#ui/ListLink.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Row } from '#ui/Row.tsx'
import { Section } from '#ui/Section.tsx'
import { Stack } from '#ui/Stack.tsx'
import { useTexts } from '#ui/texts.tsx'
import { newPeople } from './newPeople.ts'
import { texts } from './texts.ts'

interface Props {
  readonly enrolments: readonly Enrolment[]
  readonly enrolled: Enrolled
  /** Whether who is new got a mail. */
  readonly invited: boolean
  /** Logbooks that have come to this device. */
  readonly held: ReadonlySet<LogbookId>
  /** Where people come in, as they would type it. */
  readonly address: string
  readonly back: string
  readonly onMore: () => void
}

/** What was opened, with the way into each logbook, and what comes next. */
export function OpeningDone(props: Props) {
  const { enrolments, enrolled, invited, held, address, back, onMore } = props
  const { logbooks, uninvited = [] } = enrolled
  const t = useTexts(texts)
  const isAnybodyNew = newPeople(enrolments, logbooks).length > 0

  return (
    <Stack gap="loose">
      <Notice
        tone="success"
        role="status"
        title={t.done(logbooks.filter(({ state }) => state === 'new').length)}
      >
        <p>{t.doneMore}</p>
      </Notice>
      {uninvited.length > 0 && (
        <Notice tone="waiting" title={t.uninvited}>
          <p>{t.uninvitedMore(uninvited.join(', '), address)}</p>
        </Notice>
      )}
      <Section title={t.next}>
        <Card>
          <ul>
            {isAnybodyNew && <li>{invited ? t.invited : t.tellThem(address)}</li>}
            <li>{t.writeContract}</li>
            <li>{t.writePlacement}</li>
          </ul>
        </Card>
      </Section>
      <Section title={t.opened}>
        <List>
          {enrolments.map(({ apprentice, company, programme, cohort }, index) => {
            const { logbookId = null, state } = logbooks[index] ?? {}
            const key = `${apprentice.email} ${programme} ${cohort}`
            const where = t.line(company.name, company.city)
            return logbookId !== null && held.has(logbookId) ? (
              <ListLink
                key={key}
                to={`/livret/${logbookId}`}
                title={apprentice.name}
                detail={where}
                aside={state === 'known' ? t.wasThere : undefined}
              />
            ) : (
              <ListItem key={key} title={apprentice.name} detail={t.notHere} />
            )
          })}
        </List>
      </Section>
      <Row>
        <Button onClick={onMore}>{t.more}</Button>
        <ButtonLink to={back} variant="quiet">
          {t.back}
        </ButtonLink>
      </Row>
    </Stack>
  )
}
