import { entry } from '#domain/documents/entry.ts'
import { ProblemNotice } from '#features/parts/ProblemNotice.tsx'
import { SendButton } from '#features/parts/SendButton.tsx'
import { feelings, isFeeling } from '#features/parts/feelings.ts'
import { FeelingFace } from '#features/parts/Feeling.tsx'
import { PROGRAMME_LANGUAGE } from '#features/parts/labelsOf.ts'
import { problemTexts, type Problem } from '#features/parts/problem.ts'
import type { Draft } from '#features/parts/useDraft.ts'
import type { FileUrl } from '#features/parts/useFileUrl.ts'
import type { Named, ProgrammeOutline } from '#programmes/outline.ts'
import { ActionBar } from '#ui/ActionBar.tsx'
import { Card } from '#ui/Card.tsx'
import { ChoiceGroup } from '#ui/ChoiceGroup.tsx'
import { Disclosure } from '#ui/Disclosure.tsx'
import { lazyPart } from '#ui/loadPart.ts'
import { Notice } from '#ui/Notice.tsx'
import { StatusLine } from '#ui/StatusLine.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TickGroup } from '#ui/TickGroup.tsx'
import { useTexts } from '#ui/texts.tsx'
import { Check } from 'lucide-react'
import { Suspense, useRef, useState } from 'react'
import type { RecordMemo } from './memo.ts'
import type { WeekPhoto } from './PhotoPicker.tsx'
import type { PhotoProblem } from './PhotoProblemNotice.tsx'
import type { RecentTasks } from './recentTasks.ts'
import { TaskPicker } from './TaskPicker.tsx'
import styles from './WeekEditor.module.css'
import { texts } from './texts.ts'

const CaptureBar = lazyPart(async () => (await import('./CaptureBar.tsx')).CaptureBar)
const PhotoPicker = lazyPart(async () => (await import('./PhotoPicker.tsx')).PhotoPicker)

export interface WeekEditorProps {
  readonly week: string
  /** Civil date of today, in the week it is; else `null`. */
  readonly day: string | null
  readonly newItemId: () => string
  readonly programme: ProgrammeOutline | null
  readonly draft: Draft
  /** Keys of all fields the document has; with those the programme names, all there is to show. */
  readonly keys: readonly string[]
  readonly recent: RecentTasks
  /** Name of whom the week is sent to; `null`: the logbook has no master now. */
  readonly masterName: string | null
  readonly fileUrl: FileUrl
  /** Whether this device has room for a photo. Must stay the same function. */
  readonly hasRoomForFile: () => Promise<boolean>
  /** Resolves to why the photo was not kept, or to `null`. */
  readonly onPhoto: (photo: File) => Promise<PhotoProblem | null>
  readonly onMemo: RecordMemo
  /** A memo was taken out of the draft: its sound need not be kept. */
  readonly onMemoRemoved: () => Promise<void>
  /** Resolves to why nothing was sent, or to `null`. */
  readonly onSend: () => Promise<Problem | null>
}

/** These are about what is written: the answer is in the field, not above the page. */
const inField: readonly Problem[] = ['incomplete', 'too-long']

