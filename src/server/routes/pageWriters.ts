import type { SSEStreamingApi } from 'hono/streaming'

/** All that waits for pages to read it, in UTF-16 code units: slow pages share this much memory. */
const TOGETHER_MAX = 16_000_000

/** What a page is told. `short` says enough where `text` has to wait too long, or has no room. */
export interface PageText {
  /** Of several texts about one thing, one waits at a time. */
  readonly about: string
  readonly text: string
  readonly short: string
}

export interface PageWriter {
  readonly write: (text: PageText) => void
  /** Nothing more is written, and what waits is forgotten. */
  readonly close: () => void
}

/**
 * Writers for the open pages of one server. Each writes one text after the other. While its page
 * does not read, what would be a second text about one thing makes them both one short one: the page
 * of a phone in a tunnel costs little, however much happens.
 */
export function createPageWriters(): (stream: Pick<SSEStreamingApi, 'write'>) => PageWriter {
  let together = 0
  return (stream) => {
    const waiting = new Map<string, string>()
    let isWriting = false
    let isOpen = true
    let held = 0
    const hold = (length: number): void => {
      held += length
      together += length
    }
    const writeAll = async (): Promise<void> => {
      isWriting = true
      for (const [about, text] of waiting) {
        waiting.delete(about)
        await stream.write(text)
        if (!isOpen) return
        hold(-text.length)
      }
      isWriting = false
    }
    return {
      write: ({ about, text, short }) => {
        if (!isOpen) return
        const before = waiting.get(about)
        const hasRoom = together + text.length <= TOGETHER_MAX
        const said = before === undefined && hasRoom ? text : short
        waiting.set(about, said)
        hold(said.length - (before?.length ?? 0))
        // A page that went away ends by itself.
        if (!isWriting) writeAll().catch(() => undefined)
      },
      close: () => {
        isOpen = false
        waiting.clear()
        hold(-held)
      },
    }
  }
}
