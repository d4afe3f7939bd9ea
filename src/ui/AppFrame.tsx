import type { ReactNode } from 'react'
import { NavLink } from 'react-router'
import styles from './AppFrame.module.css'
import { classes } from './classes.ts'

interface Tab {
  readonly to: string
  readonly label: string
  readonly icon: ReactNode
  /** Current only at this very address, not below it. */
  readonly end?: boolean | undefined
}

interface Props {
  /** The slim line on top: a name at the left, a chip at the right. */
  readonly header: ReactNode
  /** Up to five. Tabs at the bottom of a phone, a rail at the left of a desktop. */
  readonly nav?: readonly Tab[] | undefined
  readonly navLabel: string
  readonly skipLabel: string
  /** One `Page`. */
  readonly children: ReactNode
  /** Below it: what has to be found on each page, and disturbs nobody. */
  readonly footer?: ReactNode
}

/** What stays around every screen. */
export function AppFrame({ header, nav = [], navLabel, skipLabel, children, footer }: Props) {
  return (
    <div className={classes(styles['frame'], nav.length > 0 && styles['withTabs'])}>
      <a
        href="#main"
        className={styles['skip']}
        onClick={(event) => {
          // The address belongs to the router.
          event.preventDefault()
          document.getElementById('main')?.focus()
        }}
      >
        {skipLabel}
      </a>
      <header className={styles['header']}>{header}</header>
      <div className={styles['content']}>
        {children}
        {footer !== undefined && <footer className={styles['footer']}>{footer}</footer>}
      </div>
      {nav.length > 0 && (
        <nav className={styles['nav']} aria-label={navLabel}>
          <ul className={styles['tabs']}>
            {nav.map(({ to, label, icon, end = false }) => (
              <li key={to}>
                <NavLink to={to} end={end} className={styles['tab'] ?? ''}>
                  {icon}
                  <span>{label}</span>
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </div>
  )
}
