import { setTimeout as wait } from 'node:timers/promises'
import type { Deps } from '#server/deps.ts'
import { invitationMessage } from './invitationMessage.ts'
import { mailFailed } from './mailFailed.ts'

export interface Invited {
  readonly name: string
  readonly email: string
  readonly isApprentice: boolean
}

/** So many mails leave at a time. */
const TOGETHER = 4
/** How long whoever invites waits for the mails, in milliseconds: less than a device waits. */
const WAIT_MAX = 20_000

/**
 * Mails everybody once. Gives the names of those whose mail has not left when all were tried, or
 * after `waitMax` milliseconds: then the others go on leaving. Never rejects.
 */
export async function sendInvitations(
  { mail, configuration, log }: Pick<Deps, 'mail' | 'configuration' | 'log'>,
  people: readonly Invited[],
  centre: string,
  waitMax = WAIT_MAX,
): Promise<string[]> {
  const waiting = [...people]
  const unsent = new Set(people)
  const sendOneByOne = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { email: to, isApprentice } = next
      const { publicUrl } = configuration
      try {
        await mail.send(invitationMessage({ to, isApprentice, centre, publicUrl }))
        unsent.delete(next)
      } catch (error) {
        log(mailFailed(error))
      }
    }
  }
  const all = Promise.all(Array.from({ length: TOGETHER }, sendOneByOne))
  const timer = new AbortController()
  await Promise.race([
    all,
    wait(waitMax, undefined, { signal: timer.signal }).catch(() => undefined),
  ])
  timer.abort()
  return [...unsent].map(({ name }) => name)
}
