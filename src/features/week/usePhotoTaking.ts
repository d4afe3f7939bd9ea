import { useEffect, useRef, useState } from 'react'
import type { PhotoProblem } from './PhotoProblemNotice.tsx'

export interface PhotoTaking {
  /** How many are being made small and kept. */
  readonly coming: number
  /** How many were kept since the screen opened. */
  readonly kept: number
  /** Why the last one was not kept, or `null`. */
  readonly problem: PhotoProblem | null
  /** This device has no room for another one. */
  readonly isFull: boolean
  readonly add: (photo: File) => void
}

/** Takes photos one after the other. `count`: how many there are already. */
export function usePhotoTaking(
  onAdd: (photo: File) => Promise<PhotoProblem | null>,
  hasRoom: () => Promise<boolean>,
  count: number,
): PhotoTaking {
  const [coming, setComing] = useState(0)
  const [kept, setKept] = useState(0)
  const [problem, setProblem] = useState<PhotoProblem | null>(null)
  const last = useRef<Promise<unknown>>(Promise.resolve())
  const [isFull, setIsFull] = useState(false)

  // Before the camera opens: whoever has taken a picture must not hear that there is no room.
  useEffect(() => {
    let asks = true
    hasRoom().then(
      (room) => {
        if (asks) setIsFull(!room)
      },
      () => undefined,
    )
    return () => {
      asks = false
    }
  }, [hasRoom, count])

  const add = async (photo: File) => {
    setComing((before) => before + 1)
    // One after the other: a camera’s picture fills fifty megabytes until it is small.
    const added = last.current.then(() => onAdd(photo)).catch((): PhotoProblem => 'not-kept')
    last.current = added
    const refused = await added
    setProblem(refused)
    setComing((before) => before - 1)
    if (refused === null) setKept((before) => before + 1)
  }

  return { coming, kept, problem, isFull, add: (photo) => void add(photo) }
}
