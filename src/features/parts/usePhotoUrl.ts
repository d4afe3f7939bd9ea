import { useEffect, useState } from 'react'

/** Gives an address for a photo’s bytes; `null`: not to be had now. Must stay the same function. */
export type PhotoUrl = (sha256: string) => Promise<string | null>

/** The address of a photo, asked for again when the network is back. `undefined` at first. */
export function usePhotoUrl(photoUrl: PhotoUrl, sha256: string): string | null | undefined {
  const [known, setKnown] = useState<{ sha256: string; url: string | null } | null>(null)

  useEffect(() => {
    let shown = true
    const keep = (url: string | null) => {
      if (shown) setKnown({ sha256, url })
    }
    const load = () => {
      photoUrl(sha256).then(keep, () => {
        keep(null)
      })
    }
    load()
    window.addEventListener('online', load)
    return () => {
      shown = false
      window.removeEventListener('online', load)
    }
  }, [photoUrl, sha256])

  return known?.sha256 === sha256 ? known.url : undefined
}
