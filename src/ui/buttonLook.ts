import styles from './Button.module.css'
import { classes } from './classes.ts'

/** `primary`: the one thing to do here. `danger`: what cannot be taken back. */
export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'

/** The class of a thing that looks like a button, whatever element it is. */
export const buttonLook = (
  variant: ButtonVariant = 'secondary',
  size: 'normal' | 'small' = 'normal',
  more?: string,
): string => classes(styles['button'], styles[variant], size === 'small' && styles['small'], more)
