import type { FileReference } from '#domain/operation.ts'
import { MissingPhoto } from '#features/parts/PhotoPrint.tsx'
import { problemTexts, type Problem } from '#features/parts/problem.ts'
import { usePhotoUrl, type PhotoUrl } from '#features/parts/usePhotoUrl.ts'
import { Button } from '#ui/Button.tsx'
import { FileButton } from '#ui/FileButton.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Row } from '#ui/Row.tsx'
import { Stack } from '#ui/Stack.tsx'
import { StatusLine } from '#ui/StatusLine.tsx'
import { useTexts } from '#ui/texts.tsx'
import { Thumbnail } from '#ui/Thumbnail.tsx'
import { Camera } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { texts } from './texts.ts'

export interface WeekPhoto {
  /** Key of the field: `photos/<id>`. */
  readonly key: string
  readonly file: FileReference
}

interface Props {
  readonly photos: readonly WeekPhoto[]
  readonly max: number
  readonly photoUrl: PhotoUrl
  /** Whether this device has room for a photo. */
  readonly hasRoom: () => Promise<boolean>
  /** Resolves to why the photo was not kept, or to `null`. */
  readonly onAdd: (photo: File) => Promise<Problem | null>
  readonly onRemove: (key: string) => void
}

/** The photos of a week: taken here, shown small, taken away again. */
export function PhotoPicker({ photos, max, photoUrl, hasRoom, onAdd, onRemove }: Props) {
  const t = useTexts(texts)
  const problems = useTexts(problemTexts)
  const [coming, setComing] = useState(0)
  const [problem, setProblem] = useState<Problem | null>(null)
  const last = useRef<Promise<unknown>>(Promise.resolve())
  const [isFull, setIsFull] = useState(false)

  // Before the camera opens: whoever has taken a picture must not hear that there is no room.
  useEffect(() => {
    let asks = true
    hasRoom().then(
      (room) => {
        if (asks) setIsFull(!room)
      },
      () => undefined,
    )
    return () => {
      asks = false
    }
  }, [hasRoom, photos.length])

  const add = async (photo: File) => {
    setComing((count) => count + 1)
    // One after the other: a camera’s picture fills fifty megabytes until it is small.
    const added = last.current.then(() => onAdd(photo)).catch((): Problem => 'not-kept')
    last.current = added
    const refused = await added
    setProblem(refused)
    setComing((count) => count - 1)
  }

  return (
    <Stack gap="tight">
      {photos.length > 0 && (
        <Row>
          {photos.map(({ key, file }, index) => (
            <Picture
              key={key}
              sha256={file.sha256}
              number={index + 1}
              photoUrl={photoUrl}
              onRemove={() => {
                onRemove(key)
              }}
            />
          ))}
        </Row>
      )}
      <Row>
        <FileButton
          label={t.addPhoto}
          accept="image/*"
          multiple
          disabled={photos.length >= max || isFull}
          icon={<Camera aria-hidden="true" size={20} />}
          onFile={(photo) => {
            void add(photo)
          }}
        />
      </Row>
      <p>{photos.length >= max ? t.photoLimit(max) : t.photoRule}</p>
      <StatusLine>{coming > 0 && t.photoComing}</StatusLine>
      {isFull && <Notice tone="waiting">{problems['photo-too-big']}</Notice>}
      {problem && (
        <Notice tone="problem" role="alert">
          {problems[problem]}
        </Notice>
      )}
    </Stack>
  )
}

interface PictureProps {
  readonly sha256: string
  readonly number: number
  readonly photoUrl: PhotoUrl
  readonly onRemove: () => void
}

function Picture({ sha256, number, photoUrl, onRemove }: PictureProps) {
  const t = useTexts(texts)
  const url = usePhotoUrl(photoUrl, sha256, 'thumbnail')
  if (typeof url === 'string') {
    return (
      <Thumbnail
        src={url}
        alt={t.photoNumber(number)}
        onRemove={onRemove}
        removeLabel={t.removePhoto(number)}
      />
    )
  }
  return (
    <Stack gap="tight">
      <MissingPhoto />
      <Button size="small" variant="quiet" onClick={onRemove}>
        {t.removePhoto(number)}
      </Button>
    </Stack>
  )
}
