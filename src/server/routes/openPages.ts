import type { PersonId } from '#domain/identifiers.ts'
import { problem } from '#server/problem.ts'
import { unavailable } from '#server/unavailable.ts'

/** Open pages of one person, on all devices. */
const PER_PERSON_MAX = 20
/** Open pages of everybody at this server: each is a connection that stays. */
const TOGETHER_MAX = 8_000

export interface OpenPages {
  /** Counts one more page, or gives the answer for one too many: 429 `too-many-pages`, 429 `busy`. */
  readonly open: (personId: PersonId) => { readonly close: () => void } | Response
}

/** Counts the pages that listen to this server. */
export function createOpenPages(): OpenPages {
  const open = new Map<PersonId, number>()
  let together = 0
  return {
    open: (personId) => {
      const own = open.get(personId) ?? 0
      if (own >= PER_PERSON_MAX) return tooManyPages()
      if (together >= TOGETHER_MAX) return unavailable('busy')
      open.set(personId, own + 1)
      together += 1
      let isOpen = true
      return {
        close: () => {
          if (!isOpen) return
          isOpen = false
          together -= 1
          const left = (open.get(personId) ?? 0) - 1
          if (left > 0) open.set(personId, left)
          else open.delete(personId)
        },
      }
    },
  }
}

const tooManyPages = () =>
  problem(429, 'too-many-pages', 'Livret est ouvert dans trop de pages à la fois.', {
    headers: { 'Retry-After': '60' },
  })
