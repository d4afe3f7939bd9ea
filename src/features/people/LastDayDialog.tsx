import { isCivilDate } from '#domain/civilDate.ts'
import { texts as roleTexts } from '#features/parts/roles.texts.ts'
import type { Member } from '#protocol/logbookFacts.ts'
import { Button } from '#ui/Button.tsx'
import { DateField } from '#ui/DateField.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Stack } from '#ui/Stack.tsx'
import { useTexts } from '#ui/texts.tsx'
import { useRef, useState } from 'react'
import { texts } from './change.texts.ts'
import type { PeopleRefusal } from './peopleRefusal.ts'
import { RefusalNotice } from './RefusalNotice.tsx'

interface Props {
  readonly member: Member
  /** It is the reader’s own part. */
  readonly own: boolean
  readonly today: string
  /** `null`: no last day. */
  readonly onEnd: (until: string | null) => Promise<PeopleRefusal | null>
  readonly onClose: () => void
}

/** Asks until when somebody is in a logbook. */
export function LastDayDialog({ member, own, today, onEnd, onClose }: Props) {
  const t = useTexts(texts)
  const roles = useTexts(roleTexts)
  const field = useRef<HTMLInputElement>(null)
  const [until, setUntil] = useState(member.until ?? (member.from > today ? member.from : today))
  const [asked, setAsked] = useState(false)
  const [refusal, setRefusal] = useState<PeopleRefusal | null>(null)
  const [sending, setSending] = useState<'end' | 'endless' | null>(null)
  const problem = !isCivilDate(until)
    ? 'no-day'
    : until < member.from
      ? 'ends-before-it-starts'
      : null

  const send = async (what: 'end' | 'endless') => {
    if (sending !== null) return
    if (what === 'end' && problem !== null) {
      setAsked(true)
      field.current?.focus()
      return
    }
    setSending(what)
    setRefusal(null)
    const refused = await onEnd(what === 'end' ? until : null)
    setSending(null)
    setRefusal(refused)
    if (refused === null) onClose()
  }

  return (
    <Dialog
      open
      title={t.lastDayOf(member.name, roles[member.role])}
      closeLabel={t.close}
      onClose={onClose}
      actions={
        <>
          {member.until !== null && (
            <Button busy={sending === 'endless'} onClick={() => void send('endless')}>
              {t.noEnd}
            </Button>
          )}
          <Button variant="primary" busy={sending === 'end'} onClick={() => void send('end')}>
            {t.setEnd}
          </Button>
        </>
      }
    >
      <Stack>
        <p>{t.lastDayMeans}</p>
        {own && <p>{t.lastDayOwn}</p>}
        <DateField
          ref={field}
          label={t.lastDay}
          value={until}
          min={member.from}
          autoComplete="off"
          error={asked && problem !== null ? t.problems[problem] : undefined}
          onChange={setUntil}
        />
        <RefusalNotice refusal={refusal} />
      </Stack>
    </Dialog>
  )
}
