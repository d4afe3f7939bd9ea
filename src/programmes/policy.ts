import type { FollowPolicy } from '#domain/meetingsDue.ts'
import type { Level } from '#domain/skills/levels.ts'

/** What the values of the scale of skills are called in one language, each with what is meant by it. */
export type LevelWords = Readonly<Record<Level, { readonly name: string; readonly hint: string }>>

/** What is neither law nor diploma: how a centre holds a programme. */
export interface Policy extends FollowPolicy {
  /**
   * How the centre calls the values of its scale, in both languages of the screens. There are always
   * as many, and their codes stay: what was signed can be read. Names of two short words fit beside a
   * chart on a phone. `null`: the centre has not said, and the screens have words of their own.
   */
  readonly scale: Readonly<Record<'fr' | 'en', LevelWords>> | null
}
