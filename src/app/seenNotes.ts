import type { Actor } from '#domain/rights.ts'
import { useEffect } from 'react'

type Reader = Pick<Actor, 'personId' | 'logbookId'>

const keyOf = ({ personId, logbookId }: Reader) => `livret-notes-seen:${personId}:${logbookId}`

/** In a browser that keeps nothing: known as long as this page is open. */
const seenOnThisPage = new Map<string, string>()

/**
 * Up to which note this person has seen those of a logbook on this device: when it was published,
 * by the clock of the server, so that a note written without a network is not older than it is
 * here. `''`: none yet.
 */
export function seenNotesOf(reader: Reader): string {
  const key = keyOf(reader)
  try {
    return seenOnThisPage.get(key) ?? localStorage.getItem(key) ?? ''
  } catch {
    return ''
  }
}

/** The note published at `at` and all before it are on the screen; seen once somebody looks at it. */
export function useSeenNotes(reader: Reader, at: string | undefined): void {
  useEffect(() => {
    if (at === undefined) return
    const look = () => {
      if (document.visibilityState === 'visible' && at > seenNotesOf(reader)) keep(reader, at)
    }
    look()
    document.addEventListener('visibilitychange', look)
    return () => {
      document.removeEventListener('visibilitychange', look)
    }
  }, [reader, at])
}

function keep(reader: Reader, at: string) {
  const key = keyOf(reader)
  try {
    localStorage.setItem(key, at)
    seenOnThisPage.delete(key)
  } catch {
    seenOnThisPage.set(key, at)
  }
}
