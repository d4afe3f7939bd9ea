import { texts as documentTexts } from '#features/parts/document.texts.ts'
import { SkillTicks } from '#features/parts/SkillTicks.tsx'
import type { Draft } from '#features/parts/useDraft.ts'
import type { ProgrammeOutline } from '#programmes/outline.ts'
import { ChoiceGroup } from '#ui/ChoiceGroup.tsx'
import { DateField } from '#ui/DateField.tsx'
import { Disclosure } from '#ui/Disclosure.tsx'
import { formatDay } from '#ui/formatDate.ts'
import { SelectField } from '#ui/SelectField.tsx'
import { Stack } from '#ui/Stack.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { TickGroup } from '#ui/TickGroup.tsx'
import { participants, type Participant } from './frameNames.ts'
import { texts } from './texts.ts'
import type { InterviewType } from './interviewTypes.ts'

interface Props {
  readonly draft: Draft
  /** Those it may be of. */
  readonly types: readonly InterviewType[]
  readonly names: Readonly<Partial<Record<Participant, string>>>
  /** `null`: this app does not know its skills. */
  readonly programme: ProgrammeOutline | null
}

/** When, where and with whom: one line until one wants to change it. */
export function FrameEditor({ draft, types, names, programme }: Props) {
  const t = useTexts(texts)
  const { interviewTypes: typeNames } = useTexts(documentTexts)
  const language = useLanguage()
  const date = draft.text('date')
  const value = draft.value('mode')
  const mode = value === 'on-site' || value === 'remote' ? value : null
  const here = participants.filter((role) => names[role] !== undefined)
  // A company or a parent is not known by name to everybody.
  const labelOf = (role: (typeof here)[number], name: string) =>
    role === 'employer' || role === 'guardian' ? t.withRole(name, t.roles[role]) : name
  const summary = [
    date === '' ? '' : formatDay(date, language),
    mode === null ? '' : t.modes[mode],
    draft.text('place').trim(),
  ].filter((each) => each !== '')

  return (
    <>
      <Disclosure
        summary={summary.join(' · ') || t.whenAndWhere}
        open={date === '' || mode === null || undefined}
      >
        <Stack>
          <SelectField
            label={t.type}
            options={types.map((type) => ({
              value: type,
              label: typeNames[type],
            }))}
            value={draft.text('type')}
            onChange={(type) => {
              draft.set('type', type)
            }}
          />
          <DateField
            label={t.date}
            value={date}
            onChange={(day) => {
              draft.set('date', day === '' ? null : day)
            }}
          />
          <ChoiceGroup
            legend={t.mode}
            options={[
              { value: 'on-site', label: t.modes['on-site'] },
              { value: 'remote', label: t.modes.remote },
            ]}
            value={mode}
            onChange={(choice) => {
              draft.set('mode', choice)
            }}
          />
          <TextField
            label={t.place}
            value={draft.text('place')}
            onChange={(place) => {
              draft.set('place', place)
            }}
          />
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
        </Stack>
      </Disclosure>
      {programme && (
        <SkillTicks programme={programme} draft={draft} legend={t.skills} counted={t.skillCount} />
      )}
    </>
  )
}
