/** How long the bytes stay after the download has begun, in ms: far more than any browser needs. */
const KEPT = 60_000

/** Gives a file made on this device to the person, as a download; needs no network. */
export function offerFile(bytes: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(bytes)
  link.download = name
  link.click()
  setTimeout(() => {
    URL.revokeObjectURL(link.href)
  }, KEPT)
}
