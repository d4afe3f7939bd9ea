import { isBlank } from '#domain/content.ts'
import { lastVersion, type LogbookDocument, type Written } from '#domain/logbookDocument.ts'
import { AlternativesNotice } from '#features/parts/AlternativesNotice.tsx'
import { ProblemNotice } from '#features/parts/ProblemNotice.tsx'
import { SendButton } from '#features/parts/SendButton.tsx'
import type { Problem } from '#features/parts/problem.ts'
import { SkillTicks } from '#features/parts/SkillTicks.tsx'
import type { Draft } from '#features/parts/useDraft.ts'
import type { ProgrammeOutline } from '#programmes/outline.ts'
import { ActionBar } from '#ui/ActionBar.tsx'
import { Button } from '#ui/Button.tsx'
import { Card } from '#ui/Card.tsx'
import { ChoiceGroup } from '#ui/ChoiceGroup.tsx'
import { DateField } from '#ui/DateField.tsx'
import { Disclosure } from '#ui/Disclosure.tsx'
import { formatDay } from '#ui/formatDate.ts'
import { Notice } from '#ui/Notice.tsx'
import { Row } from '#ui/Row.tsx'
import { Stack } from '#ui/Stack.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { TickGroup } from '#ui/TickGroup.tsx'
import { Trash2 } from 'lucide-react'
import { useRef, useState, type ReactNode } from 'react'
import { ActionsEditor } from './ActionsEditor.tsx'
import { attendees, type AttendeeNames } from './attendees.ts'
import { BeforeSending } from './BeforeSending.tsx'
import { texts } from './texts.ts'

/** As the kind declares it: what is longer is kept, and cannot be sent. */
const OBSERVATIONS_MAX = 8_000

interface Props {
  readonly document: LogbookDocument | null
  readonly draft: Draft
  readonly names: AttendeeNames
  /** `null`: this app does not know its skills. */
  readonly programme: ProgrammeOutline | null
  readonly newItemId: () => string
  /** What is open in the work plan. */
  readonly plan: ReactNode
  readonly onPublish: () => Promise<Problem | null>
  readonly onResolve: (key: string, other: Written, choice: 'take' | 'keep') => void
  /** Absent where the draft cannot be deleted: nothing written yet, or sent before. */
  readonly onDiscard?: (() => void) | undefined
}

/** What the trainer writes during the visit, or on the way back. */
export function VisitEditor(props: Props) {
  const { document, draft, names, newItemId, onPublish, onResolve, onDiscard } = props
  const t = useTexts(texts)
  const language = useLanguage()
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const notes = useRef<HTMLDivElement>(null)

  const date = draft.text('date')
  const mode = draft.value('mode')
  const modeName = mode === 'on-site' || mode === 'remote' ? t.modes[mode] : null
  const here = attendees.filter((role) => names[role] !== undefined)
  // A company or a parent is not known by name to everybody.
  const labelOf = (role: (typeof here)[number], name: string) =>
    role === 'employer' || role === 'guardian' ? t.withRole(name, t.roles[role]) : name
  const summary = [date && formatDay(date, language), modeName, draft.text('place').trim()]
  const observations = draft.text('observations')

  const send = () => {
    setAsked(true)
    if (isBlank(observations)) {
      notes.current?.querySelector('textarea')?.focus()
      return
    }
    if (date === '' || modeName === null) return
    setBusy(true)
    void onPublish().then((refusal) => {
      setProblem(refusal)
      setBusy(false)
    })
  }

  return (
    <>
      {document && lastVersion(document) && (
        <Notice tone="info" title={t.amending}>
          {t.amendingMore}
        </Notice>
      )}
      {document && (
        <AlternativesNotice document={document} current={draft.value} onResolve={onResolve} />
      )}
      <Card>
        <Disclosure
          summary={summary.filter(Boolean).join(' · ') || t.whenAndWhere}
          open={date === '' || modeName === null || undefined}
        >
          <Stack>
            <DateField
              label={t.date}
              value={date}
              error={asked && date === '' ? t.dateMissing : undefined}
              onChange={(value) => {
                draft.set('date', value === '' ? null : value)
              }}
            />
            <ChoiceGroup
              legend={t.mode}
              error={asked && modeName === null ? t.modeMissing : undefined}
              options={[
                { value: 'on-site', label: t.modes['on-site'] },
                { value: 'remote', label: t.modes.remote },
              ]}
              value={mode === 'on-site' || mode === 'remote' ? mode : null}
              onChange={(value) => {
                draft.set('mode', value)
              }}
            />
            <TextField
              label={t.place}
              value={draft.text('place')}
              onChange={(value) => {
                draft.set('place', value)
              }}
            />
          </Stack>
        </Disclosure>
        <TickGroup
          legend={t.attendees}
          options={here.map((role) => ({
            value: role,
            label: labelOf(role, names[role] ?? ''),
          }))}
          values={here.filter((role) => draft.value(`attendees/${role}`) === true)}
          onToggle={(role, on) => {
            draft.set(`attendees/${role}`, on ? true : null)
          }}
        />
      </Card>
      <Card>
        <div ref={notes}>
          <TextArea
            label={t.observations}
            hint={t.dictate}
            rows={8}
            max={OBSERVATIONS_MAX}
            value={observations}
            error={asked && isBlank(observations) ? t.observationsMissing : undefined}
            onChange={(value) => {
              draft.set('observations', value)
            }}
          />
        </div>
        {props.programme && (
          <SkillTicks
            programme={props.programme}
            draft={draft}
            legend={t.skills}
            counted={t.skillCount}
          />
        )}
      </Card>
      {props.plan}
      <ActionsEditor document={document} draft={draft} names={names} newItemId={newItemId} />
      {onDiscard && (
        <Row align="end">
          <Button
            variant="quiet"
            icon={<Trash2 aria-hidden="true" size={20} />}
            onClick={onDiscard}
          >
            {t.discard}
          </Button>
        </Row>
      )}
      <ProblemNotice problem={draft.problem} />
      <ProblemNotice problem={problem} />
      <ActionBar>
        <BeforeSending document={document} draft={draft} />
        <SendButton busy={busy} onSend={send}>
          {t.send}
        </SendButton>
      </ActionBar>
    </>
  )
}
