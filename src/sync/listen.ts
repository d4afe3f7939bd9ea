/**
 * Calls `onPoke` when the server says that something changed (server-sent events), when the
 * network comes back, and when the person looks at the page again. Where events do not pass, the
 * engine’s own timer does. Returns how to stop.
 */
export function listenForPokes(onPoke: () => void): () => void {
  let source: EventSource | null = null

  const connect = () => {
    if (source && source.readyState !== EventSource.CLOSED) return
    source = new EventSource('/sync/v1/poke')
    source.addEventListener('poke', onPoke)
  }
  const wake = () => {
    connect()
    onPoke()
  }
  const look = () => {
    if (document.visibilityState === 'visible') wake()
  }

  connect()
  window.addEventListener('online', wake)
  window.addEventListener('pageshow', look)
  document.addEventListener('visibilitychange', look)
  return () => {
    source?.close()
    window.removeEventListener('online', wake)
    window.removeEventListener('pageshow', look)
    document.removeEventListener('visibilitychange', look)
  }
}
