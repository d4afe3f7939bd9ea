import { ChevronLeft } from 'lucide-react'
import { useEffect, type ReactNode } from 'react'
import { Link } from 'react-router'
import { classes } from './classes.ts'
import styles from './Page.module.css'

interface Props {
  /** The first heading, and the name of the browser's tab. */
  readonly title: string
  readonly subtitle?: ReactNode
  readonly back?: { readonly to: string; readonly label: string } | undefined
  /** Beside the rest on a desktop, below it on a phone. */
  readonly aside?: ReactNode
  /** Takes the whole width: for a `SplitView` or a table. */
  readonly wide?: boolean | undefined
  readonly children: ReactNode
}

/** One screen: its title, and what is under it. There is one at a time. */
export function Page({ title, subtitle, back, aside, wide = false, children }: Props) {
  useEffect(() => {
    document.title = `${title} · Livret`
  }, [title])

  return (
    <main
      id="main"
      tabIndex={-1}
      className={classes(
        styles['page'],
        wide && styles['wide'],
        Boolean(aside) && styles['withAside'],
      )}
    >
      <header className={styles['head']}>
        {back && (
          <Link to={back.to} className={styles['back']}>
            <ChevronLeft aria-hidden="true" size={20} />
            {back.label}
          </Link>
        )}
        <h1>{title}</h1>
        {subtitle !== undefined && <div className={styles['subtitle']}>{subtitle}</div>}
      </header>
      <div className={styles['body']}>
        <div className={styles['main']}>{children}</div>
        {Boolean(aside) && <aside className={styles['aside']}>{aside}</aside>}
      </div>
    </main>
  )
}
