import { layOver } from '#programmes/outlines.ts'
import type { Programme } from '#programmes/programme.ts'
import { findProgramme } from '#programmes/programmes.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import { loadPart } from '#ui/loadPart.ts'
import { useEffect, useMemo, useState } from 'react'

/**
 * The programme of a logbook with its official texts, and the skills that its centre imported.
 * `undefined` while it is loaded; `null`: this app does not know it. With the whole app kept by the
 * worker, it is there without a network.
 */
export function useProgramme({
  programme: id,
  skills,
}: Pick<LogbookFacts, 'programme' | 'skills'>): Programme | null | undefined {
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

  const own = loaded?.id === id ? loaded.programme : undefined
  return useMemo(() => (own && skills ? layOver(own, skills) : own), [own, skills])
}
