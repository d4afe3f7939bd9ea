import { usePhotoUrl, type PhotoUrl } from '#features/parts/usePhotoUrl.ts'
import type { FileRow } from '#store/database.ts'
import { Button } from '#ui/Button.tsx'
import { buttonLook } from '#ui/buttonLook.ts'
import { Card } from '#ui/Card.tsx'
import { Row } from '#ui/Row.tsx'
import { Stack } from '#ui/Stack.tsx'
import { useTexts } from '#ui/texts.tsx'
import { Thumbnail } from '#ui/Thumbnail.tsx'
import { Download, Trash2 } from 'lucide-react'
import styles from './SendingScreen.module.css'
import { texts } from './texts.ts'

interface Props {
  readonly photo: FileRow
  /** Must stay the same function. */
  readonly photoUrl: PhotoUrl
  readonly onOffer: () => Promise<void>
  readonly onRemove: () => Promise<void>
}

/** A photo the server does not take: only this device has it, until the person decides. */
export function RefusedPhoto({ photo, photoUrl, onOffer, onRemove }: Props) {
  const t = useTexts(texts)
  const small = usePhotoUrl(photoUrl, photo.sha256, 'thumbnail')
  const url = usePhotoUrl(photoUrl, photo.sha256, 'screen')

  return (
    <Card waiting>
      <div className={styles['photo']}>
        {typeof small === 'string' && <Thumbnail src={small} alt={t.photo} />}
        <Stack gap="tight">
          <h3>{t.photoRefused}</h3>
          <p>{t.photoCodes[photo.refusal ?? ''] ?? t.photoCodes['other']}</p>
          <p className={styles['when']}>{t.photoOnlyHere}</p>
        </Stack>
      </div>
      <Row>
        <Button onClick={() => void onOffer()}>{t.tryAgain}</Button>
        {typeof url === 'string' && (
          <a href={url} download="photo.jpg" className={buttonLook('quiet')}>
            <Download aria-hidden="true" size={20} />
            {t.savePhoto}
          </a>
        )}
        <Button
          variant="quiet"
          icon={<Trash2 aria-hidden="true" size={20} />}
          onClick={() => void onRemove()}
        >
          {t.removePhoto}
        </Button>
      </Row>
    </Card>
  )
}
