import { useTexts } from '#ui/texts.tsx'
import { useEffect, useState } from 'react'
import styles from './Opening.module.css'
import { texts } from './texts.ts'

/** How long a part may take to come before one hears what it waits for, in ms. */
const PATIENCE = 4_000

/** In place of a page whose part of the app is on its way. */
export function Opening() {
  const t = useTexts(texts)
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => {
      setLate(true)
    }, PATIENCE)
    return () => {
      clearTimeout(timer)
    }
  }, [])
  return (
    <p role="status" className={styles['opening']}>
      {late ? t.partNotHere : t.loading}
    </p>
  )
}
