/** Why nothing changed: no network, or the code with which the server said no. */
export type PeopleRefusal = 'offline' | { readonly code: string }

/** What became of letting somebody in. `isUninvited`: their mail has not left, or not yet. */
export type EntryAnswer =
  | { readonly kind: 'entered'; readonly isUninvited: boolean }
  | { readonly kind: 'refused'; readonly refusal: PeopleRefusal }
