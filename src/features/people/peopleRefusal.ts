/** Why nothing changed: no network, or the code with which the server said no. */
export type PeopleRefusal = 'offline' | { readonly code: string }
