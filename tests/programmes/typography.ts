/** What is wrong with the French of any texts in `data`: straight apostrophes, spaces that break. */
export function mistakesOf(data: unknown): string[] {
  const wrong: string[] = []
  JSON.stringify(data, (_, value: unknown) => {
    const isAddress = typeof value === 'string' && /^https?:\/\//.test(value)
    if (
      typeof value === 'string' &&
      !isAddress &&
      /'|[^\u00a0\u202f][:;!?»]|« | %|\d (h|min|heures|ans)\b|n° \d|\.\.\./.test(value)
    ) {
      wrong.push(value)
    }
    return value
  })
  return wrong
}
