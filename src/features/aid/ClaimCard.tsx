import { formatMonth } from '#ui/formatMonth.ts'
import { textOf } from '#domain/content.ts'
import { toEuros } from '#domain/money.ts'
import { currentSignatures, openReturn } from '#domain/logbookDocument.ts'
import { may, type Actor } from '#domain/rights.ts'
import { personName } from '#features/parts/personName.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import { Button } from '#ui/Button.tsx'
import { Chip } from '#ui/Chip.tsx'
import { dayOfInstant, formatDayWithoutWeekday } from '#ui/formatDate.ts'
import { formatEuros } from '#ui/formatMoney.ts'
import { ListItem } from '#ui/ListItem.tsx'
import { Row } from '#ui/Row.tsx'
import { Stack } from '#ui/Stack.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import type { Tone } from '#ui/tone.ts'
import { Stamp, Undo2 } from 'lucide-react'
import { useState } from 'react'
import type { ShownClaim } from './claims.ts'
import { texts } from './texts.ts'

interface Props {
  readonly claim: ShownClaim
  readonly facts: LogbookFacts
  readonly actor: Actor
  readonly onConfirm: (claim: ShownClaim) => void
  readonly onReturn: (claim: ShownClaim, reason: string) => void
  readonly onTakeBack: (claim: ShownClaim) => void
}

const tones: Readonly<Record<string, Tone>> = {
  submitted: 'waiting',
  signed: 'success',
  draft: 'problem',
}

/** One claim: what for, what it comes to, how it stands, and what this person may do. */
export function ClaimCard({ claim, facts, actor, onConfirm, onReturn, onTakeBack }: Props) {
  const t = useTexts(texts)
  const language = useLanguage()
  const [reason, setReason] = useState<string | null>(null)
  const [asked, setAsked] = useState(false)
  const { document, content, cents, nights, meals, leftOut, refused } = claim
  const aid = textOf(content, 'aid')
  const on = textOf(content, 'on')
  const day = (date: string) => formatDayWithoutWeekday(date, language)
  const euros = (amount: number) => formatEuros(toEuros(amount), language)
  const title =
    aid === 'first-equipment'
      ? t.equipmentOf(textOf(content, 'what'))
      : aid === 'driving-licence'
        ? t.licenceOf(day(on))
        : t.stayOf(formatMonth(on.slice(0, 7), language))
  const [seen] = currentSignatures(document)
  const returned = openReturn(document)
  const spent = content['cents']

  return (
    <ListItem
      title={title}
      aside={<Chip tone={tones[document.state] ?? 'info'}>{t.states[document.state]}</Chip>}
      detail={
        <>
          {document.state !== 'draft' && <p>{refused === null ? euros(cents) : t.refused}</p>}
          {aid === 'stay' && document.state !== 'draft' && <p>{t.counted(nights, meals)}</p>}
          {leftOut > 0 && <p>{t.leftOut(leftOut)}</p>}
          {typeof spent === 'number' && <p>{t.spent(euros(spent))}</p>}
          {returned && <p>{t.returned(returned.reason)}</p>}
          {seen && (
            <p>{t.confirmedBy(personName(facts, seen.signer), day(dayOfInstant(seen.at)))}</p>
          )}
        </>
      }
    >
      {may(actor, 'sign', document) && !seen && (
        <Row>
          <Button
            size="small"
            icon={<Stamp aria-hidden="true" size={18} />}
            aria-label={`${t.confirm}, ${title}`}
            onClick={() => {
              onConfirm(claim)
            }}
          >
            {t.confirm}
          </Button>
          {reason === null && (
            <Button
              size="small"
              variant="quiet"
              icon={<Undo2 aria-hidden="true" size={18} />}
              aria-label={`${t.sendBack}, ${title}`}
              onClick={() => {
                setReason('')
              }}
            >
              {t.sendBack}
            </Button>
          )}
        </Row>
      )}
      {reason !== null && may(actor, 'return', document) && (
        <Stack>
          <TextField
            label={t.reason}
            hint={t.reasonHint}
            value={reason}
            error={asked && reason.trim() === '' ? t.reasonMissing : undefined}
            onChange={setReason}
          />
          <Row>
            <Button
              size="small"
              onClick={() => {
                setAsked(true)
                if (reason.trim() !== '') onReturn(claim, reason)
              }}
            >
              {t.sendBack}
            </Button>
          </Row>
        </Stack>
      )}
      {(may(actor, 'withdraw', document) || may(actor, 'patch', document)) && (
        <Row>
          <Button
            size="small"
            variant="quiet"
            icon={<Undo2 aria-hidden="true" size={18} />}
            aria-label={`${t.takeBack}, ${title}`}
            onClick={() => {
              onTakeBack(claim)
            }}
          >
            {t.takeBack}
          </Button>
        </Row>
      )}
    </ListItem>
  )
}
