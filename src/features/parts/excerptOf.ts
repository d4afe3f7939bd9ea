/** Longest beginning that a line shows, in UTF-16 code units: two lines on a phone. */
const EXCERPT_MAX = 70

/** The first words of a text, on one line; a no-break space stays one. */
export function excerptOf(text: string): string {
  const line = text.trim().replaceAll(/[\t\n\r ]+/gu, ' ')
  return line.length <= EXCERPT_MAX ? line : `${line.slice(0, EXCERPT_MAX).replace(/\s\S*$/u, '')}…`
}
