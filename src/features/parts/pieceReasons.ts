/** What is usually asked for of a piece of an exam file that goes back. */
export const pieceReasons = ['figures-missing', 'not-lived', 'more-precise'] as const