/** One week while its author writes it. Every input is kept; one button sends. */
export function WeekEditor(props: WeekEditorProps) {
  const { week, programme, draft, keys, recent, masterName, fileUrl, onPhoto, onSend } = props
  const t = useTexts(texts)
  const problems = useTexts(problemTexts)
  const told = useRef<HTMLTextAreaElement>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)

  const blocks = programme?.blocks.filter(({ activities }) => activities.length > 0) ?? []
  const tasks = blocks.flatMap((block) => block.activities.flatMap((activity) => activity.tasks))
  const taskCodes = [...tasks.map(({ code }) => code), ...recent.codes]
  const ticked = tickedOf(draft, 'tasks', taskCodes, keys)
  const skillCodes = blocks.flatMap(({ skills }) => skills.map(({ code }) => code))
  const skills = tickedOf(draft, 'skills', skillCodes, keys)
  const photos = photosOf(draft, keys)
  const feeling = draft.value('feeling')
  const started = keys.length > 0 || ticked.length > 0 || draft.text('told') !== ''

  const write: Draft['set'] = (key, value) => {
    // The answer was about other words.
    setProblem(null)
    draft.set(key, value)
  }

  const send = async () => {
    setBusy(true)
    const refused = await onSend().catch((): Problem => 'not-kept')
    setBusy(false)
    setProblem(refused)
    if (refused && inField.includes(refused)) told.current?.focus()
  }

  return (
    <>
      <Card>
        <div className={styles['capture']}>
          <Suspense>
            <CaptureBar {...props} photos={photos.length} hasRoom={props.hasRoomForFile} />
          </Suspense>
        </div>
        <TaskPicker
          week={week}
          programme={programme}
          recent={recent}
          blank={ticked.length === 0 && draft.text('told').trim() === ''}
          onLeave={() => {
            write('told', t.leaveSentence)
          }}
          ticked={ticked}
          onToggle={(code, on) => {
            write(`tasks/${code}`, on)
          }}
        />
        <TextArea
          ref={told}
          label={t.told}
          hint={t.toldHint}
          max={entry.fields.told.max}
          rows={3}
          value={draft.text('told')}
          error={problem !== null && inField.includes(problem) ? problems[problem] : undefined}
          onChange={(text) => {
            write('told', text)
          }}
        />
        <ChoiceGroup
          legend={t.feeling}
          options={feelings.map((value) => ({
            value,
            label: t.feelings[value],
            icon: <FeelingFace feeling={value} size={28} />,
          }))}
          value={isFeeling(feeling) ? feeling : null}
          onChange={(value) => {
            write('feeling', value)
          }}
        />
        <Disclosure
          summary={
            photos.length + skills.length > 0 ? t.added(photos.length, skills.length) : t.more
          }
        >
          <Suspense>
            <PhotoPicker
              photos={photos}
              max={entry.fields.photos.max}
              fileUrl={fileUrl}
              hasRoom={props.hasRoomForFile}
              onAdd={onPhoto}
              onRemove={(key) => {
                write(key, null)
              }}
            />
          </Suspense>
          {blocks.length > 0 && (
            <TickGroup
              legend={t.skills}
              lang={PROGRAMME_LANGUAGE}
              options={(programme?.formerSkills ?? [])
                .filter(({ code }) => skills.includes(code))
                .map(optionOf)}
              groups={blocks.map((block) => ({
                label: block.title,
                options: block.skills.map(optionOf),
              }))}
              values={skills}
              onToggle={(code, on) => {
                write(`skills/${code}`, on)
              }}
            />
          )}
        </Disclosure>
        <StatusLine>
          {started && draft.problem === null && (
            <>
              <Check aria-hidden="true" size={18} />
              {t.kept}
            </>
          )}
        </StatusLine>
        <ProblemNotice problem={draft.problem} />
        {problem && !inField.includes(problem) && problem !== draft.problem && (
          <Notice tone="problem" role="alert" title={t.notSent}>
            {problems[problem]}
          </Notice>
        )}
      </Card>
      <ActionBar>
        <SendButton
          busy={busy}
          onSend={() => {
            void send()
          }}
        >
          {t.send(masterName)}
        </SendButton>
      </ActionBar>
    </>
  )
}

/** What is ticked under `field`, of the programme’s codes and of those the document has besides. */
function tickedOf(
  draft: Draft,
  field: 'tasks' | 'skills',
  codes: readonly string[],
  keys: readonly string[],
): string[] {
  const written = keys
    .filter((key) => key.startsWith(`${field}/`))
    .map((key) => key.slice(field.length + 1))
  return [...new Set([...codes, ...written])].filter(
    (code) => draft.value(`${field}/${code}`) === true,
  )
}

const optionOf = ({ code, shortLabel }: Named) => ({ value: code, label: shortLabel })

const photosOf = (draft: Draft, keys: readonly string[]): WeekPhoto[] =>
  keys.flatMap((key) => {
    const file = key.startsWith('photos/') ? draft.value(key) : null
    return typeof file === 'object' && file !== null ? [{ key, file }] : []
  })
