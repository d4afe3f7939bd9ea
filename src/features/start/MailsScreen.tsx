import { Card } from '#ui/Card.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { formatInstant } from '#ui/formatDate.ts'
import { Page } from '#ui/Page.tsx'
import { Stack } from '#ui/Stack.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { texts } from './texts.ts'

export interface DemoMail {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
  /** UTC instant. */
  readonly at: string
}

/** Mails of the demo, which has no way to send them. `undefined` while they are asked for. */
export function MailsScreen({ mails }: { readonly mails: readonly DemoMail[] | undefined }) {
  const t = useTexts(texts)
  const language = useLanguage()
  return (
    <Page title={t.mailsTitle} subtitle={t.mailsLead} back={{ to: '/', label: t.back }}>
      <Stack>
        {!mails && <p role="status">{t.loading}</p>}
        {mails?.length === 0 && <EmptyState title={t.noMails} />}
        {mails?.map((mail) => (
          <Card key={mail.id}>
            <h2>{mail.subject}</h2>
            <p>
              {t.to(mail.to)}, {formatInstant(mail.at, language)}
            </p>
            <p>{mail.text}</p>
          </Card>
        ))}
      </Stack>
    </Page>
  )
}
