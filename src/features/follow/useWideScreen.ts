import { useSyncExternalStore } from 'react'

/** From here on a list stands beside what was chosen from it, as in `SplitView`. */
const query = '(min-width: 64rem)'

/** Whether there is room for two things beside each other. */
export const useWideScreen = (): boolean =>
  useSyncExternalStore(
    (onChange) => {
      const media = window.matchMedia(query)
      media.addEventListener('change', onChange)
      return () => {
        media.removeEventListener('change', onChange)
      }
    },
    () => window.matchMedia(query).matches,
  )
