import type { Waiting } from '#store/countWaiting.ts'
import type { FileUrl } from '#features/parts/useFileUrl.ts'
import type { FileRow } from '#store/database.ts'
import { Button } from '#ui/Button.tsx'
import { ButtonLink } from '#ui/ButtonLink.tsx'
import { formatShortInstant } from '#ui/formatDate.ts'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { Section } from '#ui/Section.tsx'
import { Stack } from '#ui/Stack.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { useState } from 'react'
import { isLongWait, type SendingPhase } from './SendingChip.tsx'
import { RefusedItem } from './RefusedItem.tsx'
import { RefusedFile } from './RefusedFile.tsx'
import { RescueSave } from './RescueSave.tsx'
import styles from './SendingScreen.module.css'
import { texts } from './texts.ts'
import type { SendingItem, SendingItems } from './useSendingItems.ts'
import { WaitingItems } from './WaitingItems.tsx'

interface Props {
  readonly waiting: Waiting
  readonly phase: SendingPhase
  /** There is a network, and nothing has left for long. */
  readonly stuck: boolean
  readonly items: SendingItems
  /** UTC instant now. */
  readonly now: string
  readonly version: string
  readonly fileUrlOf: (file: FileRow) => FileUrl
  readonly onSendNow: () => Promise<void>
  /** The person has read why it was refused. */
  readonly onNotice: (item: SendingItem) => Promise<void>
  readonly onOfferFile: (file: FileRow) => Promise<void>
  readonly onRemoveFile: (file: FileRow) => Promise<void>
  /** Gives the person all that waits as a file; rejects where that cannot be done. */
  readonly onRescue: () => Promise<void>
}

/** Everything about sending: what waits, what was refused and why, the last time something left. */
export function SendingScreen(props: Props) {
  const { waiting, phase, stuck, items, now, version, onSendNow } = props
  const { refused, refusedFiles } = items
  const t = useTexts(texts)
  const language = useLanguage()
  const [busy, setBusy] = useState(false)
  const [tried, setTried] = useState(false)
  const count = waiting.documents + waiting.files

  const send = async () => {
    setBusy(true)
    setTried(false)
    await onSendNow()
    setBusy(false)
    setTried(true)
  }

  return (
    <Page title={t.title} back={{ to: '/', label: t.home }}>
      <Stack>
        <State
          phase={phase}
          stuck={stuck}
          count={count}
          late={isLongWait(waiting, now)}
          tried={tried}
          isRefused={refused.length + refusedFiles.length > 0}
        />
        {count > 0 && phase !== 'signed-out' && (
          <Button variant="primary" busy={busy} onClick={() => void send()}>
            {t.sendNow}
          </Button>
        )}
      </Stack>
      {count > 0 && (
        <Section title={t.waitingTitle}>
          <WaitingItems items={items.waiting} files={items.waitingFiles} />
        </Section>
      )}
      {refused.length + refusedFiles.length > 0 && (
        <Section title={t.refusedTitle}>
          {refused.length > 0 && <p>{t.refusedLead}</p>}
          {refused.map((item) => (
            <RefusedItem
              key={`${item.documentId} ${item.code ?? ''} ${item.reason ?? ''}`}
              item={item}
              onNotice={() => props.onNotice(item)}
            />
          ))}
          {refusedFiles.map((file) => (
            <RefusedFile
              key={file.sha256}
              file={file}
              fileUrl={props.fileUrlOf(file)}
              onOffer={() => props.onOfferFile(file)}
              onRemove={() => props.onRemoveFile(file)}
            />
          ))}
        </Section>
      )}
      {count + refused.length + refusedFiles.length > 0 && <RescueSave onSave={props.onRescue} />}
      <p className={styles['foot']}>
        {waiting.sentAt !== null && (
          <>
            {t.lastSent(formatShortInstant(waiting.sentAt, language))}
            <br />
          </>
        )}
        {t.version(version)}
      </p>
    </Page>
  )
}

interface StateProps {
  readonly phase: SendingPhase
  readonly stuck: boolean
  readonly count: number
  readonly late: boolean
  /** The person has just asked to send. */
  readonly tried: boolean
  /** Something did not arrive, or was not taken into account. */
  readonly isRefused: boolean
}

function State({ phase, stuck, count, late, tried, isRefused }: StateProps) {
  const t = useTexts(texts)
  if (phase === 'signed-out') {
    return (
      <Notice tone="waiting" title={t.signedOut} role="status">
        <Stack gap="tight">
          <p>{t.signedOutLead}</p>
          <ButtonLink to="/connexion">{t.reconnect}</ButtonLink>
        </Stack>
      </Notice>
    )
  }
  if (phase === 'outdated') {
    return (
      <Notice tone="waiting" title={t.outdatedTitle} role="status">
        <p>{t.outdatedLead}</p>
      </Notice>
    )
  }
  if (stuck && count > 0) {
    return (
      <Notice tone="waiting" title={t.stuckTitle} role="status">
        <p>{t.stuckLead}</p>
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
      <Notice tone={late ? 'waiting' : 'info'} role="status">
        <p>{late ? t.lateLead(count) : t.waitingLead(count)}</p>
        <p>{tried && phase === 'offline' ? t.stillNone : t.keptHere}</p>
      </Notice>
    )
  }
  const isCalm = phase === 'offline' || isRefused
  return (
    <Notice tone={isCalm ? 'info' : 'success'} role="status">
      <p>{phase === 'offline' ? t.offlineLead : isRefused ? t.restSent : t.allSent}</p>
    </Notice>
  )
}
