import { entry } from '#domain/documents/entry.ts'
import { momentsOf } from '#features/parts/momentsOf.ts'
import type { Draft } from '#features/parts/useDraft.ts'
import type { FileUrl } from '#features/parts/useFileUrl.ts'
import { Button } from '#ui/Button.tsx'
import { FileButton } from '#ui/FileButton.tsx'
import { formatDay } from '#ui/formatDate.ts'
import { Listen } from '#ui/Listen.tsx'
import { lazyPart } from '#ui/loadPart.ts'
import { Stack } from '#ui/Stack.tsx'
import { StatusLine } from '#ui/StatusLine.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { Camera, Mic, NotebookPen } from 'lucide-react'
import { Suspense, useEffect, useRef, useState } from 'react'
import styles from './CaptureBar.module.css'
import { texts } from './capture.texts.ts'
import { draftMemos } from './draftMemos.ts'
import type { RecordMemo } from './memo.ts'
import { PhotoProblemNotice, type PhotoProblem } from './PhotoProblemNotice.tsx'
import { usePhotoTaking } from './usePhotoTaking.ts'

// Only who wants a memo loads what it takes.
const MemoDialog = lazyPart(async () => (await import('./MemoDialog.tsx')).MemoDialog)
const MemoList = lazyPart(async () => (await import('./MemoList.tsx')).MemoList)

interface Props {
  readonly draft: Draft
  /** Keys of all fields the document has. */
  readonly keys: readonly string[]
  /** Civil date a new moment is noted on; `null`: the week is over, and the day not known. */
  readonly day: string | null
  readonly newItemId: () => string
  /** How many photos the week has. */
  readonly photos: number
  readonly hasRoom: () => Promise<boolean>
  readonly onPhoto: (photo: File) => Promise<PhotoProblem | null>
  readonly onMemo: RecordMemo
  readonly onMemoRemoved: () => Promise<void>
  readonly fileUrl: FileUrl
}

/**
 * What one does while it happens: a photo, a few words, said or written. It becomes the week without
 * another act.
 */
export function CaptureBar(props: Props) {
  const { draft, keys, day, newItemId, photos, hasRoom, onPhoto, onMemo, fileUrl } = props
  const t = useTexts(texts)
  const language = useLanguage()
  const [added, setAdded] = useState<readonly string[]>([])
  const taking = usePhotoTaking(onPhoto, hasRoom, photos)
  const [isRecording, setIsRecording] = useState(false)
  const [recorded, setRecorded] = useState<'kept' | 'full' | null>(null)

  const written = Object.fromEntries(
    keys.filter((key) => key.startsWith('moments/')).map((key) => [key, draft.value(key)]),
  )
  // Those that are being written stay where they are, also while they are empty.
  const ids = [...new Set([...momentsOf(written).map(({ id }) => id), ...added])]
  const memos = draftMemos(draft, keys)
  const hasAllMemos = memos.length >= entry.fields.memos.max
  const { max } = entry.fields.moments

  return (
    <Stack gap="tight">
      <div role="group" aria-label={t.capture}>
        <div className={styles['tools']}>
          <FileButton
            label={t.takePhoto}
            accept="image/*"
            capture="environment"
            disabled={photos >= entry.fields.photos.max || taking.isFull}
            icon={<Camera aria-hidden="true" size={20} />}
            onFile={taking.add}
          />
          <Button
            disabled={hasAllMemos || taking.isFull}
            icon={<Mic aria-hidden="true" size={20} />}
            aria-label={t.recordMemo}
            onClick={() => {
              setRecorded(null)
              setIsRecording(true)
            }}
          >
            {t.memo}
          </Button>
          <Button
            disabled={ids.length >= max}
            icon={<NotebookPen aria-hidden="true" size={20} />}
            onClick={() => {
              setAdded((before) => [...before, newItemId()])
            }}
          >
            {t.note}
          </Button>
        </div>
        <Listen text={t.howTo} of={t.howToName} />
      </div>
      {(taking.coming > 0 || taking.kept > 0) && (
        <StatusLine>{taking.coming > 0 ? t.photoComing : t.photoKept}</StatusLine>
      )}
      {recorded && <StatusLine>{recorded === 'full' ? t.memoFull : t.memoKept}</StatusLine>}
      {taking.kept + taking.coming > 0 && <p>{t.photoRule}</p>}
      {hasAllMemos && <p>{t.memoLimit(entry.fields.memos.max)}</p>}
      <PhotoProblemNotice problem={taking.problem} />
      <Suspense>
        {isRecording && (
          <MemoDialog
            onRecord={onMemo}
            onEnd={(end) => {
              setIsRecording(false)
              setRecorded(end)
            }}
          />
        )}
      </Suspense>
      {memos.length > 0 && (
        <Suspense>
          <MemoList
            memos={memos}
            fileUrl={fileUrl}
            onTranscript={(id, words) => {
              draft.set(`memos/${id}/transcript`, words)
            }}
            onRemove={(id) => {
              setRecorded(null)
              draft.set(`memos/${id}/removed`, true)
              // Where that fails, it only takes room.
              void props.onMemoRemoved().catch(() => undefined)
            }}
          />
        </Suspense>
      )}
      {ids.map((id) => {
        const noted = draft.text(`moments/${id}/day`)
        const on = noted === '' && added.includes(id) ? (day ?? '') : noted
        return (
          <MomentField
            key={id}
            label={t.moment(on === '' ? '' : formatDay(on, language))}
            hint={added.includes(id) ? t.noteHint : undefined}
            fresh={id === added.at(-1)}
            value={draft.text(`moments/${id}/words`)}
            onChange={(words) => {
              // Both or none: a day alone would be a moment of nothing.
              draft.set(`moments/${id}/day`, words.trim() === '' || on === '' ? null : on)
              draft.set(`moments/${id}/words`, words)
            }}
          />
        )
      })}
    </Stack>
  )
}

interface MomentProps {
  readonly label: string
  readonly hint: string | undefined
  /** Just begun: the cursor goes there. */
  readonly fresh: boolean
  readonly value: string
  readonly onChange: (words: string) => void
}

function MomentField({ label, hint, fresh, value, onChange }: MomentProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (fresh) field.current?.focus()
  }, [fresh])
  return (
    <TextArea
      ref={field}
      label={label}
      hint={hint}
      rows={2}
      max={entry.fields.moments.of.words.max}
      value={value}
      onChange={onChange}
    />
  )
}
