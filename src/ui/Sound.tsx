import styles from './Sound.module.css'

interface Props {
  readonly src: string
  /** Names which one it is, for the ear: “Mémo vocal 1”. */
  readonly label: string
  /** The browser cannot play it. */
  readonly onError: () => void
}

/** Something to hear, with the browser’s own controls. Its words belong beside it. */
export function Sound({ src, label, onError }: Props) {
  return (
    // eslint-disable-next-line jsx-a11y/media-has-caption -- captions are for pictures that move; what is said stands beside it as text (RGAA 4.1)
    <audio
      controls
      preload="metadata"
      className={styles['sound']}
      src={src}
      aria-label={label}
      onError={onError}
    />
  )
}
