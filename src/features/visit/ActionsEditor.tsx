import { isBlank } from '#domain/content.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import { givenName } from '#features/parts/personName.ts'
import type { Draft } from '#features/parts/useDraft.ts'
import { Button } from '#ui/Button.tsx'
import { ChoiceGroup } from '#ui/ChoiceGroup.tsx'
import { DateField } from '#ui/DateField.tsx'
import { Row } from '#ui/Row.tsx'
import { Stack } from '#ui/Stack.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useTexts } from '#ui/texts.tsx'
import { Plus, Trash2, Undo2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { AttendeeNames } from './attendees.ts'
import { texts } from './texts.ts'
import styles from './ActionsEditor.module.css'

/** As many as the kind allows: two pages of the report. */
const ACTIONS_MAX = 20
const owners = ['apprentice', 'master', 'trainer'] as const

interface Props {
  readonly document: LogbookDocument | null
  readonly draft: Draft
  readonly names: AttendeeNames
  readonly newItemId: () => string
}

/** What was agreed: what to do, until when, by whom. */
export function ActionsEditor({ document, draft, names, newItemId }: Props) {
  const t = useTexts(texts)
  const [added, setAdded] = useState<readonly string[]>([])
  const [removed, setRemoved] = useState<readonly string[]>([])

  const ids = [...new Set([...writtenIds(document), ...added])].filter(
    (id) => draft.value(`actions/${id}/removed`) !== true,
  )
  const lastRemoved = removed.findLast((id) => !ids.includes(id))

  return (
    <fieldset className={styles['actions']}>
      <legend className={styles['legend']}>{t.actions}</legend>
      {ids.length === 0 && <p className={styles['none']}>{t.noActions}</p>}
      {ids.map((id, index) => (
        <ActionFields
          key={id}
          id={id}
          number={index + 1}
          draft={draft}
          names={names}
          fresh={added.includes(id)}
          onRemove={() => {
            draft.set(`actions/${id}/removed`, true)
            setRemoved((before) => [...before, id])
          }}
        />
      ))}
      <Row>
        {ids.length < ACTIONS_MAX && (
          <Button
            icon={<Plus aria-hidden="true" size={20} />}
            onClick={() => {
              setAdded((before) => [...before, newItemId()])
            }}
          >
            {t.addAction}
          </Button>
        )}
        {lastRemoved !== undefined && (
          <Button
            variant="quiet"
            icon={<Undo2 aria-hidden="true" size={20} />}
            onClick={() => {
              draft.set(`actions/${lastRemoved}/removed`, null)
            }}
          >
            {t.restoreAction}
          </Button>
        )}
      </Row>
    </fieldset>
  )
}

interface FieldsProps {
  readonly id: string
  readonly number: number
  readonly draft: Draft
  readonly names: AttendeeNames
  /** Just added: what to do is asked for at once. */
  readonly fresh: boolean
  readonly onRemove: () => void
}

function ActionFields({ id, number, draft, names, fresh, onRemove }: FieldsProps) {
  const t = useTexts(texts)
  const group = useRef<HTMLDivElement>(null)
  const owner = draft.value(`actions/${id}/owner`)

  useEffect(() => {
    if (fresh) group.current?.querySelector('input')?.focus()
  }, [fresh])

  return (
    <div ref={group} className={styles['action']} role="group" aria-label={t.action(number)}>
      <Stack>
        <TextField
          label={t.label}
          value={draft.text(`actions/${id}/label`)}
          onChange={(value) => {
            draft.set(`actions/${id}/label`, value)
          }}
        />
        <ChoiceGroup
          legend={t.owner}
          options={owners.map((role) => ({
            value: role,
            label: givenName(names[role] ?? t.roles[role]),
          }))}
          value={owners.find((role) => role === owner) ?? null}
          onChange={(value) => {
            draft.set(`actions/${id}/owner`, value)
          }}
        />
        <DateField
          label={t.due}
          value={draft.text(`actions/${id}/due`)}
          onChange={(value) => {
            draft.set(`actions/${id}/due`, value === '' ? null : value)
          }}
        />
        <Row align="end">
          <Button
            size="small"
            variant="quiet"
            icon={<Trash2 aria-hidden="true" size={18} />}
            onClick={onRemove}
          >
            {t.removeAction(number)}
          </Button>
        </Row>
      </Stack>
    </div>
  )
}

/** Items that were written into the draft, in the order in which they were made. */
function writtenIds(document: LogbookDocument | null): string[] {
  const ids = Object.entries(document?.fields ?? {})
    .filter(([key, { value }]) => key.startsWith('actions/') && !isBlank(value))
    .map(([key]) => key.split('/')[1] ?? '')
  return [...new Set(ids)].sort()
}
