/** A word as it was meant, whatever spaces were typed in it. */
export const spaced = (word: string): string => word.trim().replaceAll(/\s+/gu, ' ')
