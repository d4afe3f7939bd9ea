import type { Scenario, Step } from '../scenario.ts'

/** One place in the source, and what stands there when the bug is planted. */
export interface Edit {
  readonly file: string
  /** Is in the file once. */
  readonly from: string
  readonly to: string
}

/** A bug that somebody could write one day. */
export interface Mutant {
  readonly name: string
  /** What the code does wrong, in a sentence. */
  readonly does: string
  readonly edits: readonly Edit[]
  /** What has to go wrong often in a world before the bug can show, see `aScenario`. */
  readonly provokedBy?: readonly Step['do'][]
  /** A world in which it has to show, see `ownWorlds.ts`. */
  readonly shownIn?: Scenario
  /** Why nobody comes to harm by it, if no world shows it: the second layer. */
  readonly absorbedBy?: string
}
