/** Gives the person a file, made here. */
export function download(bytes: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(bytes)
  link.download = name
  link.click()
  // The download has taken the bytes by then; a minute is far more than any browser needs.
  setTimeout(() => {
    URL.revokeObjectURL(link.href)
  }, 60_000)
}
