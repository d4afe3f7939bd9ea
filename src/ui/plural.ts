/** The letter that most words take from two on, in French as in English (which we never ask for none). */
export const plural = (count: number): string => (count > 1 ? 's' : '')
