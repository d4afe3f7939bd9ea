export interface Listener {
  /** Something changed: it has to be asked for. */
  readonly onPoke: () => void
  /** What changed, unread. */
  readonly onNews: (json: unknown) => void
}

export interface Listening {
  /** Whether the server can be heard now: what changes comes by itself. */
  readonly isOpen: () => boolean
  readonly stop: () => void
}

/**
 * Hears what the server says of changes (server-sent events), and when the network comes back or
 * the person looks at the page again. Where events do not pass, the engine’s own timer does.
 */
export function listenToServer({ onPoke, onNews }: Listener): Listening {
  let source: EventSource | null = null

  const connect = () => {
    if (source && source.readyState !== EventSource.CLOSED) return
    source = new EventSource('/sync/v1/poke')
    source.addEventListener('poke', onPoke)
    source.addEventListener('news', ({ data }: MessageEvent<string>) => {
      onNews(readJson(data))
    })
    // What happened while nobody listened.
    source.addEventListener('open', onPoke)
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
  return {
    isOpen: () => source?.readyState === EventSource.OPEN,
    stop: () => {
      source?.close()
      window.removeEventListener('online', wake)
      window.removeEventListener('pageshow', look)
      document.removeEventListener('visibilitychange', look)
    },
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}
