import { Card } from '#ui/Card.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { formatInstant } from '#ui/formatDate.ts'
import { Page } from '#ui/Page.tsx'
import { Stack } from '#ui/Stack.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import styles from './MailsScreen.module.css'
import { texts } from './texts.ts'

interface DemoMail {
  readonly to: string
  readonly subject: string
  /** Paragraphs with an empty line between them. */
  readonly text: string
  /** UTC instant. */
  readonly sentAt: string
}

/** `undefined` while they are asked for; `elsewhere`: this server really sends its mails. */
export type DemoMails = readonly DemoMail[] | 'offline' | 'elsewhere' | undefined

interface Props {
  /** Newest first. */
  readonly mails: DemoMails
  readonly back: { readonly to: string; readonly label: string }
}

/** Mails of the demo, which has no way to send them. */
export function MailsScreen({ mails, back }: Props) {
  const t = useTexts(texts)
  return (
    <Page title={t.mailsTitle} subtitle={t.mailsLead} back={back}>
      {mails === undefined && <p role="status">{t.loading}</p>}
      {mails === 'offline' && <EmptyState title={t.mailsOffline} />}
      {mails === 'elsewhere' && <EmptyState title={t.mailsElsewhere} />}
      {Array.isArray(mails) && <Mails mails={mails} />}
    </Page>
  )
}

function Mails({ mails }: { readonly mails: readonly DemoMail[] }) {
  const t = useTexts(texts)
  const language = useLanguage()
  if (mails.length === 0) return <EmptyState title={t.noMails} />
  return (
    <Stack>
      {mails.map(({ to, subject, text, sentAt }) => (
        <Card key={`${sentAt} ${subject}`}>
          <div>
            <h2 lang="fr">{subject}</h2>
            <p className={styles['to']}>
              {t.to(to)}, {formatInstant(sentAt, language)}
            </p>
          </div>
          <div lang="fr" className={styles['text']}>
            {text.trim()}
          </div>
        </Card>
      ))}
    </Stack>
  )
}
