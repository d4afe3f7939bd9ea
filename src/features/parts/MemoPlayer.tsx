import type { FileReference } from '#domain/operation.ts'
import { buttonLook } from '#ui/buttonLook.ts'
import { Sound } from '#ui/Sound.tsx'
import { Spinner } from '#ui/Spinner.tsx'
import { Stack } from '#ui/Stack.tsx'
import { useTexts } from '#ui/texts.tsx'
import { Download, MicOff } from 'lucide-react'
import { useState } from 'react'
import styles from './MemoPlayer.module.css'
import { memoFileName } from './memoFileName.ts'
import { texts } from './memo.texts.ts'
import { useFileUrl, type FileUrl } from './useFileUrl.ts'

interface Props {
  readonly sound: FileReference
  /** 1, 2, 3 …: names the memo for the ear. */
  readonly number: number
  readonly fileUrl: FileUrl
}

/** A memo to hear, from this device; where its sound is not here yet, its place. */
export function MemoPlayer({ sound, number, fileUrl }: Props) {
  const t = useTexts(texts)
  const url = useFileUrl(fileUrl, sound.sha256, 'sound')
  const [isUnplayable, setIsUnplayable] = useState(false)

  if (url === undefined) {
    return (
      <div className={styles['missing']}>
        <Spinner label={t.coming} />
      </div>
    )
  }
  if (url === null) {
    return (
      <div className={styles['missing']}>
        <MicOff aria-hidden="true" size={22} />
        {t.missing}
      </div>
    )
  }
  if (!isUnplayable) {
    return (
      <Sound
        src={url}
        label={t.memo(number)}
        onError={() => {
          setIsUnplayable(true)
        }}
      />
    )
  }
  return (
    <Stack gap="tight">
      <p>{t.unplayable}</p>
      <div>
        <a href={url} download={memoFileName(sound, number)} className={buttonLook()}>
          <Download aria-hidden="true" size={20} />
          {t.save(number)}
        </a>
      </div>
    </Stack>
  )
}
