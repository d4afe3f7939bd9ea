import { Dialog } from '#ui/Dialog.tsx'
import { useTexts } from '#ui/texts.tsx'
import { ImageOff } from 'lucide-react'
import { useState } from 'react'
import styles from './PhotoPrint.module.css'
import { texts } from './texts.ts'
import { useFileUrl, type FileUrl } from './useFileUrl.ts'

interface Props {
  readonly sha256: string
  /** 1, 2, 3 …: names the photo for the ear. */
  readonly number: number
  readonly fileUrl: FileUrl
}

/** A photo of an entry, small; a tap shows it large. */
export function PhotoPrint({ sha256, number, fileUrl }: Props) {
  const t = useTexts(texts)
  const url = useFileUrl(fileUrl, sha256, 'thumbnail')
  const [large, setLarge] = useState(false)

  if (url === undefined) return <div className={styles['print']} aria-hidden="true" />
  if (url === null) return <MissingPhoto />

  return (
    <>
      <button
        type="button"
        className={styles['print']}
        aria-label={t.enlarge(number)}
        onClick={() => {
          setLarge(true)
        }}
      >
        <img src={url} alt="" />
      </button>
      <Dialog
        open={large}
        title={t.photo(number)}
        closeLabel={t.closePhoto}
        onClose={() => {
          setLarge(false)
        }}
      >
        {large && <Large {...{ sha256, fileUrl }} small={url} alt={t.photo(number)} />}
      </Dialog>
    </>
  )
}

interface LargeProps {
  readonly sha256: string
  readonly fileUrl: FileUrl
  /** Address of the small picture, which stands there until the large one has come. */
  readonly small: string
  readonly alt: string
}

function Large({ sha256, fileUrl, small, alt }: LargeProps) {
  const url = useFileUrl(fileUrl, sha256, 'screen')
  return <img className={styles['large']} src={url ?? small} alt={alt} />
}

/** Where a photo will be, once its bytes are on this device. */
export function MissingPhoto() {
  const t = useTexts(texts)
  return (
    <div className={styles['missing']}>
      <ImageOff aria-hidden="true" size={22} />
      {t.photoMissing}
    </div>
  )
}
