import type { FileReference } from '#domain/operation.ts'
import { MissingPhoto } from '#features/parts/PhotoPrint.tsx'
import { problemTexts } from '#features/parts/problem.ts'
import { useFileUrl, type FileUrl } from '#features/parts/useFileUrl.ts'
import { Button } from '#ui/Button.tsx'
import { FileButton } from '#ui/FileButton.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Row } from '#ui/Row.tsx'
import { Stack } from '#ui/Stack.tsx'
import { StatusLine } from '#ui/StatusLine.tsx'
import { useTexts } from '#ui/texts.tsx'
import { Thumbnail } from '#ui/Thumbnail.tsx'
import { Camera } from 'lucide-react'
import { texts } from './capture.texts.ts'
import { PhotoProblemNotice, type PhotoProblem } from './PhotoProblemNotice.tsx'
import { usePhotoTaking } from './usePhotoTaking.ts'

export interface WeekPhoto {
  /** Key of the field: `photos/<id>`. */
  readonly key: string
  readonly file: FileReference
}

interface Props {
  readonly photos: readonly WeekPhoto[]
  readonly max: number
  readonly fileUrl: FileUrl
  /** Whether this device has room for a photo. */
  readonly hasRoom: () => Promise<boolean>
  /** Resolves to why the photo was not kept, or to `null`. */
  readonly onAdd: (photo: File) => Promise<PhotoProblem | null>
  readonly onRemove: (key: string) => void
}

/** The photos of a week: taken here, shown small, taken away again. */
export function PhotoPicker({ photos, max, fileUrl, hasRoom, onAdd, onRemove }: Props) {
  const t = useTexts(texts)
  const problems = useTexts(problemTexts)
  const { coming, problem, isFull, add } = usePhotoTaking(onAdd, hasRoom, photos.length)

  return (
    <Stack gap="tight">
      {photos.length > 0 && (
        <Row>
          {photos.map(({ key, file }, index) => (
            <Picture
              key={key}
              sha256={file.sha256}
              number={index + 1}
              fileUrl={fileUrl}
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
          onFile={add}
        />
      </Row>
      <p>{photos.length >= max ? t.photoLimit(max) : t.photoRule}</p>
      <StatusLine>{coming > 0 && t.photoComing}</StatusLine>
      {isFull && <Notice tone="waiting">{problems['no-room']}</Notice>}
      <PhotoProblemNotice problem={problem} />
    </Stack>
  )
}

interface PictureProps {
  readonly sha256: string
  readonly number: number
  readonly fileUrl: FileUrl
  readonly onRemove: () => void
}

function Picture({ sha256, number, fileUrl, onRemove }: PictureProps) {
  const t = useTexts(texts)
  const url = useFileUrl(fileUrl, sha256, 'thumbnail')
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
