/** « Maître d’apprentissage » for what stands as « maître d’apprentissage » within a sentence. */
export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
