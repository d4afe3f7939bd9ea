import type { ReactNode } from 'react'
import { Link } from 'react-router'
import styles from './Brand.module.css'

/** The product's mark and its name: a link to where one starts. */
export function Brand({ to, children }: { readonly to: string; readonly children: ReactNode }) {
  return (
    <Link to={to} className={styles['brand']}>
      <svg className={styles['mark']} viewBox="0 0 32 32" aria-hidden="true">
        <rect className={styles['cover']} x="4" y="2" width="24" height="28" rx="5" />
        <path className={styles['ribbon']} d="M18 2h6v13l-3-3-3 3z" />
        <path className={styles['lines']} d="m9.5 21 3.5 3.5 7-7" />
      </svg>
      {children}
    </Link>
  )
}
