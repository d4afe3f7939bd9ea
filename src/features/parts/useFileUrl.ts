import type { LogbookId } from '#domain/identifiers.ts'
import { useEffect, useState } from 'react'

/** `thumbnail`: a photo, small, for a list. `screen`: to look at it. `sound`: a memo, to hear it. */
type Form = 'thumbnail' | 'screen' | 'sound'

/** Gives an address for a photo or a sound; `null`: not to be had now. Must stay the same function. */
export type FileUrl = (sha256: string, form: Form) => Promise<string | null>
/** The same, for files of any logbook. */
export type FileUrlIn = (logbookId: LogbookId, sha256: string, form: Form) => Promise<string | null>

/** How long until a file that could not be had is asked for again, in ms. */
const AGAIN = 15_000

/**
 * The address of a file, asked for again from time to time and when the network is back.
 * `undefined` at first.
 */
export function useFileUrl(
  fileUrl: FileUrl,
  sha256: string,
  form: Form,
): string | null | undefined {
  const [known, setKnown] = useState<{ name: string; url: string | null } | null>(null)
  const name = `${sha256} ${form}`

  useEffect(() => {
    let shown = true
    let timer: ReturnType<typeof setTimeout> | undefined
    const keep = (url: string | null) => {
      if (!shown) return
      setKnown({ name, url })
      clearTimeout(timer)
      if (url === null) timer = setTimeout(load, AGAIN)
    }
    const load = () => {
      fileUrl(sha256, form).then(keep, () => {
        keep(null)
      })
    }
    load()
    window.addEventListener('online', load)
    return () => {
      shown = false
      clearTimeout(timer)
      window.removeEventListener('online', load)
    }
  }, [fileUrl, sha256, form, name])

  return known?.name === name ? known.url : undefined
}
