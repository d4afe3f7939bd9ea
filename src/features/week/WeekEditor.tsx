import { entry } from '#domain/documents/entry.ts'
import { feelings, isFeeling } from '#features/parts/feelings.ts'
import { FeelingFace } from '#features/parts/Feeling.tsx'
import { PROGRAMME_LANGUAGE } from '#features/parts/labelsOf.ts'
import { problemTexts, type Problem } from '#features/parts/problem.ts'
import type { Draft } from '#features/parts/useDraft.ts'
import type { PhotoUrl } from '#features/parts/usePhotoUrl.ts'
import type { ProgrammeOutline } from '#programmes/outline.ts'
import { ActionBar } from '#ui/ActionBar.tsx'
import { Button } from '#ui/Button.tsx'
import { Card } from '#ui/Card.tsx'
import { ChoiceGroup } from '#ui/ChoiceGroup.tsx'
import { Disclosure } from '#ui/Disclosure.tsx'
import { lazyPart } from '#ui/loadPart.ts'
import { Notice } from '#ui/Notice.tsx'
import { StatusLine } from '#ui/StatusLine.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TickGroup } from '#ui/TickGroup.tsx'
import { useTexts } from '#ui/texts.tsx'
import { Check, SendHorizontal } from 'lucide-react'
import { Suspense, useRef, useState } from 'react'
import type { WeekPhoto } from './PhotoPicker.tsx'
import type { RecentTasks } from './recentTasks.ts'
import { TaskPicker } from './TaskPicker.tsx'
import { texts } from './texts.ts'

const PhotoPicker = lazyPart(async () => (await import('./PhotoPicker.tsx')).PhotoPicker)

export interface WeekEditorProps {
  readonly week: string
  readonly programme: ProgrammeOutline | null
  readonly draft: Draft
  /** Keys of all fields the document has; with those the programme names, all there is to show. */
  readonly keys: readonly string[]
  readonly recent: RecentTasks
  /** Name of whom the week is sent to; `null`: the logbook has no master now. */
  readonly masterName: string | null
  readonly photoUrl: PhotoUrl
  /** Whether this device has room for a photo. Must stay the same function. */
  readonly hasRoomForPhoto: () => Promise<boolean>
  /** Resolves to why the photo was not kept, or to `null`. */
  readonly onPhoto: (photo: File) => Promise<Problem | null>
  /** Resolves to why nothing was sent, or to `null`. */
  readonly onSend: () => Promise<Problem | null>
}

/** These are about what is written: the answer is in the field, not above the page. */
const inField: readonly Problem[] = ['incomplete', 'too-long']

/** One week while its author writes it. Every input is kept; one button sends. */
export function WeekEditor(props: WeekEditorProps) {
  const { week, programme, draft, keys, recent, masterName, photoUrl, onPhoto, onSend } = props
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
              photoUrl={photoUrl}
              hasRoom={props.hasRoomForPhoto}
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
              groups={blocks.map((block) => ({
                label: block.title,
                options: block.skills.map(({ code, shortLabel }) => ({
                  value: code,
                  label: shortLabel,
                })),
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
        {draft.problem && (
          <Notice tone="problem" role="alert">
            {problems[draft.problem]}
          </Notice>
        )}
        {problem && !inField.includes(problem) && problem !== draft.problem && (
          <Notice tone="problem" role="alert" title={t.notSent}>
            {problems[problem]}
          </Notice>
        )}
      </Card>
      <ActionBar>
        <Button
          variant="primary"
          busy={busy}
          icon={<SendHorizontal aria-hidden="true" size={20} />}
          onClick={() => {
            void send()
          }}
        >
          {t.send(masterName)}
        </Button>
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

const photosOf = (draft: Draft, keys: readonly string[]): WeekPhoto[] =>
  keys.flatMap((key) => {
    const file = key.startsWith('photos/') ? draft.value(key) : null
    return typeof file === 'object' && file !== null ? [{ key, file }] : []
  })
