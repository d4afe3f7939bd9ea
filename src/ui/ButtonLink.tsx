import type { ComponentProps, ReactNode } from 'react'
import { Link } from 'react-router'
import { buttonLook, type ButtonVariant } from './buttonLook.ts'

interface Props extends ComponentProps<typeof Link> {
  readonly variant?: ButtonVariant | undefined
  readonly icon?: ReactNode
  readonly size?: 'normal' | 'small' | undefined
}

/** A link to another screen that looks like a button. */
export function ButtonLink({ variant, icon, size, className, children, ...rest }: Props) {
  return (
    <Link {...rest} className={buttonLook(variant, size, className)}>
      {icon}
      <span>{children}</span>
    </Link>
  )
}
