import { create } from 'zustand'

export interface Updates {
  /**
   * Takes the new version that waits, and opens this page anew; `null`: none waits. Called only
   * when the person agrees: somebody may be writing in the page.
   */
  readonly take: (() => void) | null
  /** Asks whether there is a new version. */
  readonly look: () => void
}

export const useUpdates = create<Updates>(() => ({ take: null, look: () => undefined }))
