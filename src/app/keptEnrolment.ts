import type { PersonId } from '#domain/identifiers.ts'

const keyOf = (personId: PersonId) => `livret-enrolment:${personId}`

/**
 * The form about an apprentice as this person left it: opening a logbook is a request and no
 * document, so what is typed waits here, at each key, for whoever types it.
 */
export const recallEnrolment = (personId: PersonId): string | null =>
  localStorage.getItem(keyOf(personId))

/** Keeps the form; `null`: there is nothing to keep any more. */
export function keepEnrolment(personId: PersonId, form: string | null): void {
  if (form === null) localStorage.removeItem(keyOf(personId))
  else localStorage.setItem(keyOf(personId), form)
}
