import { findProgramme } from '#programmes/programmes.ts'
import { loadPart } from '#ui/loadPart.ts'
import { useEffect, useState } from 'react'

/** Hours of training that a programme asks for; `undefined` while it is fetched, `null`: not known. */
export function useProgrammeHours(id: string): number | null | undefined {
  const [read, setRead] = useState<{ readonly id: string; readonly hours: number | null }>()
  useEffect(() => {
    let left = false
    void loadPart(() => findProgramme(id)).then((programme) => {
      if (!left) setRead({ id, hours: programme?.hours ?? null })
    })
    return () => {
      left = true
    }
  }, [id])
  return read?.id === id ? read.hours : undefined
}
