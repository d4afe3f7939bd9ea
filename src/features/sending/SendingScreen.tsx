import type { RefusedRow, Waiting, WaitingDocument } from '#store/waiting.ts'
import { Button } from '#ui/Button.tsx'
import { ButtonLink } from '#ui/ButtonLink.tsx'
import { formatInstant } from '#ui/formatDate.ts'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { Section } from '#ui/Section.tsx'
import { Stack } from '#ui/Stack.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { useState } from 'react'
import type { SendingPhase } from './SendingChip.tsx'
import { texts } from './texts.ts'

interface Props {
  readonly waiting: Waiting
  readonly phase: SendingPhase
  readonly unsent: readonly WaitingDocument[]
  readonly refused: readonly RefusedRow[]
  readonly version: string
  readonly onSendNow: () => Promise<void>
}

/** Everything about sending: what waits, what was refused and why, the last time something left. */
export function SendingScreen({ waiting, phase, unsent, refused, version, onSendNow }: Props) {
  const t = useTexts(texts)
  const language = useLanguage()
  const [busy, setBusy] = useState(false)
  const count = waiting.documents + waiting.photos

  const send = async () => {
    setBusy(true)
    await onSendNow()
    setBusy(false)
  }

  return (
    <Page title={t.title}>
      <Stack>
        <State {...{ phase, count }} />
        {waiting.sentAt !== null && <p>{t.lastSent(formatInstant(waiting.sentAt, language))}</p>}
        {unsent.length > 0 && (
          <Section title={t.waitingTitle}>
            <ul>
              {unsent.map(({ documentId, kind, at }) => (
                <li key={documentId}>
                  {t.kinds[kind] ?? kind}, {formatInstant(at, language)}
                </li>
              ))}
              {waiting.photos > 0 && <li>{t.photos(waiting.photos)}</li>}
            </ul>
          </Section>
        )}
        {refused.length > 0 && (
          <Section title={t.refusedTitle}>
            <p>{t.refusedLead}</p>
            <ul>
              {refused.map((row) => (
                <li key={row.operation.id}>
                  {t.kinds[row.kind] ?? row.kind} ({t.acts[row.operation.type]}){', '}
                  {formatInstant(row.operation.at, language)}. {reasonOf(row, t)}
                </li>
              ))}
            </ul>
          </Section>
        )}
        <Button variant="primary" busy={busy} onClick={() => void send()}>
          {t.sendNow}
        </Button>
        <p>{t.version(version)}</p>
      </Stack>
    </Page>
  )
}

function State({ phase, count }: { readonly phase: SendingPhase; readonly count: number }) {
  const t = useTexts(texts)
  if (phase === 'signed-out') {
    return (
      <Notice tone="waiting" title={t.signedOut} role="status">
        <p>{t.signedOutLead}</p>
        <ButtonLink to="/connexion">{t.reconnect}</ButtonLink>
      </Notice>
    )
  }
  if (phase === 'problem') {
    return (
      <Notice tone="waiting" role="status">
        <p>{t.problem}</p>
      </Notice>
    )
  }
  if (count > 0) {
    return (
      <Notice tone="info" role="status">
        <p>{t.waitingLead(count)}</p>
      </Notice>
    )
  }
  return (
    <Notice tone={phase === 'offline' ? 'info' : 'success'} role="status">
      <p>{phase === 'offline' ? t.offlineLead : t.allSent}</p>
    </Notice>
  )
}

/** Without an answer of the server, the logbook was taken away before it could be sent. */
const reasonOf = ({ result }: RefusedRow, t: (typeof texts)['fr']): string =>
  t.codes[result ? (result.code ?? 'other') : 'revoked'] ?? t.codes['other'] ?? ''
