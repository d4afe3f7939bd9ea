import type { ReactNode } from 'react'
import { buttonLook, type ButtonVariant } from './buttonLook.ts'
import styles from './FileButton.module.css'

interface Props {
  readonly label: string
  /** As in HTML: `image/*`, `.csv`, … */
  readonly accept: string
  /** Opens the camera at once where there is one. */
  readonly capture?: 'environment' | 'user' | undefined
  /** Called once for each file chosen. */
  readonly onFile: (file: File) => void
  readonly multiple?: boolean | undefined
  readonly icon?: ReactNode
  readonly variant?: ButtonVariant | undefined
  readonly size?: 'normal' | 'small' | undefined
  readonly disabled?: boolean | undefined
}

/** Takes a file: a native file input under a label that looks like a button. */
export function FileButton({
  label,
  accept,
  capture,
  onFile,
  multiple,
  icon,
  variant,
  size,
  disabled,
}: Props) {
  return (
    <label className={buttonLook(variant, size, styles['label'])}>
      <input
        type="file"
        accept={accept}
        capture={capture}
        multiple={multiple}
        disabled={disabled}
        onChange={(event) => {
          for (const file of event.target.files ?? []) onFile(file)
          // So that the same file can be taken again after it was removed.
          event.target.value = ''
        }}
      />
      {icon}
      <span>{label}</span>
    </label>
  )
}
