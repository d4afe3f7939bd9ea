import type { ComponentProps, ReactNode } from 'react'
import { buttonLook, type ButtonVariant } from './buttonLook.ts'
import { Spinner } from './Spinner.tsx'

interface Props extends ComponentProps<'button'> {
  readonly variant?: ButtonVariant | undefined
  /** At work on the last click: keeps the focus, takes no other click. */
  readonly busy?: boolean | undefined
  readonly icon?: ReactNode
  readonly size?: 'normal' | 'small' | undefined
}

/** A button; `secondary` unless told otherwise, so that one screen has one `primary`. */
export function Button({
  variant,
  busy = false,
  icon,
  size,
  className,
  onClick,
  type = 'button',
  children,
  ...rest
}: Props) {
  return (
    <button
      {...rest}
      type={type}
      className={buttonLook(variant, size, className)}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault()
        else onClick?.(event)
      }}
    >
      {busy ? <Spinner /> : icon}
      {children !== undefined && <span>{children}</span>}
    </button>
  )
}
