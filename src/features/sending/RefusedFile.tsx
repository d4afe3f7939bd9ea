import { isSound } from '#domain/sound.ts'
import { memoFileName } from '#features/parts/memoFileName.ts'
import { MemoPlayer } from '#features/parts/MemoPlayer.tsx'
import { useFileUrl, type FileUrl } from '#features/parts/useFileUrl.ts'
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
  readonly file: FileRow
  /** Must stay the same function. */
  readonly fileUrl: FileUrl
  readonly onOffer: () => Promise<void>
  readonly onRemove: () => Promise<void>
}

/** A photo or memo the server does not take: only this device has it, until the person decides. */
export function RefusedFile({ file, fileUrl, onOffer, onRemove }: Props) {
  const t = useTexts(texts)
  const isMemo = isSound(file)
  const say = isMemo ? t.refusedMemo : t.refusedPhoto
  const url = useFileUrl(fileUrl, file.sha256, isMemo ? 'sound' : 'screen')

  return (
    <Card waiting>
      <div className={styles['file']}>
        {!isMemo && <Small sha256={file.sha256} fileUrl={fileUrl} />}
        <Stack gap="tight">
          <h3>{say.title}</h3>
          <p>{say.codes[file.refusal ?? ''] ?? say.codes['other']}</p>
          <p className={styles['when']}>{say.onlyHere}</p>
        </Stack>
      </div>
      {isMemo && <MemoPlayer sound={file} number={1} fileUrl={fileUrl} />}
      <Row>
        <Button onClick={() => void onOffer()}>{t.tryAgain}</Button>
        {typeof url === 'string' && (
          <a
            href={url}
            download={isMemo ? memoFileName(file, 1) : 'photo.jpg'}
            className={buttonLook('quiet')}
          >
            <Download aria-hidden="true" size={20} />
            {say.save}
          </a>
        )}
        <Button
          variant="quiet"
          icon={<Trash2 aria-hidden="true" size={20} />}
          onClick={() => void onRemove()}
        >
          {say.remove}
        </Button>
      </Row>
    </Card>
  )
}

function Small({ sha256, fileUrl }: { readonly sha256: string; readonly fileUrl: FileUrl }) {
  const t = useTexts(texts)
  const url = useFileUrl(fileUrl, sha256, 'thumbnail')
  return typeof url === 'string' ? <Thumbnail src={url} alt={t.photo} /> : null
}
