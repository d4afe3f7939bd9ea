import { isCivilDate } from '#domain/civilDate.ts'
import { isAddress } from '#domain/enrolment/enrolment.ts'
import type { Role } from '#domain/kind.ts'
import { texts as roleTexts } from '#features/parts/roles.texts.ts'
import { CELL_MAX, type NewMember } from '#protocol/centre.ts'
import { Button } from '#ui/Button.tsx'
import { DateField } from '#ui/DateField.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { FieldGrid } from '#ui/FieldGrid.tsx'
import { SelectField } from '#ui/SelectField.tsx'
import { Stack } from '#ui/Stack.tsx'
import { TextField } from '#ui/TextField.tsx'
import { TickGroup } from '#ui/TickGroup.tsx'
import { upperFirst } from '#ui/upperFirst.ts'
import { useTexts } from '#ui/texts.tsx'
import { useId, useRef, useState } from 'react'
import { texts } from './change.texts.ts'
import type { EntryAnswer, PeopleRefusal } from './peopleRefusal.ts'
import { RefusalNotice } from './RefusalNotice.tsx'

/** Who may come into a logbook that is somebody’s already. */
const enterable: readonly Role[] = ['master', 'trainer', 'guardian', 'coordinator', 'auditor']

interface Props {
  readonly open: boolean
  readonly today: string
  readonly onAdd: (member: NewMember) => Promise<EntryAnswer>
  readonly onClose: () => void
}

interface Entry {
  readonly name: string
  readonly email: string
  readonly role: string
  readonly from: string
  readonly until: string
  readonly invite: boolean
}

const blank = (today: string): Entry => ({
  ...{ name: '', email: '', role: '', until: '', invite: true },
  from: today,
})

/** Asks who comes into a logbook, as what and when. What is written outlasts closing it. */
export function EntryDialog({ open, today, onAdd, onClose }: Props) {
  const t = useTexts(texts)
  const roles = useTexts(roleTexts)
  const formId = useId()
  const body = useRef<HTMLFormElement>(null)
  const [entry, setEntry] = useState(() => blank(today))
  const [asked, setAsked] = useState(false)
  const [refusal, setRefusal] = useState<PeopleRefusal | null>(null)
  const [busy, setBusy] = useState(false)
  const problems = problemsOf(entry)
  const errorOf = (name: keyof typeof problems) => {
    const problem = problems[name]
    return asked && problem ? t.problems[problem] : undefined
  }
  const field = (name: 'name' | 'email' | 'role' | 'from' | 'until') => ({
    value: entry[name],
    error: errorOf(name),
    autoComplete: 'off',
    onChange: (value: string) => {
      setRefusal(null)
      setEntry((before) => ({ ...before, [name]: value }))
    },
  })

  const send = async () => {
    setAsked(true)
    const role = enterable.find((each) => each === entry.role)
    if (!role || Object.keys(problems).length > 0) {
      requestAnimationFrame(() => {
        body.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
      })
      return
    }
    const { name, email, from, until, invite } = entry
    setBusy(true)
    setRefusal(null)
    const answer = await onAdd({
      ...{ name: name.trim(), email: email.trim(), role, from, invite },
      until: until === '' ? null : until,
    })
    setBusy(false)
    if (answer.kind === 'refused') {
      setRefusal(answer.refusal)
      return
    }
    setEntry(blank(today))
    setAsked(false)
    onClose()
  }

  return (
    <Dialog
      open={open}
      title={t.add}
      closeLabel={t.close}
      onClose={onClose}
      actions={
        <Button variant="primary" type="submit" form={formId} busy={busy}>
          {t.enter}
        </Button>
      }
    >
      <form
        id={formId}
        ref={body}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!busy) void send()
        }}
      >
        <Stack>
          <TextField {...field('name')} label={t.name} maxLength={CELL_MAX} />
          <TextField
            {...field('email')}
            label={t.email}
            hint={t.emailHint}
            type="email"
            maxLength={CELL_MAX}
            spellCheck={false}
          />
          <SelectField
            {...field('role')}
            label={t.role}
            options={enterable.map((role) => ({ value: role, label: upperFirst(roles[role]) }))}
          />
          <FieldGrid>
            <DateField {...field('from')} label={t.from} />
            <DateField {...field('until')} label={t.until} min={entry.from} />
          </FieldGrid>
          <TickGroup
            legend={t.mails}
            options={[{ value: 'invite', label: t.invite, hint: t.inviteHint }]}
            values={entry.invite ? ['invite'] : []}
            onToggle={(_, invite) => {
              setEntry((before) => ({ ...before, invite }))
            }}
          />
          <RefusalNotice refusal={refusal} />
        </Stack>
      </form>
    </Dialog>
  )
}

type Problem = keyof (typeof texts)['fr']['problems']

function problemsOf({ name, email, role, from, until }: Entry) {
  const problems: Partial<Record<keyof Entry, Problem>> = {}
  if (name.trim() === '') problems.name = 'empty'
  if (email.trim() === '') problems.email = 'empty'
  else if (!isAddress(email)) problems.email = 'not-an-address'
  if (role === '') problems.role = 'no-role'
  if (!isCivilDate(from)) problems.from = 'no-day'
  if (until !== '' && !isCivilDate(until)) problems.until = 'no-day'
  else if (until !== '' && until < from) problems.until = 'ends-before-it-starts'
  return problems
}
