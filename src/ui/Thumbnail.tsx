import { X } from 'lucide-react'
import styles from './Thumbnail.module.css'

interface Props {
  readonly src: string
  readonly alt: string
  readonly onRemove?: (() => void) | undefined
  /** Names which one goes: “Retirer la photo 2”. */
  readonly removeLabel?: string | undefined
}

/** A small print of a picture. Several go inside a `Row`. */
export function Thumbnail({ src, alt, onRemove, removeLabel }: Props) {
  return (
    <figure className={styles['figure']}>
      <img className={styles['image']} src={src} alt={alt} />
      {onRemove && (
        <button
          type="button"
          className={styles['remove']}
          aria-label={removeLabel}
          onClick={onRemove}
        >
          <X aria-hidden="true" size={18} />
        </button>
      )}
    </figure>
  )
}
