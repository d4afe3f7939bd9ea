import type { Programme } from '#programmes/programme.ts'
import { findProgramme } from '#programmes/programmes.ts'
import { loadPart } from '#ui/loadPart.ts'
import { useEffect, useState } from 'react'

/**
 * A programme with its official texts. `undefined` while it is loaded; `null`: this app does not
 * know it. With the whole app kept by the worker, it is there without a network.
 */
export function useProgramme(id: string): Programme | null | undefined {
  const [loaded, setLoaded] = useState<{ id: string; programme: Programme | null }>()

  useEffect(() => {
    let left = false
    void loadPart(() => findProgramme(id)).then((programme) => {
      if (!left) setLoaded({ id, programme })
    })
    return () => {
      left = true
    }
  }, [id])

  return loaded?.id === id ? loaded.programme : undefined
}
